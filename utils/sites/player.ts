/** What a player does right now. */
export interface PlayerState {
  /** Seconds into the recording. */
  seconds: number;
  /** Seconds; null while unknown, and for live streams. */
  duration: number | null;
  paused: boolean;
  /** 1 is normal speed. */
  rate: number;
  /** An advert plays in the episode's place: its times are not the episode's. */
  advert: boolean;
}

/** A player that can be followed and steered, wherever it is. */
export interface Player {
  /** Null while there is no player on the page. */
  getState(): PlayerState | null;
  /** Goes to a time; whether it plays or stands still stays as it was. */
  seek(seconds: number): void;
  /** Plays, or pauses. */
  toggle(): void;
  /** Calls back whenever the state may have changed, until the signal. */
  watch(listener: () => void, signal: AbortSignal): void;
}

const MEDIA_EVENTS =
  "timeupdate seeking seeked play pause ratechange durationchange loadedmetadata emptied ended".split(" ");
/** How often it is checked whether there is a player, in milliseconds. */
const PRESENCE_CHECK_INTERVAL_MS = 2000;
/** Lands inside the line rather than on the edge before it. */
const NUDGE_SECONDS = 0.01;
/** YouTube marks its player while an advert plays (seen 2026-08). */
const ADVERT_SELECTOR = ".ad-showing, .ad-interrupting";

/** The player of a page: its main video or audio, found anew each time, for pages exchange it without notice. */
export function createPagePlayer(document: Document): Player {
  return {
    getState: () => readMediaState(findMainMedia(document)),
    seek(seconds) {
      const media = findMainMedia(document);
      if (media && !isAdvert(media)) media.currentTime = seconds + NUDGE_SECONDS;
    },
    toggle() {
      const media = findMainMedia(document);
      if (!media?.paused) media?.pause();
      // A page may forbid it; then nothing plays, as the reader sees.
      else void media.play().catch(() => null);
    },
    watch(listener, signal) {
      // Media events don't bubble, but they can be captured on the way down, whichever element they belong to.
      for (const name of MEDIA_EVENTS) document.addEventListener(name, listener, { capture: true, signal });
      // A player that was put in late and loads nothing before it is played sends no event.
      let present = findMainMedia(document) !== null;
      const timer = setInterval(() => {
        if (present === (findMainMedia(document) !== null)) return;
        present = !present;
        listener();
      }, PRESENCE_CHECK_INTERVAL_MS);
      signal.addEventListener("abort", () => clearInterval(timer), { once: true });
    },
  };
}

/** The main video or audio: not in a hidden page, YouTube's own before others, then the longest. */
function findMainMedia(document: Document): HTMLMediaElement | null {
  const all = [...document.querySelectorAll<HTMLMediaElement>("video, audio")].filter(
    (media) => !media.closest("[hidden]"),
  );
  const length = (media: HTMLMediaElement) => (Number.isFinite(media.duration) ? media.duration : 0);
  const main = (media: HTMLMediaElement) => Number(media.closest("#movie_player, #shorts-player") !== null);
  return all.toSorted((a, b) => main(b) - main(a) || length(b) - length(a))[0] ?? null;
}

const isAdvert = (media: HTMLMediaElement) => media.closest(ADVERT_SELECTOR) !== null;

/** The state of a media element; null for none, and before its data is there. */
function readMediaState(media: HTMLMediaElement | null): PlayerState | null {
  if (!media) return null;
  const { currentTime, duration, paused, playbackRate } = media;
  return {
    seconds: currentTime,
    duration: Number.isFinite(duration) ? duration : null,
    paused,
    rate: playbackRate,
    advert: isAdvert(media),
  };
}
