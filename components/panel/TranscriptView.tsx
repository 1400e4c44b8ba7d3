import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createParagraphRange } from "../../utils/quote/text-range.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { t } from "../ui/i18n.ts";
import { buildChapterHeadings } from "./chapters/chapter-headings.ts";
import { useWordCard } from "./correction/use-word-card.ts";
import { WordCard } from "./correction/WordCard.tsx";
import { FindBar } from "./find/FindBar.tsx";
import { HitStrip } from "./find/HitStrip.tsx";
import { FollowButton } from "./follow/FollowButton.tsx";
import { getRowAction, type RowAction } from "./list/row-actions.ts";
import { TranscriptList } from "./list/TranscriptList.tsx";
import { useTextPointer } from "./list/use-text-pointer.ts";
import { PanelSheets } from "./PanelSheets.tsx";
import type { PanelModel } from "./panel-model.ts";
import { getSelectedRange } from "./selection/dom-selection.ts";
import { SelectionBar } from "./selection/SelectionBar.tsx";
import { useSelection } from "./selection/use-selection.ts";
import { createKeyHandler } from "./transcript-keys.ts";

/** Handles a key pressed anywhere in the open panel. */
export type KeyHandler = (event: KeyboardEvent) => void;

interface Props {
  model: PanelModel;
  transcript: Transcript;
  /** Receives the handler of keys, for the focus can be outside the transcript. */
  keyHandler: RefObject<KeyHandler | null>;
}

/** The transcript: the search, the paragraphs, and what opens over them. */
export function TranscriptView({ model, transcript, keyHandler }: Props) {
  const { paragraphs } = transcript;
  const { find, follow, selection } = model;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const findField = useRef<HTMLInputElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const { card, content, ...wordCard } = useWordCard(box, list, paragraphs);
  const pointer = useTextPointer(list, paragraphs);
  useSelection(list, selection);
  const headings = useMemo(() => buildChapterHeadings(transcript), [transcript]);
  const chapterTitles = useMemo(
    () => new Map(headings.map(({ paragraph, title }) => [paragraph, title])),
    [headings],
  );

  const focusRow = (index: number, preventScroll = false) => {
    const next = Math.max(0, Math.min(paragraphs.length - 1, index));
    follow.setTabStop(next);
    list.current?.querySelector<HTMLElement>(`[data-index="${next}"] .time`)?.focus({ preventScroll });
  };
  const leaveFind = () => {
    const hit = find.currentHit.value;
    find.setQuery("");
    // What the reader sees after a search stays where it is.
    focusRow(hit?.textIndex ?? follow.tabStopIndex.value, hit !== undefined);
  };
  const openChapters = () => {
    if (headings.length > 0) model.setSheet("chapters");
  };

  const runRowAction = (action: RowAction, index: number, { shiftKey }: MouseEvent) => {
    switch (action) {
      case "jump":
        if (shiftKey) selection.extendTo(index);
        else model.jump({ paragraph: index, offset: 0 });
        return;
      case "copy-quote":
        model.quotes.copy(createParagraphRange(paragraphs, index));
        return;
      case "set-sync-point":
        model.setSpokenParagraph(index);
        return;
      case "open-quotes":
        model.quotes.openList();
        return;
      default:
        action satisfies never;
    }
  };
  /** One listener for all rows, so that a row renders only when it changes itself. */
  const onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest("button");
    if (button) {
      const action = getRowAction(button);
      const index = Number(button.closest<HTMLElement>("[data-index]")?.dataset["index"]);
      if (action) runRowAction(action, index, event);
    } else if (wordCard.isCorrectedWord(event)) {
      // A drag inside one word ends in a click as well.
      if (!getSelectedRange(list.current)) wordCard.open(event);
    } else {
      const position = pointer.getClickedPosition(event);
      if (position) model.jump(position);
    }
  };

  const onKeyDown = createKeyHandler(model, {
    paragraphs,
    card,
    wordCard,
    focusRow,
    focusFind: () => findField.current?.select(),
    focusList: () => list.current?.focus({ preventScroll: true }),
    openChapters,
  });
  // A layout effect, so that a key pressed right after a card appears finds the card.
  useLayoutEffect(() => {
    keyHandler.current = onKeyDown;
  });
  useLayoutEffect(
    () => () => {
      keyHandler.current = null;
    },
    [keyHandler],
  );

  return (
    <div ref={box} class="transcript">
      <FindBar
        find={find}
        fieldRef={findField}
        hasChapters={headings.length > 0}
        onOpenChapters={openChapters}
        onLeave={leaveFind}
      />
      <HitStrip find={find} paragraphs={paragraphs} />
      <button type="button" class="skip" onClick={() => end.current?.focus()}>
        {t("panel.skip")}
      </button>
      <TranscriptList
        list={list}
        model={model}
        transcript={transcript}
        chapterTitles={chapterTitles}
        handlers={{
          onClick,
          onPointerDown: pointer.press,
          onPointerMove: pointer.hover,
          onHover(event) {
            wordCard.hover(event);
            if (!event) pointer.hover(null);
          },
          onScroll: wordCard.closeOnScroll,
        }}
      />
      <p ref={end} class="unseen" tabIndex={-1}>
        {t("panel.end")}
      </p>
      {card && content && (
        <WordCard
          card={card}
          content={content}
          show={model.episode.show}
          onCorrect={(shown, everywhere) => model.correction.correct(content, shown, everywhere)}
          onReport={() => model.correction.report(card.paragraph, card.start, content)}
          onClose={wordCard.close}
        />
      )}
      {card?.mode !== "pinned" && (
        <SelectionBar transcript={transcript} model={model} onCorrect={wordCard.openSelection} />
      )}
      <FollowButton model={follow} />
      <PanelSheets
        model={model}
        headings={headings}
        isApproximate={transcript.timing !== "exact"}
        fallbackFocus={list}
        focusRow={focusRow}
      />
    </div>
  );
}
