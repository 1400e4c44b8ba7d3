import { browser } from "wxt/browser";
import type { TextQuoteSelector } from "../quote/text-quote-selector.ts";
import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import type { PageMatch } from "../library/match-page.ts";
import type { CatalogEpisode } from "../library/library-model.ts";
import type { Result } from "../shared/result.ts";
import type { PageFacts } from "../sites/site-adapter.ts";
import type { PlayerCommand } from "../sites/frame-player.ts";
import type { SiteId } from "../sites/sites.ts";
import type { PlayerState } from "../sites/player.ts";
import type { Cue, Transcript } from "../transcript/model/transcript.ts";

/** A place to open, as it travels between popup, background and page. */
export interface MomentToOpen {
  episode: string;
  /** Index of the paragraph in the transcript; null opens the episode without going anywhere in it. */
  paragraph: number | null;
  /** Null where the episode has no times. */
  seconds: number | null;
  /** Of a quote: its words are looked for first. */
  selector?: TextQuoteSelector;
}

/** What a key of the whole browser asks of a page. */
export type PageCommand = "open-panel" | "copy-sentence";

/** What the background knows about a page. */
export interface PageAnswer {
  /** See `getEpisodeKey`; null where the page can be no episode's. */
  key: string | null;
  /** The site of the page, under which the reader's choices are stored; null for an address that cannot be read. */
  site: SiteId | null;
  match: PageMatch;
  /** A moment that was opened in this tab and waits to be shown. */
  moment: MomentToOpen | null;
}

/** Every message: what is asked and what is answered. The name says who is asked. */
export interface Messages {
  /** A page says what it shows; asked anew at every change. */
  "background.reportPage": { request: { facts: PageFacts }; response: PageAnswer };
  /** A frame asks whether its page is the player of an episode. */
  "background.matchPlayer": {
    request: { facts: PageFacts };
    response: { key: string; episode: CatalogEpisode } | null;
  };
  /** The transcript of an episode with the times of captions that its page offers. */
  "background.alignTranscript": {
    request: { episode: string; captions: Cue[] };
    response: Result<Transcript>;
  };
  /** The reader wants the options page. */
  "background.openOptions": { request: null; response: null };
  /** Keeps a quote of a page. */
  "background.saveQuote": { request: { quote: SavedQuote }; response: Result<null> };
  /** The quotes that are kept of an episode. */
  "background.getSavedQuotes": { request: { episode: string }; response: Result<SavedQuote[]> };
  /** The reader wants the list of saved quotes. */
  "background.openQuotes": { request: null; response: null };
  "background.openMoment": { request: { moment: MomentToOpen; newTab: boolean }; response: Result<null> };
  /** A player's frame tells the page it stands in; answered with whether that page has a panel for the episode. */
  "background.reportPlayer": { request: { key: string; state: PlayerState | null }; response: boolean };
  /** A page wants to hear from the players in its frames, now that there is a panel. */
  "background.requestPlayerReports": { request: null; response: null };
  /** The page steers the players in its frames. */
  "background.controlPlayer": { request: { key: string; command: PlayerCommand }; response: null };
  /** What the page in a tab is for; the popup asks. */
  "page.getMatch": { request: null; response: PageMatch };
  /** The page should ask anew what it is for: the reader switched its site on or off. */
  "page.refresh": { request: null; response: null };
  /** Shows a moment on a page that is open; false when the page is for another episode by now. */
  "page.showMoment": { request: { moment: MomentToOpen }; response: boolean };
  /** A key of the whole browser was pressed while the page was in front. */
  "page.runCommand": { request: { command: PageCommand }; response: null };
  /** What a frame's player does; answered with whether this page has a panel for its episode. */
  "page.reportPlayer": { request: { key: string; state: PlayerState | null }; response: boolean };
  /** A frame's player should report itself. */
  "frame.requestReport": { request: null; response: null };
  "frame.controlPlayer": { request: { key: string; command: PlayerCommand }; response: null };
}

type MessageName = keyof Messages;
type ReceiverMessage<Receiver extends string> = Extract<MessageName, `${Receiver}.${string}`>;
interface MessageEnvelope {
  earmark: MessageName;
  request: unknown;
}

/** Where a message came from: the tab, frame and address of a page, no tab for the extension's own pages. */
export interface MessageSender {
  tabId?: number | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
}

/** How an answer travels. Content scripts have no polyfill, and without it no browser hands on what was thrown. */
type MessageReply = { value: unknown } | { error: string };

/** Asks the background. Rejects when the extension was updated or switched off under an open page. */
export async function sendToBackground<N extends ReceiverMessage<"background">>(
  name: N,
  request: Messages[N]["request"],
): Promise<Messages[N]["response"]> {
  // In an async function what Chromium throws at once becomes a rejection, too.
  return unwrapReply(await browser.runtime.sendMessage({ earmark: name, request }));
}

/** Asks a page in a tab, in its top frame unless another is named. Rejects where no page of ours listens. */
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

/** Tells every frame of a tab; those that are not meant don't listen. */
export async function sendToFrames<N extends ReceiverMessage<"frame">>(
  tab: number,
  name: N,
  request: Messages[N]["request"],
): Promise<null> {
  // Without any listener the browser rejects; then there is no frame to tell.
  await browser.tabs.sendMessage(tab, { earmark: name, request }).catch(() => null);
  return null;
}

type MessageHandlers<Receiver extends string> = {
  [N in ReceiverMessage<Receiver>]?: (
    request: Messages[N]["request"],
    from: MessageSender,
  ) => Messages[N]["response"] | Promise<Messages[N]["response"]>;
};

/** Answers messages until the returned function is called. Messages of other receivers are left to them. */
export function handleMessages<Receiver extends "background" | "page" | "frame">(
  handlers: MessageHandlers<Receiver>,
): () => void {
  const listener = (
    message: unknown,
    sender: { tab?: { id?: number }; frameId?: number; url?: string },
    reply: (answered: MessageReply) => void,
  ) => {
    const { earmark, request } = (message ?? {}) as Partial<MessageEnvelope>;
    const handler =
      earmark &&
      (handlers as { [name: string]: ((q: unknown, s: MessageSender) => unknown) | undefined })[earmark];
    if (!handler) return undefined;
    const from: MessageSender = { tabId: sender.tab?.id, frameId: sender.frameId, url: sender.url };
    void (async () => handler(request, from))().then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: String(error) }),
    );
    return true; // The reply comes later.
  };
  browser.runtime.onMessage.addListener(
    listener as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  return () =>
    browser.runtime.onMessage.removeListener(
      listener as Parameters<typeof browser.runtime.onMessage.addListener>[0],
    );
}
