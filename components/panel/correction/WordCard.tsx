import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { WordCardState, CardPosition } from "./use-card.ts";
import { t } from "../../ui/i18n.ts";

/** What the card is about. */
export interface WordCardContent {
  /** The words as shown. */
  shown: string;
  /** The words as heard; the same where nothing was changed. */
  heard: string;
  /** Why they are shown otherwise; empty where they are not. */
  why: string;
  /** The reader corrected them. */
  isByReader: boolean;
}

interface Props {
  content: WordCardContent;
  show: string;
  mode: WordCardState["mode"];
  position: CardPosition;
  /** The reader wants other words, here or everywhere in the show. */
  onCorrect: (shown: string, everywhere: boolean) => void;
  /** The reader wants what was heard. */
  onUndo: (everywhere: boolean) => void;
  onReport: () => void;
  onClose: () => void;
}

/** What was heard and why it is shown otherwise; pinned, a small form that corrects it. */
export function WordCard({
  content: facts,
  show,
  mode,
  position: place,
  onCorrect,
  onUndo,
  onReport,
  onClose,
}: Props) {
  const { shown, heard, why, isByReader: mine } = facts;
  const [typed, setTyped] = useState(shown);
  const [everywhere, setEverywhere] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    setTyped(shown);
    if (mode === "pinned") field.current?.select();
  }, [mode, shown]);
  const isChanged = heard !== shown;
  const told = isChanged ? t("word.heard", { heard }) : t("panel.asHeard");
  if (mode === "told")
    return (
      <div class="card" role="tooltip" style={toPixelStyle(place)}>
        <p>{told}</p>
        <p class="why">{why}</p>
      </div>
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const text = typed.trim().replace(/\s+/g, " ");
    if (text && text !== shown) onCorrect(text, everywhere);
    else onClose();
  };
  return (
    <div
      class="card pinned"
      role="dialog"
      aria-label={t("word.dialog", { words: shown })}
      style={toPixelStyle(place)}
      onKeyDown={onKeyDown}
    >
      <form onSubmit={onSubmit}>
        <p>{told}</p>
        {why && <p class="why">{why}</p>}
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
        <fieldset>
          <legend class="unseen">{t("word.where")}</legend>
          <label>
            <input type="radio" name="where" checked={!everywhere} onChange={() => setEverywhere(false)} />{" "}
            {t("word.here")}
          </label>
          <label>
            <input type="radio" name="where" checked={everywhere} onChange={() => setEverywhere(true)} />{" "}
            {t("word.everywhere", { show })}
          </label>
        </fieldset>
        <div class="row">
          <button type="submit" class="main">
            {t("word.save")}
          </button>
          {isChanged && (
            <button type="button" onClick={() => onUndo(everywhere)}>
              {t(mine ? "word.undoMine" : "panel.showHeard")}
            </button>
          )}
          <button type="button" onClick={onReport}>
            {t("word.report")}
          </button>
          <button type="button" onClick={onClose}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </div>
  );
}

/** The place as CSS has it. */
const toPixelStyle = (place: CardPosition): { [property: string]: string } =>
  Object.fromEntries(Object.entries(place).map(([name, px]) => [name, `${px as number}px`]));
