import { hostOf, isYouTube } from "./key.ts";
import { sideColumn } from "./youtube.ts";

/** A column narrower than this is folded away or no column, in px. */
const LEAST_WIDTH = 280;
/** How often it is checked whether the page has moved things about. */
const CHECK_MS = 1000;

/**
 * Keeps an element where it belongs on a page until the signal: in YouTube's side column when there is one, else
 * docked at the right edge; hidden while something else is full screen; in the theme it is told, else in the page's
 * or the system's. What it gives puts the element right at once, when the theme has changed.
 */
export function keepInPlace(
  host: HTMLElement,
  document: Document,
  theme: () => string | null,
  signal: AbortSignal,
): () => void {
  const window = document.defaultView!;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const youtube = isYouTube(hostOf(new URL(document.location.href)));
  const place = () => {
    const column = youtube ? sideColumn(document) : null;
    const home = column && column.getBoundingClientRect().width >= LEAST_WIDTH ? column : null;
    set(host, "data-place", home ? "column" : "dock");
    const parent = home ?? document.body;
    if (host.parentElement !== parent) move(host, parent);
    const full = document.fullscreenElement;
    host.toggleAttribute("data-hidden", full !== null && !full.contains(host));
    const isDark = youtube ? document.documentElement.hasAttribute("dark") : dark.matches;
    set(host, "data-theme", theme() ?? (isDark ? "dark" : "light"));
  };
  const timer = window.setInterval(place, CHECK_MS);
  signal.addEventListener("abort", () => window.clearInterval(timer), { once: true });
  for (const name of ["fullscreenchange", "yt-navigate-finish", "yt-page-data-updated"])
    document.addEventListener(name, place, { signal });
  window.addEventListener("resize", place, { signal });
  dark.addEventListener("change", place, { signal });
  place();
  return place;
}

/** Moves an element to the beginning of another one; what is scrolled and focused in it stays so. */
function move(host: HTMLElement, parent: Element): void {
  const within = host.shadowRoot;
  const focused = within?.activeElement as HTMLElement | null | undefined;
  const scrolled = [...(within?.querySelectorAll("*") ?? [])].flatMap((e) =>
    e.scrollTop ? [[e, e.scrollTop] as const] : [],
  );
  parent.prepend(host);
  for (const [element, top] of scrolled) element.scrollTop = top;
  focused?.focus({ preventScroll: true });
}

/** Sets an attribute only when it differs, so that the page's own observers are left alone. */
function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
