import { signal, type ReadonlySignal } from "@preact/signals";

/** How long an announcement is visible, in milliseconds: long enough to be read twice. */
const ANNOUNCEMENT_MS = 4000;

/** The text of a live region. */
export interface Announcer {
  /** Empty when nothing is announced. */
  message: ReadonlySignal<string>;
  announce: (message: string) => void;
}

/** Creates an announcer whose messages disappear by themselves. */
export function createAnnouncer(until: AbortSignal): Announcer {
  const message = signal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  until.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return {
    message,
    announce(next) {
      clearTimeout(timer);
      message.value = next;
      if (next) timer = setTimeout(() => (message.value = ""), ANNOUNCEMENT_MS);
    },
  };
}
