/** What a player is doing. */
export interface PlayerState {
  /** Seconds into the recording. */
  seconds: number;
  /** In seconds; null while unknown and for live streams. */
  duration: number | null;
  paused: boolean;
  /** 1 is normal speed. */
  rate: number;
  /** An advert plays instead of the episode, so `seconds` is the advert's. */
  advert: boolean;
}

/** A player on the page or in one of its frames. */
export interface Player {
  /** Null while there is no player on the page. */
  getState(): PlayerState | null;
  /** Seeks to a time in seconds; a paused player stays paused. */
  seek(seconds: number): void;
  /** Plays, or pauses. */
  toggle(): void;
  /** Calls back whenever the state may have changed, until the signal aborts. */
  watch(listener: () => void, signal: AbortSignal): void;
}

const MEDIA_EVENTS =
  "timeupdate seeking seeked play pause ratechange durationchange loadedmetadata emptied ended".split(" ");
/** How often the page is checked for a player that was added or removed. */
const PRESENCE_CHECK_INTERVAL_MS = 2000;
/** Added to a time, so that a seek ends inside the line and not at the end of the line before it. */
const NUDGE_SECONDS = 0.01;
/** Classes of YouTube's player while an advert plays (www.youtube.com, 2026-08). */
const ADVERT_SELECTOR = ".ad-showing, .ad-interrupting";

/** Creates the player of a page. It looks up the main media element at each call, because pages replace it. */
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
      // An autoplay policy can reject (https://developer.mozilla.org/docs/Web/Media/Guides/Autoplay).
      else void media.play().catch(() => null);
    },
    watch(listener, signal) {
      // Media events don't bubble, but a capturing listener receives those of every element.
      for (const name of MEDIA_EVENTS) document.addEventListener(name, listener, { capture: true, signal });
      // A player that is added late and preloads nothing sends no event.
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

/** Finds the main video or audio: YouTube's own player first, then the longest. Elements in hidden pages don't count. */
function findMainMedia(document: Document): HTMLMediaElement | null {
  const all = [...document.querySelectorAll<HTMLMediaElement>("video, audio")].filter(
    (media) => !media.closest("[hidden]"),
  );
  const length = (media: HTMLMediaElement) => (Number.isFinite(media.duration) ? media.duration : 0);
  const main = (media: HTMLMediaElement) => Number(media.closest("#movie_player, #shorts-player") !== null);
  return all.toSorted((a, b) => main(b) - main(a) || length(b) - length(a))[0] ?? null;
}

const isAdvert = (media: HTMLMediaElement) => media.closest(ADVERT_SELECTOR) !== null;

/** Reads the state of a media element; null without one. */
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
