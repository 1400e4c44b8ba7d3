import { browser } from "wxt/browser";
import { isContextInvalidated } from "./extension-context.ts";
import type { TextQuoteSelector } from "../quote/text-quote-selector.ts";
import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import type { PageMatch } from "../library/match-page.ts";
import type { CatalogEpisode, OwnEpisode, OwnTranscript } from "../library/library-model.ts";
import type { Result } from "../shared/result.ts";
import type { PageFacts } from "../sites/site-adapter.ts";
import type { PlayerCommand } from "../sites/frame-player.ts";
import type { SiteId } from "../sites/sites.ts";
import type { PlayerState } from "../sites/player.ts";
import type { AcquiredCaptions } from "../sources/youtube/load-captions.ts";
import type { Cue, Transcript } from "../transcript/model/transcript.ts";

/** A place in an episode to open, sent between extension pages, background and page. */
export interface MomentToOpen {
  episode: string;
  /** Index of the paragraph in the transcript; null opens the episode without seeking. */
  paragraph: number | null;
  /** On the transcript's own clock; null for an episode without times. */
  seconds: number | null;
  /** Of a quote: its words are looked for first. */
  selector?: TextQuoteSelector;
}

/** Commands of the manifest's browser-wide shortcuts. */
export type PageCommand = "open-panel" | "copy-sentence";

/** What the background knows about a page. */
export interface PageAnswer {
  /** See `getEpisodeKey`; null where the page can be no episode's. */
  key: string | null;
  /** The site of the page, under which the reader's choices are stored; null for an address that cannot be read. */
  site: SiteId | null;
  match: PageMatch;
  /** The panel waits for a click of the reader, after which it opens at once. */
  needsClick: boolean;
  /** A moment that was opened in this tab and waits to be shown. */
  moment: MomentToOpen | null;
}

/**
 * Every message by name. The part before the dot is the receiver. A messaging library would double the size of the
 * content script.
 */
export interface Messages {
  /** Page → background: what the page shows, after every change. */
  "background.reportPage": { request: { facts: PageFacts }; response: PageAnswer };
  /** Frame → background: whether the frame is the player of an episode. */
  "background.matchPlayer": {
    request: { facts: PageFacts };
    response: { key: string; episode: CatalogEpisode } | null;
  };
  /** Page → background: times the transcript by the page's captions. */
  "background.alignTranscript": {
    request: { episode: string; captions: Cue[] };
    response: Result<Transcript>;
  };
  /** Page → background: the transcript of the reader's own episode; pages of other hosts cannot read the database. */
  "background.loadTranscript": { request: { episode: string }; response: Result<Transcript> };
  /** Extension page → background: own episodes were changed, or segments of their index cannot be read. */
  "background.maintainIndex": { request: { broken: number[] }; response: null };
  /** Extension page → background: adds an episode to the reader's library, with its transcript as it was received. */
  "background.saveEpisode": {
    request: { facts: OwnEpisode; source: string; transcript: Transcript };
    response: Result<null>;
  };
  /** Extension page → background: takes episodes out of the library. Unknown ids are skipped. */
  "background.removeEpisodes": { request: { episodes: string[] }; response: Result<null> };
  /** Extension page → background: brings removed episodes back, as far as they are not gone for good. */
  "background.restoreEpisodes": { request: { episodes: string[] }; response: Result<null> };
  /** Page → background: cleans the captions of the tab's video. */
  "background.cleanCaptions": { request: { captions: AcquiredCaptions }; response: Result<OwnTranscript> };
  /** Page → background: reads the body of a caption file. Empty for anything else. */
  "background.parseCaptions": { request: { body: string }; response: Cue[] };
  /** Page → background: the transcript of a video that was cleaned before; null where there is none. */
  "background.findTranscript": {
    request: { video: string };
    response: Transcript | null;
  };
  "background.openOptions": { request: null; response: null };
  "background.saveQuote": { request: { quote: SavedQuote }; response: Result<null> };
  "background.getSavedQuotes": { request: { episode: string }; response: Result<SavedQuote[]> };
  "background.openQuotes": { request: null; response: null };
  "background.openMoment": { request: { moment: MomentToOpen; newTab: boolean }; response: Result<null> };
  /** Frame → background → top page: the player's state changed. Answers whether the page has a panel for the episode. */
  "background.reportPlayer": { request: { key: string; state: PlayerState | null }; response: boolean };
  /** Page → background → frames: a panel opened and needs the state of players in frames. */
  "background.requestPlayerReports": { request: null; response: null };
  /** Page → background → frames: controls the player of an episode. */
  "background.controlPlayer": { request: { key: string; command: PlayerCommand }; response: null };
  /** Popup → page: what the page shows. */
  "page.getMatch": { request: null; response: PageMatch };
  /** Options page → page: the reader switched a site on or off, so the page asks the background again. */
  "page.refresh": { request: null; response: null };
  /** Background → page: shows a moment. Answers false when the page shows another episode by now. */
  "page.showMoment": { request: { moment: MomentToOpen }; response: boolean };
  /** Background → active page: a browser-wide shortcut was pressed. */
  "page.runCommand": { request: { command: PageCommand }; response: null };
  "page.reportPlayer": { request: { key: string; state: PlayerState | null }; response: boolean };
  "frame.requestReport": { request: null; response: null };
  "frame.controlPlayer": { request: { key: string; command: PlayerCommand }; response: null };
}

type MessageName = keyof Messages;
type ReceiverMessage<Receiver extends string> = Extract<MessageName, `${Receiver}.${string}`>;
interface MessageEnvelope {
  earmark: MessageName;
  request: unknown;
}

/** Where a message came from. The extension's own pages have no tab. */
export interface MessageSender {
  tabId?: number | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  /** The tab is in a private window, from which nothing is stored. */
  isPrivate?: boolean | undefined;
}

/** Carries errors as data: content scripts run without the polyfill, and no browser passes on what a listener throws. */
type MessageReply = { value: unknown } | { error: string };

/** Sends a request to the background. Rejects when the extension context was invalidated. */
export async function sendToBackground<N extends ReceiverMessage<"background">>(
  name: N,
  request: Messages[N]["request"],
): Promise<Messages[N]["response"]> {
  // Chromium throws synchronously in an invalidated context; the async function turns that into a rejection.
  return unwrapReply(await browser.runtime.sendMessage({ earmark: name, request }));
}

/** Sends a request to a tab's top page, or to one of its frames. Rejects where no content script listens. */
export const sendToPage = async <N extends ReceiverMessage<"page" | "frame">>(
  tab: number,
  name: N,
  request: Messages[N]["request"],
  frameId = 0,
): Promise<Messages[N]["response"]> =>
  unwrapReply(await browser.tabs.sendMessage(tab, { earmark: name, request }, { frameId }));

function unwrapReply<N extends MessageName>(reply: unknown): Messages[N]["response"] {
  const { value, error } = (reply ?? { error: "Nobody answered." }) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value as Messages[N]["response"];
}

/** Sends a request to every frame of a tab. Frames without a handler ignore it. */
export async function sendToFrames<N extends ReceiverMessage<"frame">>(
  tab: number,
  name: N,
  request: Messages[N]["request"],
): Promise<null> {
  // A tab without any listener rejects.
  await browser.tabs.sendMessage(tab, { earmark: name, request }).catch(() => null);
  return null;
}

type MessageHandlers<Receiver extends string> = {
  [N in ReceiverMessage<Receiver>]?: (
    request: Messages[N]["request"],
    from: MessageSender,
  ) => Messages[N]["response"] | Promise<Messages[N]["response"]>;
};

/** Answers messages until the returned function is called. Messages without a handler are left to other listeners. */
export function handleMessages<Receiver extends "background" | "page" | "frame">(
  handlers: MessageHandlers<Receiver>,
): () => void {
  const listener = (
    message: unknown,
    sender: { tab?: { id?: number; incognito?: boolean }; frameId?: number; url?: string },
    reply: (answered: MessageReply) => void,
  ) => {
    const { earmark, request } = (message ?? {}) as Partial<MessageEnvelope>;
    const handler =
      earmark &&
      (handlers as { [name: string]: ((q: unknown, s: MessageSender) => unknown) | undefined })[earmark];
    if (!handler) return undefined;
    const from: MessageSender = {
      tabId: sender.tab?.id,
      frameId: sender.frameId,
      url: sender.url,
      isPrivate: sender.tab?.incognito,
    };
    void (async () => handler(request, from))().then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: String(error) }),
    );
    return true; // The reply comes later.
  };
  browser.runtime.onMessage.addListener(
    listener as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  return () => {
    // Chromium 156 throws when a listener is removed from an invalidated context.
    if (isContextInvalidated()) return;
    browser.runtime.onMessage.removeListener(
      listener as Parameters<typeof browser.runtime.onMessage.addListener>[0],
    );
  };
}
