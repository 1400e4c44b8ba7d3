import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Result } from "../../utils/result.ts";
import type { Reading } from "../../utils/settings.ts";
import type { Player } from "../../utils/sites/player.ts";
import { revertChanges, applyCorrections, type Correction } from "../../utils/transcript/corrections.ts";
import { lineOf } from "../../utils/quote/extent.ts";
import type { OutputFormat } from "../../utils/transcript/print.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { formatTimeShift } from "../../utils/transcript/clock.ts";
import {
  toSeekSeconds,
  findSpokenLine,
  interpolateSeconds,
  type TextPosition,
} from "../../utils/transcript/times.ts";
import { createSyncPoint, addSyncPoint, type SyncPoint } from "../../utils/transcript/timing/shifts.ts";
import type { Quoting } from "../quote/quoting.ts";
import { failureText } from "../ui/failure-text.ts";
import { Icon } from "../ui/Icon.tsx";
import { copiedText } from "../ui/outcome.ts";
import { Notice } from "../ui/Notice.tsx";
import { useSaid } from "../ui/use-said.ts";
import { Edge } from "./Edge.tsx";
import { MoreMenu } from "./MoreMenu.tsx";
import { PanelHeader } from "./PanelHeader.tsx";
import { MovedNote } from "./MovedNote.tsx";
import { ReadingMenu } from "./ReadingMenu.tsx";
import { ShowNotes } from "./ShowNotes.tsx";
import { TranscriptView, type Sheet } from "./TranscriptView.tsx";
import { useAsked, type Asked } from "./use-asked.ts";
import { useMoment } from "./use-moment.ts";
import { usePlayback, type Playback } from "./use-playback.ts";
import { quoteActions } from "./use-quotes.ts";
import { useTranscript } from "./use-transcript.ts";
import type { Picked } from "./use-words.ts";
import { t } from "../ui/words.ts";

interface Props {
  title: string;
  show: string;
  open: boolean;
  /** What had the focus on the page when a key of the browser opened the panel. */
  opener: HTMLElement | null;
  /** A new object copies the sentence being spoken, whether the panel is open or not. */
  commanded: object | null;
  /** A new object shows the moment again. */
  moment: Asked | null;
  player: Player;
  /** The extension was updated or switched off under the page. */
  gone: boolean;
  load: () => Promise<Result<Transcript>>;
  /** Looks for captions of the page, until the signal, and tells of the transcript with their times. */
  align: (language: string, tell: (aligned: Transcript) => void, signal: AbortSignal) => void;
  quoting: Quoting;
  /** Saves the whole transcript as a file. */
  onSaveAs: (transcript: Transcript, form: OutputFormat) => void;
  /** Where the reader moved the times of this episode on this site, in the order in which they did. */
  taps: readonly SyncPoint[];
  onTaps: (taps: readonly SyncPoint[]) => void;
  /** The reader's own corrections of all shows. */
  corrections: readonly Correction[];
  /** Keeps a correction, or gives up those of the reader's that are about the same words. */
  onCorrect: (words: Picked, shown: string | null, everywhere: boolean) => void;
  /** Copies a ready-made report about the words at a place; false when the browser refused. */
  report: (transcript: Transcript, paragraph: number, start: number, words: Picked) => Promise<boolean>;
  /** Saves the reader's corrections as a glossary file. */
  onExport: () => void;
  /** How the text looks. */
  reading: Reading;
  onReading: (reading: Reading) => void;
  /** Of the panel where it is docked, in px; while it is dragged, and when that has ended. */
  width: number;
  onWidth: (width: number, done: boolean) => void;
  /** The reader is about to open it: the pointer or the focus is on the tab. */
  onNear: () => void;
  onOpen: (open: boolean) => void;
  onReloadPage: () => void;
  onOptions: () => void;
}

/** The panel: closed a small tab, open the transcript of the page's episode. */
export function PanelApp(props: Props) {
  const { title, show, open, opener, commanded, moment, player, gone, load, align, quoting } = props;
  const { onNear, onOpen, onReloadPage, onOptions, onSaveAs } = props;
  const { corrections, onCorrect, report, onExport, taps, onTaps } = props;
  const { reading, onReading, width, onWidth } = props;
  const [isHeard, setHeard] = useState(false);
  const [sheet, setSheet] = useState<Sheet>(null);
  const [said, say] = useSaid();
  const tab = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const touched = useRef(false);
  const keys = useRef<((event: KeyboardEvent) => void) | null>(null);
  const playback = usePlayback(player);
  const canJump = playback.present && !playback.advert;
  const { loaded, own, here, retry } = useTranscript(open || commanded !== null, {
    load,
    align,
    duration: playback.duration,
    taps,
  });
  const transcript = useMemo(() => {
    if (!here) return null;
    return isHeard ? revertChanges(here) : applyCorrections(here, show, corrections);
  }, [here, isHeard, show, corrections]);
  const shipped = loaded?.ok ? loaded.value : null;
  const asked = useAsked(moment, shipped, transcript, say);
  useMoment(asked.target, shipped, here, player, canJump);
  const quotes = quoteActions(quoting, transcript, shipped, say);

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
    const state = player.state();
    const tap = own && state && createSyncPoint(own, paragraph, state.seconds);
    if (!tap) return;
    onTaps(addSyncPoint(taps, tap));
    say(t("moved.by", { by: formatTimeShift(tap.here - tap.own) }));
  };
  const done = useRef<object | null>(null);
  useEffect(() => {
    if (!commanded || done.current === commanded || !transcript) return;
    done.current = commanded;
    const state = player.state();
    const spoken = state && !state.advert && findSpokenLine(transcript, state.seconds);
    if (spoken) quotes.copy(lineOf(spoken.paragraph, spoken.line));
    else say(t("panel.nothingSpoken"));
  });
  const onReport = (paragraph: number, start: number, words: Picked) => {
    if (transcript)
      void report(transcript, paragraph, start, words).then((copied) =>
        say(copiedText(copied, t("panel.reportCopied"))),
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
  const note = transcript && noteFor(transcript, playback, isMoved);
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
      <Edge width={width} onWidth={onWidth} />
      <PanelHeader title={title} show={show} close={close} onClose={() => turn(false)}>
        <ReadingMenu reading={reading} onReading={onReading} />
        <MoreMenu
          heard={isHeard}
          corrections={corrections.length}
          onHeard={onHeard}
          onExport={() => {
            onExport();
            say(t("panel.exported"));
          }}
          onHelp={() => setSheet("keys")}
          onOptions={onOptions}
          onQuotes={quoting.onList}
          isTimed={transcript !== null && transcript.timing !== "none"}
          onSaveAs={transcript && ((form) => onSaveAs(transcript, form))}
        />
      </PanelHeader>
      {gone && (
        <Notice text={failureText("extension-gone")} action={{ label: t("reloadPage"), run: onReloadPage }} />
      )}
      {!loaded && !gone && (
        <p class="loading" role="status">
          {t("panel.loading")}
        </p>
      )}
      {loaded && !loaded.ok && !gone && (
        <Notice text={failureText(loaded.reason)} action={{ label: t("tryAgain"), run: retry }} />
      )}
      {note && <p class="note">{note}</p>}
      {transcript && isMoved && (
        <MovedNote
          taps={taps}
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
          asked={asked.words}
          quoting={quoting}
          quotes={quotes}
          keys={keys}
          show={show}
          sheet={sheet}
          onSheet={setSheet}
          onCorrect={(words, shown, everywhere) => {
            onCorrect(words, shown, everywhere);
            say(t(shown === null ? "panel.asHeard" : "panel.corrected"));
          }}
          onReport={onReport}
          onHeard={onHeard}
          onJump={onJump}
          onNow={onNow}
        />
      )}
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
    </section>
  );
}

/** What a reader should know about the times before they trust them. */
function noteFor({ timing }: Transcript, { present, advert }: Playback, isMoved: boolean): string | null {
  if (advert) return t("panel.advert");
  if (!present) return t("panel.noPlayer");
  if (timing === "none") return t("panel.noTimes");
  return timing === "exact" || isMoved ? null : t("panel.approximate");
}
