import { browser } from "wxt/browser";
import type { Anchor } from "./quote/anchor.ts";
import type { SavedQuote } from "./quote/saved/saved.ts";
import type { Match } from "./library/catalog.ts";
import type { CatalogEpisode } from "./library/facts.ts";
import type { Result } from "./result.ts";
import type { PageFacts } from "./sites/page.ts";
import type { Steer } from "./sites/frame-player.ts";
import type { PlayerState } from "./sites/player.ts";
import type { Cue, Transcript } from "./transcript/model.ts";

/** A place to open, as it travels between popup, background and page. */
export interface MomentToOpen {
  episode: string;
  /** Index of the paragraph in the transcript; null opens the episode without going anywhere in it. */
  paragraph: number | null;
  /** Null where the episode has no times. */
  seconds: number | null;
  /** Of a quote: its words are looked for first. */
  anchor?: Anchor;
}

/** What a key of the whole browser asks of a page. */
export type Command = "open-panel" | "copy-sentence";

/** What the background knows about a page, and a moment that waits to be shown on it. */
export interface PageAnswer {
  /** What names the page as an episode's (see `episodeKey`); null where it can be none's. */
  key: string | null;
  match: Match;
  moment: MomentToOpen | null;
}

/** Every message: what is asked and what is answered. The name says who is asked. */
export interface Messages {
  /** A page says what it shows; asked anew at every change. */
  "background.page": { ask: { facts: PageFacts }; answer: PageAnswer };
  /** A frame asks whether its page is the player of an episode. */
  "background.player": {
    ask: { facts: PageFacts };
    answer: { key: string; episode: CatalogEpisode } | null;
  };
  /** The transcript of an episode with the times of captions that its page offers. */
  "background.aligned": { ask: { episode: string; captions: Cue[] }; answer: Result<Transcript> };
  /** The reader wants the options page. */
  "background.options": { ask: null; answer: null };
  /** Keeps a quote of a page. */
  "background.save": { ask: { quote: SavedQuote }; answer: Result<null> };
  /** The quotes that are kept of an episode. */
  "background.saved": { ask: { episode: string }; answer: Result<SavedQuote[]> };
  /** The reader wants the list of saved quotes. */
  "background.quotes": { ask: null; answer: null };
  "background.open": { ask: { moment: MomentToOpen; newTab: boolean }; answer: Result<null> };
  /** A player's frame tells the page it stands in; answered with whether that page has a panel for the episode. */
  "background.frame": { ask: { key: string; state: PlayerState | null }; answer: boolean };
  /** A page wants to hear from the players in its frames, now that there is a panel. */
  "background.frames": { ask: null; answer: null };
  /** The page steers the players in its frames. */
  "background.steer": { ask: { key: string; steer: Steer }; answer: null };
  /** What the page in a tab is for; the popup asks. */
  "page.match": { ask: null; answer: Match };
  /** The page should ask anew what it is for: the reader switched its site on or off. */
  "page.look": { ask: null; answer: null };
  /** Shows a moment on a page that is open; false when the page is for another episode by now. */
  "page.show": { ask: { moment: MomentToOpen }; answer: boolean };
  /** A key of the whole browser was pressed while the page was in front. */
  "page.command": { ask: { command: Command }; answer: null };
  /** What a frame's player does; answered with whether this page has a panel for its episode. */
  "page.frame": { ask: { key: string; state: PlayerState | null }; answer: boolean };
  /** A frame's player should report itself. */
  "frame.report": { ask: null; answer: null };
  "frame.steer": { ask: { key: string; steer: Steer }; answer: null };
}

type Name = keyof Messages;
type To<Receiver extends string> = Extract<Name, `${Receiver}.${string}`>;
interface Envelope {
  earmark: Name;
  ask: unknown;
}

/** Where a message came from: the tab, frame and address of a page, no tab for the extension's own pages. */
export interface Sender {
  tab?: number | undefined;
  url?: string | undefined;
  frame?: number | undefined;
}

/** How an answer travels. Content scripts have no polyfill, and without it no browser hands on what was thrown. */
type Reply = { value: unknown } | { error: string };

/** Asks the background. Rejects when the extension was updated or switched off under an open page. */
export async function ask<N extends To<"background">>(
  name: N,
  question: Messages[N]["ask"],
): Promise<Messages[N]["answer"]> {
  // In an async function what Chromium throws at once becomes a rejection, too.
  return answerOf(await browser.runtime.sendMessage({ earmark: name, ask: question }));
}

/** Asks a page in a tab, in its top frame unless another is named. Rejects where no page of ours listens. */
export const askPage = async <N extends To<"page" | "frame">>(
  tab: number,
  name: N,
  question: Messages[N]["ask"],
  frameId = 0,
): Promise<Messages[N]["answer"]> =>
  answerOf(await browser.tabs.sendMessage(tab, { earmark: name, ask: question }, { frameId }));

function answerOf<N extends Name>(reply: unknown): Messages[N]["answer"] {
  const { value, error } = (reply ?? { error: "Nobody answered." }) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value as Messages[N]["answer"];
}

/** Tells every frame of a tab; those that are not meant don't listen. */
export async function tellFrames<N extends To<"frame">>(
  tab: number,
  name: N,
  question: Messages[N]["ask"],
): Promise<null> {
  // Without any listener the browser rejects; then there is no frame to tell.
  await browser.tabs.sendMessage(tab, { earmark: name, ask: question }).catch(() => null);
  return null;
}

type Handlers<Receiver extends string> = {
  [N in To<Receiver>]?: (
    question: Messages[N]["ask"],
    from: Sender,
  ) => Messages[N]["answer"] | Promise<Messages[N]["answer"]>;
};

/** Answers messages until the returned function is called. Messages of other receivers are left to them. */
export function answer<Receiver extends "background" | "page" | "frame">(
  handlers: Handlers<Receiver>,
): () => void {
  const listener = (
    message: unknown,
    sender: { tab?: { id?: number }; frameId?: number; url?: string },
    reply: (answered: Reply) => void,
  ) => {
    const { earmark, ask: question } = (message ?? {}) as Partial<Envelope>;
    const handler =
      earmark && (handlers as { [name: string]: ((q: unknown, s: Sender) => unknown) | undefined })[earmark];
    if (!handler) return undefined;
    const from = { tab: sender.tab?.id, frame: sender.frameId, url: sender.url };
    void (async () => handler(question, from))().then(
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
