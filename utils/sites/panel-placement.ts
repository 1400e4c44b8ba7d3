import { findSite } from "./sites.ts";
import { findTranscriptColumns } from "./youtube-page.ts";

/** The reader's current choices. */
export interface PlacementOptions {
  /** Null follows the page on YouTube and the system elsewhere. */
  theme: string | null;
  /** Shows the panel over a fullscreen element; it is hidden otherwise. */
  isOverFullscreen: boolean;
  /** Width by which a docked panel narrows the page, in px; 0 lays the panel over the page. */
  pushWidth: number;
}

/** In px; a narrower column is collapsed. */
const MIN_COLUMN_WIDTH = 280;
/** How often the place is checked, because pages rearrange themselves without an event. */
const CHECK_INTERVAL_MS = 1000;

/**
 * Keeps the panel's host in its place until the signal aborts: in YouTube's side column or below its player, floating
 * over Shorts, else docked at the right edge. A fullscreen element hides or carries it, as the reader chose.
 * @returns a function that applies changed options at once.
 */
export function keepPanelPlaced(
  host: HTMLElement,
  document: Document,
  getOptions: () => PlacementOptions,
  signal: AbortSignal,
): () => void {
  const window = document.defaultView!;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const isYouTube = findSite(new URL(document.location.href))?.pages?.kind === "youtube";
  const root = document.documentElement;
  let wasPushed = false;
  const place = () => {
    const { theme, isOverFullscreen, pushWidth } = getOptions();
    const full = document.fullscreenElement;
    // Media elements and frames don't render children.
    const over = isOverFullscreen && full && !full.matches("video, audio, iframe") ? full : null;
    const columns = isYouTube && !over ? findTranscriptColumns(document) : [];
    const column = columns.find((one) => one.getBoundingClientRect().width >= MIN_COLUMN_WIDTH);
    const isFloating = isYouTube && document.location.pathname.startsWith("/shorts/");
    updateAttribute(host, "data-place", column ? "column" : isFloating && !over ? "float" : "dock");
    const parent = column ?? (over && over !== root ? over : document.body);
    if (host.parentElement !== parent) moveElement(host, parent);
    host.toggleAttribute("data-hidden", full !== null && !over);
    const isPushed = pushWidth > 0 && !column && !full && !isFloating;
    // The margin can be the page's own, so it is only changed where the panel pushes, or did before.
    if (isPushed || wasPushed) root.style.marginInlineEnd = isPushed ? `${pushWidth}px` : "";
    wasPushed = isPushed;
    const isDark = isYouTube ? root.hasAttribute("dark") : dark.matches;
    updateAttribute(host, "data-theme", theme ?? (isDark ? "dark" : "light"));
  };
  const timer = window.setInterval(place, CHECK_INTERVAL_MS);
  const stop = () => {
    window.clearInterval(timer);
    if (wasPushed) root.style.marginInlineEnd = "";
  };
  signal.addEventListener("abort", stop, { once: true });
  for (const name of ["fullscreenchange", "yt-navigate-finish", "yt-page-data-updated"])
    document.addEventListener(name, place, { signal });
  window.addEventListener("resize", place, { signal });
  dark.addEventListener("change", place, { signal });
  place();
  return place;
}

/** Moves an element to the start of a parent and restores scroll positions and focus, which the move resets. */
function moveElement(host: HTMLElement, parent: Element): void {
  const { shadowRoot } = host;
  const focused = shadowRoot?.activeElement as HTMLElement | null | undefined;
  const scrolled = [...(shadowRoot?.querySelectorAll("*") ?? [])].flatMap((e) =>
    e.scrollTop ? [[e, e.scrollTop] as const] : [],
  );
  parent.prepend(host);
  for (const [element, top] of scrolled) element.scrollTop = top;
  focused?.focus({ preventScroll: true });
}

/** Sets an attribute only when it differs, because each change triggers the page's mutation observers. */
function updateAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
