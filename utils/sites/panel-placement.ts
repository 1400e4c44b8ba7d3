import { findSite } from "./sites.ts";
import { findTranscriptColumns } from "./youtube-page.ts";

/** What the reader wants, as it is now. */
export interface PlacementOptions {
  /** Null for the page's or the system's. */
  theme: string | null;
  /** Over what fills the screen, rather than hidden. */
  isOverFullscreen: boolean;
  /** Width that a docked panel should have beside the page rather than over it, in px; 0 for none. */
  pushWidth: number;
}

/** A column narrower than this is folded away or no column, in px. */
const MIN_COLUMN_WIDTH = 280;
/** How often it is checked whether the page has moved things about. */
const CHECK_INTERVAL_MS = 1000;

/**
 * Keeps an element where it belongs on a page until the signal: in YouTube's side column or, in windows that have none,
 * under its player; afloat over Shorts; else docked at the right edge. While something else fills the screen it is
 * hidden, or over that where the reader wants so. What it gives puts the element right at once, when a wish has changed.
 */
export function keepPanelPlaced(
  host: HTMLElement,
  document: Document,
  wishes: () => PlacementOptions,
  signal: AbortSignal,
): () => void {
  const window = document.defaultView!;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const youtube = findSite(new URL(document.location.href))?.pages?.kind === "youtube";
  const root = document.documentElement;
  let wasPushed = false;
  const place = () => {
    const { theme, isOverFullscreen: isOver, pushWidth: push } = wishes();
    const full = document.fullscreenElement;
    // A player that is the very element shows nothing that is put into it.
    const over = isOver && full && !full.matches("video, audio, iframe") ? full : null;
    const columns = youtube && !over ? findTranscriptColumns(document) : [];
    const home = columns.find((column) => column.getBoundingClientRect().width >= MIN_COLUMN_WIDTH);
    const isAfloat = youtube && document.location.pathname.startsWith("/shorts/");
    updateAttribute(host, "data-place", home ? "column" : isAfloat && !over ? "float" : "dock");
    const parent = home ?? (over && over !== root ? over : document.body);
    if (host.parentElement !== parent) moveElement(host, parent);
    host.toggleAttribute("data-hidden", full !== null && !over);
    const isPushed = push > 0 && !home && !full && !isAfloat;
    // Left alone unless the reader wants it pushed, or has wanted so: the margin may be the page's own.
    if (isPushed || wasPushed) root.style.marginInlineEnd = isPushed ? `${push}px` : "";
    wasPushed = isPushed;
    const isDark = youtube ? root.hasAttribute("dark") : dark.matches;
    updateAttribute(host, "data-theme", theme ?? (isDark ? "dark" : "light"));
  };
  const timer = window.setInterval(place, CHECK_INTERVAL_MS);
  const leave = () => {
    window.clearInterval(timer);
    if (wasPushed) root.style.marginInlineEnd = "";
  };
  signal.addEventListener("abort", leave, { once: true });
  for (const name of ["fullscreenchange", "yt-navigate-finish", "yt-page-data-updated"])
    document.addEventListener(name, place, { signal });
  window.addEventListener("resize", place, { signal });
  dark.addEventListener("change", place, { signal });
  place();
  return place;
}

/** Moves an element to the beginning of another one; what is scrolled and focused in it stays so. */
function moveElement(host: HTMLElement, parent: Element): void {
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
function updateAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
