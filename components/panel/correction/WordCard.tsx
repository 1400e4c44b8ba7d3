import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../ui/i18n.ts";
import type { CardPosition, WordCardState } from "./use-card.ts";

/** The words a card is about. */
export interface WordCardContent {
  /** As shown. */
  shown: string;
  /** As heard; the same where nothing was corrected. */
  heard: string;
  /** Evidence for the correction, in the language of the interface; empty where nothing was corrected. */
  why: string;
  /** The reader made the correction. */
  isByReader: boolean;
}

interface Props {
  card: WordCardState;
  content: WordCardContent;
  /** Name of the show. */
  show: string;
  /** Shows other words, or with null the words as heard. */
  onCorrect: (shown: string | null, everywhere: boolean) => void;
  onReport: () => void;
  onClose: () => void;
}

/** A card with the words as heard and the evidence. Pinned, it is a dialog with a form that corrects the words. */
export function WordCard(props: Props) {
  const { card, content } = props;
  const explanation = (
    <>
      <p>{isCorrected(content) ? t("word.heard", { heard: content.heard }) : t("panel.asHeard")}</p>
      {content.why && <p class="why">{content.why}</p>}
    </>
  );
  if (card.mode === "hovered")
    return (
      <div class="card" role="tooltip" style={toPixelStyle(card.position)}>
        {explanation}
      </div>
    );
  return <CorrectionDialog {...props} explanation={explanation} />;
}

function CorrectionDialog(props: Props & { explanation: ComponentChildren }) {
  const { card, content, show, onCorrect, onReport, onClose, explanation } = props;
  const { shown, isByReader } = content;
  const [typed, setTyped] = useState(shown);
  const [isEverywhere, setEverywhere] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.show();
    setTyped(shown);
    field.current?.select();
  }, [shown]);
  const correct = (text: string | null) => {
    onCorrect(text, isEverywhere);
    onClose();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const text = typed.trim().replace(/\s+/g, " ");
    if (text && text !== shown) correct(text);
    else onClose();
  };
  return (
    <dialog
      ref={dialog}
      class="card pinned"
      aria-label={t("word.dialog", { words: shown })}
      style={toPixelStyle(card.position)}
      onKeyDown={(event) => {
        if (event.isComposing || event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <form onSubmit={onSubmit}>
        {explanation}
        <label>
          {t("word.shownAs")}
          <input
            ref={field}
            type="text"
            value={typed}
            maxLength={120}
            autocomplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <ScopeChoice show={show} isEverywhere={isEverywhere} onChange={setEverywhere} />
        <div class="row">
          <button type="submit" class="main">
            {t("word.save")}
          </button>
          {isCorrected(content) && (
            <button type="button" onClick={() => correct(null)}>
              {t(isByReader ? "word.undoMine" : "panel.showHeard")}
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              onReport();
              onClose();
            }}
          >
            {t("word.report")}
          </button>
          <button type="button" onClick={onClose}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </dialog>
  );
}

interface ScopeChoiceProps {
  show: string;
  isEverywhere: boolean;
  onChange: (isEverywhere: boolean) => void;
}

/** Whether a correction is for this place or for all episodes of the show. */
function ScopeChoice({ show, isEverywhere, onChange }: ScopeChoiceProps) {
  return (
    <fieldset>
      <legend class="unseen">{t("word.where")}</legend>
      <label>
        <input type="radio" name="where" checked={!isEverywhere} onChange={() => onChange(false)} />{" "}
        {t("word.here")}
      </label>
      <label>
        <input type="radio" name="where" checked={isEverywhere} onChange={() => onChange(true)} />{" "}
        {t("word.everywhere", { show })}
      </label>
    </fieldset>
  );
}

const isCorrected = ({ shown, heard }: WordCardContent): boolean => heard !== shown;

const toPixelStyle = (position: CardPosition): { [property: string]: string } =>
  Object.fromEntries(Object.entries(position).map(([name, px]) => [name, `${px as number}px`]));
