import { useState } from "preact/hooks";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { PageLink } from "../../utils/quote/links.ts";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { getSiteName } from "../../utils/sites/sites.ts";
import { t } from "../ui/i18n.ts";
import { FormatChoices } from "./FormatChoices.tsx";

/** How words are copied this once. */
export interface QuoteCopyOptions {
  /** The usual one without. */
  format?: QuoteFormat;
  /** The words as they were heard. */
  asHeard?: boolean;
}

interface Props {
  defaultFormat: QuoteFormat;
  /** Some of the words were corrected. */
  isCorrected: boolean;
  /** Pages that the words can be linked on; the first is the usual one. */
  links: readonly PageLink[];
  onCopy: (how: QuoteCopyOptions) => void;
  onLink: (link?: PageLink) => void;
  onSave: () => void;
  onSelectSentences: () => void;
  /** Corrects the words; null where they are of several paragraphs. */
  onCorrect: (() => void) | null;
}

/** What can be done with words that are selected. A press of the mouse leaves them selected. */
export function QuoteBar(props: Props) {
  const {
    defaultFormat: usual,
    isCorrected: corrected,
    links,
    onCopy,
    onLink,
    onSave,
    onSelectSentences: onSentences,
    onCorrect,
  } = props;
  const [asHeard, setHeard] = useState(false);
  const heard = corrected && asHeard;
  return (
    <div
      class="quote-bar"
      role="group"
      aria-label={t("quote.bar")}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" class="main" onClick={() => onCopy({ asHeard: heard })}>
        <Icon name="copy" /> {t("quote.copy")} <kbd>c</kbd>
      </button>
      <button type="button" onClick={() => onLink()}>
        {t("quote.link")} <kbd>y</kbd>
      </button>
      <button type="button" onClick={onSave}>
        {t("quote.save")} <kbd>s</kbd>
      </button>
      <Menu icon="more" label={t("quote.more")}>
        {(then) => (
          <>
            <button type="button" class="sentences" onClick={then(onSentences)}>
              {t("quote.sentences")} <kbd>w</kbd>
            </button>
            {onCorrect && (
              <button type="button" class="correct" onClick={then(onCorrect)}>
                {t("word.correct")} <kbd>e</kbd>
              </button>
            )}
            {corrected && (
              <button type="button" aria-pressed={asHeard} onClick={() => setHeard(!asHeard)}>
                {t(asHeard ? "quote.asShown" : "quote.asHeard")}
              </button>
            )}
            <FormatChoices
              defaultFormat={usual}
              onChoose={(format) => then(() => onCopy({ format, asHeard: heard }))()}
            />
            {links.length > 1 && <p class="label">{t("quote.linkTo")}</p>}
            {links.length > 1 &&
              links.map((link) => (
                <button key={link.url} type="button" data-site={link.site} onClick={then(() => onLink(link))}>
                  {getSiteName(link.site)}
                </button>
              ))}
          </>
        )}
      </Menu>
    </div>
  );
}
