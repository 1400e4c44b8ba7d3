import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Result } from "../../utils/shared/result.ts";
import type { TypographySettings } from "../../utils/extension/settings.ts";
import type { Player } from "../../utils/sites/player.ts";
import {
  revertChanges,
  applyCorrections,
  type Correction,
} from "../../utils/transcript/model/corrections.ts";
import { createTextRange } from "../../utils/quote/text-range.ts";
import type { OutputFormat } from "../../utils/transcript/model/serialize-transcript.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { formatTimeShift } from "../../utils/transcript/model/clock-time.ts";
import {
  toSeekSeconds,
  findSpokenLine,
  interpolateSeconds,
  type TextPosition,
} from "../../utils/transcript/model/text-position.ts";
import { createSyncPoint, addSyncPoint, type SyncPoint } from "../../utils/transcript/timing/sync-points.ts";
import type { QuotePorts } from "../quotes/quote-ports.ts";
import { describeFailure } from "../ui/describe-failure.ts";
import { Icon } from "../ui/Icon.tsx";
import { describeCopy } from "../ui/describe-outcome.ts";
import { Notice } from "../ui/Notice.tsx";
import { useAnnouncement } from "../ui/use-announcement.ts";
import { ResizeHandle } from "./menus/ResizeHandle.tsx";
import { MoreMenu } from "./menus/MoreMenu.tsx";
import { PanelHeader } from "./menus/PanelHeader.tsx";
import { SyncNote } from "./menus/SyncNote.tsx";
import { TypographyMenu } from "./menus/TypographyMenu.tsx";
import { ShowNotes } from "./menus/ShowNotes.tsx";
import { TranscriptView, type PanelSheet } from "./TranscriptView.tsx";
import { useResolvedTarget, type RequestedTarget } from "./playback/use-resolved-target.ts";
import { useSeekToTarget } from "./playback/use-seek-to-target.ts";
import { usePlayback, type Playback } from "./playback/use-playback.ts";
import { createQuoteActions } from "./selection/quote-actions.ts";
import { useTranscript } from "./use-transcript.ts";
import type { PickedWords } from "./correction/picked-words.ts";
import { t } from "../ui/i18n.ts";

interface Props {
  title: string;
  show: string;
  open: boolean;
  /** What had the focus on the page when a key of the browser opened the panel. */
  opener: HTMLElement | null;
  /** A new object copies the sentence being spoken, whether the panel is open or not. */
  copyRequest: object | null;
  /** A new object shows the moment again. */
  requestedTarget: RequestedTarget | null;
  player: Player;
  /** The extension was updated or switched off under the page. */
  isContextInvalidated: boolean;
  load: () => Promise<Result<Transcript>>;
  /** Looks for captions of the page, until the signal, and tells of the transcript with their times. */
  align: (language: string, tell: (aligned: Transcript) => void, signal: AbortSignal) => void;
  quotePorts: QuotePorts;
  /** Saves the whole transcript as a file. */
  onSaveAs: (transcript: Transcript, form: OutputFormat) => void;
  /** Where the reader moved the times of this episode on this site, in the order in which they did. */
  syncPoints: readonly SyncPoint[];
  onSyncPointsChange: (taps: readonly SyncPoint[]) => void;
  /** The reader's own corrections of all shows. */
  corrections: readonly Correction[];
  /** Keeps a correction, or gives up those of the reader's that are about the same words. */
  onCorrect: (words: PickedWords, shown: string | null, everywhere: boolean) => void;
  /** Copies a ready-made report about the words at a place; false when the browser refused. */
  copyReport: (
    transcript: Transcript,
    paragraph: number,
    start: number,
    words: PickedWords,
  ) => Promise<boolean>;
  /** Saves the reader's corrections as a glossary file. */
  onExportGlossary: () => void;
  /** How the text looks. */
  typography: TypographySettings;
  onTypographyChange: (reading: TypographySettings) => void;
  /** Of the panel where it is docked, in px; while it is dragged, and when that has ended. */
  width: number;
  onResize: (width: number, done: boolean) => void;
  /** The reader is about to open it: the pointer or the focus is on the tab. */
  onPrefetch: () => void;
  onOpenChange: (open: boolean) => void;
  onReloadPage: () => void;
  onOpenOptions: () => void;
}

/** The panel: closed a small tab, open the transcript of the page's episode. */
export function PanelApp(props: Props) {
  const {
    title,
    show,
    open,
    opener,
    copyRequest: commanded,
    requestedTarget: moment,
    player,
    isContextInvalidated: gone,
    load,
    align,
    quotePorts: quoting,
  } = props;
  const {
    onPrefetch: onNear,
    onOpenChange: onOpen,
    onReloadPage,
    onOpenOptions: onOptions,
    onSaveAs,
  } = props;
  const {
    corrections,
    onCorrect,
    copyReport: report,
    onExportGlossary: onExport,
    syncPoints: taps,
    onSyncPointsChange: onTaps,
  } = props;
  const { typography: reading, onTypographyChange: onReading, width, onResize: onWidth } = props;
  const [isHeard, setHeard] = useState(false);
  const [sheet, setSheet] = useState<PanelSheet>(null);
  const [said, say] = useAnnouncement();
  const tab = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const touched = useRef(false);
  const keys = useRef<((event: KeyboardEvent) => void) | null>(null);
  const playback = usePlayback(player);
  const canJump = playback.hasPlayer && !playback.advert;
  const {
    result: loaded,
    unsynced: own,
    synced: here,
    retry,
  } = useTranscript(open || commanded !== null, {
    load,
    align,
    duration: playback.duration,
    syncPoints: taps,
  });
  const transcript = useMemo(() => {
    if (!here) return null;
    return isHeard ? revertChanges(here) : applyCorrections(here, show, corrections);
  }, [here, isHeard, show, corrections]);
  const shipped = loaded?.ok ? loaded.value : null;
  const asked = useResolvedTarget(moment, shipped, transcript, say);
  useSeekToTarget(asked.target, shipped, here, player, canJump);
  const quotes = createQuoteActions(quoting, transcript, shipped, say);

  useEffect(() => {
    const back = opener?.isConnected ? opener : tab.current;
    if (open && (touched.current || opener)) close.current?.focus();
    else if (touched.current || opener) back?.focus();
    // Only when it opens or closes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [open]);
  const turn = (next: boolean) => {
    touched.current = true;
    say("");
    onOpen(next);
  };

  const onJump = (place: TextPosition) => {
    const seconds = transcript && interpolateSeconds(transcript.paragraphs, place);
    if (transcript && seconds !== null) player.seek(toSeekSeconds(seconds, transcript.timing));
  };
  const onNow = (paragraph: number) => {
    const state = player.getState();
    const tap = own && state && createSyncPoint(own, paragraph, state.seconds);
    if (!tap) return;
    onTaps(addSyncPoint(taps, tap));
    say(t("moved.by", { by: formatTimeShift(tap.here - tap.own) }));
  };
  const done = useRef<object | null>(null);
  useEffect(() => {
    if (!commanded || done.current === commanded || !transcript) return;
    done.current = commanded;
    const state = player.getState();
    const spoken = state && !state.advert && findSpokenLine(transcript, state.seconds);
    if (spoken) quotes.copy(createTextRange(spoken.paragraph, spoken.line));
    else say(t("panel.nothingSpoken"));
  });
  const onReport = (paragraph: number, start: number, words: PickedWords) => {
    if (transcript)
      void report(transcript, paragraph, start, words).then((copied) =>
        say(describeCopy(copied, t("panel.reportCopied"))),
      );
  };
  const onHeard = () => {
    setHeard(!isHeard);
    say(t(isHeard ? "panel.asCorrected" : "panel.asHeard"));
  };

  if (!open)
    return (
      <>
        <button
          ref={tab}
          type="button"
          class="tab"
          aria-expanded="false"
          onPointerEnter={onNear}
          onFocus={onNear}
          onClick={() => turn(true)}
        >
          <Icon name="transcript" /> {t("panel.transcript")}
        </button>
        <p class="said" role="status" aria-live="polite">
          {said}
        </p>
      </>
    );
  const isMoved = taps.length > 0;
  const note = transcript && getTimingNote(transcript, playback, isMoved);
  return (
    <section
      class="panel"
      aria-label={t("panel.transcript")}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        keys.current?.(event);
        if (event.key !== "Escape" || event.defaultPrevented) return;
        if (sheet) setSheet(null);
        else turn(false);
      }}
    >
      <ResizeHandle width={width} onResize={onWidth} />
      <PanelHeader title={title} show={show} closeButtonRef={close} onClose={() => turn(false)}>
        <TypographyMenu typography={reading} onTypographyChange={onReading} />
        <MoreMenu
          isHeard={isHeard}
          correctionCount={corrections.length}
          onToggleHeard={onHeard}
          onExportGlossary={() => {
            onExport();
            say(t("panel.exported"));
          }}
          onOpenShortcuts={() => setSheet("keys")}
          onOpenOptions={onOptions}
          onOpenQuotes={quoting.openQuotesList}
          isTimed={transcript !== null && transcript.timing !== "none"}
          onSaveAs={transcript && ((form) => onSaveAs(transcript, form))}
        />
      </PanelHeader>
      {gone && (
        <Notice
          text={describeFailure("extension-gone")}
          action={{ label: t("reloadPage"), run: onReloadPage }}
        />
      )}
      {!loaded && !gone && (
        <p class="loading" role="status">
          {t("panel.loading")}
        </p>
      )}
      {loaded && !loaded.ok && !gone && (
        <Notice text={describeFailure(loaded.reason)} action={{ label: t("tryAgain"), run: retry }} />
      )}
      {note && <p class="note">{note}</p>}
      {transcript && isMoved && (
        <SyncNote
          syncPoints={taps}
          onUndo={() => {
            onTaps(taps.slice(0, -1));
            say(t(taps.length > 1 ? "moved.back" : "moved.own"));
          }}
        />
      )}
      {isHeard && (
        <p class="note">
          {t("panel.asHeard")}{" "}
          <button type="button" class="link" onClick={onHeard}>
            {t("panel.showCorrected")}
          </button>
        </p>
      )}
      {transcript?.notes && <ShowNotes notes={transcript.notes} />}
      {transcript && (
        <TranscriptView
          transcript={transcript}
          player={player}
          canJump={canJump}
          target={asked.target}
          targetOffsets={asked.targetOffsets}
          quotePorts={quoting}
          quoteActions={quotes}
          keyHandler={keys}
          show={show}
          sheet={sheet}
          onSheetChange={setSheet}
          onCorrect={(words, shown, everywhere) => {
            onCorrect(words, shown, everywhere);
            say(t(shown === null ? "panel.asHeard" : "panel.corrected"));
          }}
          onReport={onReport}
          onToggleHeard={onHeard}
          onJump={onJump}
          onSetSyncPoint={onNow}
        />
      )}
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
    </section>
  );
}

/** What a reader should know about the times before they trust them. */
function getTimingNote(
  { timing }: Transcript,
  { hasPlayer: present, advert }: Playback,
  isMoved: boolean,
): string | null {
  if (advert) return t("panel.advert");
  if (!present) return t("panel.noPlayer");
  if (timing === "none") return t("panel.noTimes");
  return timing === "exact" || isMoved ? null : t("panel.approximate");
}
