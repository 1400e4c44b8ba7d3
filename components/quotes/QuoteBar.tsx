import { useState } from "preact/hooks";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { PageLink } from "../../utils/quote/links.ts";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { getSiteName } from "../../utils/sites/sites.ts";
import { t } from "../ui/i18n.ts";
import { FormatChoices } from "./FormatChoices.tsx";
import type { QuoteCopyOptions } from "./quote-ports.ts";

/** What the bar does with the selected words. */
export interface QuoteBarActions {
  copy: (options: QuoteCopyOptions) => void;
  /** Copies a link to the words, on the first page without one. */
  copyLink: (link?: PageLink) => void;
  save: () => void;
  selectSentences: () => void;
  /** Null for words of several paragraphs, which cannot be corrected together. */
  correct: (() => void) | null;
}

interface Props {
  defaultFormat: QuoteFormat;
  /** Some of the words were corrected. */
  isCorrected: boolean;
  /** Pages to link to, the default first. */
  links: readonly PageLink[];
  actions: QuoteBarActions;
}

/** Actions for selected words. A press of the mouse on the bar keeps the selection. */
export function QuoteBar({ defaultFormat, isCorrected, links, actions }: Props) {
  const [asHeard, setHeard] = useState(false);
  const options: QuoteCopyOptions = { asHeard: isCorrected && asHeard };
  return (
    <div
      class="quote-bar"
      role="group"
      aria-label={t("quote.bar")}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" class="main" onClick={() => actions.copy(options)}>
        <Icon name="copy" /> {t("quote.copy")} <kbd>c</kbd>
      </button>
      <button type="button" onClick={() => actions.copyLink()}>
        {t("quote.link")} <kbd>y</kbd>
      </button>
      <button type="button" onClick={actions.save}>
        {t("quote.save")} <kbd>s</kbd>
      </button>
      <Menu icon="more" label={t("quote.more")}>
        {(select) => (
          <>
            <button type="button" class="sentences" onClick={select(actions.selectSentences)}>
              {t("quote.sentences")} <kbd>w</kbd>
            </button>
            {actions.correct && (
              <button type="button" class="correct" onClick={select(actions.correct)}>
                {t("word.correct")} <kbd>e</kbd>
              </button>
            )}
            {isCorrected && (
              <button type="button" aria-pressed={asHeard} onClick={() => setHeard(!asHeard)}>
                {t(asHeard ? "quote.asShown" : "quote.asHeard")}
              </button>
            )}
            <FormatChoices
              defaultFormat={defaultFormat}
              onChoose={(format) => select(() => actions.copy({ ...options, format }))()}
            />
            {links.length > 1 && <p class="label">{t("quote.linkTo")}</p>}
            {links.length > 1 &&
              links.map((link) => (
                <button
                  key={link.url}
                  type="button"
                  data-site={link.site}
                  onClick={select(() => actions.copyLink(link))}
                >
                  {getSiteName(link.site)}
                </button>
              ))}
          </>
        )}
      </Menu>
    </div>
  );
}
