import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Result } from "../../utils/result.ts";
import type { Player } from "../../utils/sites/player.ts";
import { asHeard, withCorrections, type Correction } from "../../utils/transcript/corrections.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { startOf } from "../../utils/transcript/times.ts";
import { failureText } from "../ui/failure-text.ts";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useSaid } from "../ui/use-said.ts";
import { MoreMenu } from "./MoreMenu.tsx";
import { ShowNotes } from "./ShowNotes.tsx";
import { TranscriptView } from "./TranscriptView.tsx";
import { useMoment, type Shown } from "./use-moment.ts";
import { usePlayback, type Playback } from "./use-playback.ts";
import { useTranscript } from "./use-transcript.ts";
import type { Picked } from "./use-words.ts";

interface Props {
  title: string;
  show: string;
  open: boolean;
  /** A new object shows the moment again. */
  moment: Shown | null;
  player: Player;
  /** The extension was updated or switched off under the page. */
  gone: boolean;
  load: () => Promise<Result<Transcript>>;
  /** Copies a paragraph as a quote; false when the browser refused. */
  copy: (transcript: Transcript, paragraph: number) => Promise<boolean>;
  /** The reader's own corrections of all shows. */
  corrections: readonly Correction[];
  /** Keeps a correction, or gives up those of the reader's that are about the same words. */
  onCorrect: (words: Picked, shown: string | null, everywhere: boolean) => void;
  /** Copies a ready-made report about the words at a place; false when the browser refused. */
  report: (transcript: Transcript, paragraph: number, start: number, words: Picked) => Promise<boolean>;
  /** Saves the reader's corrections as a glossary file. */
  onExport: () => void;
  onOpen: (open: boolean) => void;
  onReloadPage: () => void;
}

/** The panel: closed a small tab, open the transcript of the page's episode. */
export function PanelApp(props: Props) {
  const { title, show, open, moment, player, gone, load, copy, onOpen, onReloadPage } = props;
  const { corrections, onCorrect, report, onExport } = props;
  const [isHeard, setHeard] = useState(false);
  const [said, say] = useSaid();
  const tab = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const touched = useRef(false);
  const keys = useRef<((event: KeyboardEvent) => void) | null>(null);
  const playback = usePlayback(player);
  const canJump = playback.present && !playback.advert;
  const { loaded, transcript: cleaned, retry } = useTranscript(open, load, playback.duration);
  const transcript = useMemo(() => {
    if (!cleaned) return null;
    return isHeard ? asHeard(cleaned) : withCorrections(cleaned, show, corrections);
  }, [cleaned, isHeard, show, corrections]);
  useMoment(moment, transcript, player, canJump);

  useEffect(() => {
    if (touched.current) (open ? close : tab).current?.focus();
  }, [open]);
  const turn = (next: boolean) => {
    touched.current = true;
    say("");
    onOpen(next);
  };

  const onJump = (paragraph: number) => {
    const seconds = startOf(transcript?.paragraphs[paragraph]);
    if (seconds !== null) player.seek(seconds);
  };
  const tell = (done: string) => (copied: boolean) =>
    say(copied ? done : "The browser did not allow copying. Select the words and copy them instead.");
  const onCopy = (paragraph: number) => {
    if (transcript) void copy(transcript, paragraph).then(tell("Quote copied"));
  };
  const onReport = (paragraph: number, start: number, words: Picked) => {
    if (transcript) void report(transcript, paragraph, start, words).then(tell("Report copied"));
  };
  const onHeard = () => {
    setHeard(!isHeard);
    say(isHeard ? "Shown as corrected" : "Shown as heard");
  };

  if (!open)
    return (
      <button ref={tab} type="button" class="tab" aria-expanded="false" onClick={() => turn(true)}>
        <Icon name="transcript" /> Transcript
      </button>
    );
  const note = transcript && noteFor(transcript, playback);
  return (
    <section
      class="panel"
      aria-label="Transcript"
      onKeyDown={(event) => {
        if (event.isComposing) return;
        keys.current?.(event);
        if (event.key === "Escape" && !event.defaultPrevented) turn(false);
      }}
    >
      <header>
        <div class="about">
          <h2>{title}</h2>
          <p>{show}</p>
        </div>
        <MoreMenu
          heard={isHeard}
          corrections={corrections.length}
          onHeard={onHeard}
          onExport={() => {
            onExport();
            say("Corrections saved as a file");
          }}
        />
        <button
          ref={close}
          type="button"
          class="close"
          aria-label="Close the transcript"
          onClick={() => turn(false)}
        >
          <Icon name="close" />
        </button>
      </header>
      {gone && (
        <Notice text={failureText("extension-gone")} action={{ label: "Reload page", run: onReloadPage }} />
      )}
      {!loaded && !gone && (
        <p class="loading" role="status">
          Loading the transcript …
        </p>
      )}
      {loaded && !loaded.ok && !gone && (
        <Notice text={failureText(loaded.reason)} action={{ label: "Try again", run: retry }} />
      )}
      {note && <p class="note">{note}</p>}
      {isHeard && (
        <p class="note">
          Shown as heard.{" "}
          <button type="button" class="link" onClick={onHeard}>
            Show as corrected
          </button>
        </p>
      )}
      {transcript?.notes && <ShowNotes notes={transcript.notes} />}
      {transcript && (
        <TranscriptView
          transcript={transcript}
          player={player}
          canJump={canJump}
          target={moment}
          keys={keys}
          show={show}
          onCorrect={(words, shown, everywhere) => {
            onCorrect(words, shown, everywhere);
            say(shown === null ? "Shown as heard" : "Corrected");
          }}
          onReport={onReport}
          onHeard={onHeard}
          onJump={onJump}
          onCopy={onCopy}
        />
      )}
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
    </section>
  );
}

/** What a reader should know about the times before they trust them. */
function noteFor({ timing }: Transcript, { present, advert }: Playback): string | null {
  if (advert) return "An advert is playing: the transcript waits for the episode.";
  if (!present) return "No player found on this page yet: reading works, jumping does not.";
  if (timing === "none") return "This transcript has no times.";
  return timing === "exact" ? null : "Times are approximate.";
}
