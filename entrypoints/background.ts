import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { startInCurrentTab } from "../utils/extension/current-tab.ts";
import { showAccess, showOnIcon, showOnOpenTabs } from "../utils/extension/icon.ts";
import { makeMenu, onMenu } from "../utils/extension/menu.ts";
import { openLibrary, openQuotes } from "../utils/extension/own-pages.ts";
import { forgetTab, openMoment, rememberTab, takeWaiting } from "../utils/extension/moments.ts";
import { keepQuotes } from "../utils/extension/quotes.ts";
import { startOmnibox } from "../utils/extension/omnibox.ts";
import { matchPage, type Match } from "../utils/library/catalog.ts";
import { alignedTranscript } from "../utils/library/aligned.ts";
import { shippedCatalog, shippedShows } from "../utils/library/shipped.ts";
import {
  answer,
  askPage,
  tellFrames,
  type Command,
  type PageAnswer,
  type Sender,
} from "../utils/messages.ts";
import { quotesOf } from "../utils/saved/store.ts";
import { offSites } from "../utils/settings.ts";
import { readPage, readPlayer, siteOf } from "../utils/sites/adapters.ts";
import type { PageEpisode, PageFacts } from "../utils/sites/page.ts";

export default defineBackground({ type: "module", main: start });

function start(): void {
  answer<"background">({
    "background.page": ({ facts }, from) => reportPage(facts, from),
    async "background.player"({ facts }) {
      const page = readPlayer(facts);
      const match = await matchOf(page);
      return page && match.kind === "episode" ? { key: page.key, episode: match.episode } : null;
    },
    "background.aligned": ({ episode, captions }) => alignedTranscript(episode, captions),
    "background.open": ({ moment, newTab }) => openMoment(moment, newTab),
    // A page without our script does not answer: then nobody owns the frame.
    "background.frame": (told, { tab }) =>
      tab !== undefined && askPage(tab, "page.frame", told).catch(() => false),
    async "background.options"() {
      await browser.runtime.openOptionsPage();
      return null;
    },
    "background.save": ({ quote }) => keepQuotes([quote]),
    "background.saved": ({ episode }) => quotesOf(episode),
    async "background.quotes"() {
      await openQuotes();
      return null;
    },
    "background.frames": (_, { tab }) => (tab === undefined ? null : tellFrames(tab, "frame.report", null)),
    "background.steer": (how, { tab }) => (tab === undefined ? null : tellFrames(tab, "frame.steer", how)),
  });
  startOmnibox();
  onMenu((words) => void openLibrary(words));
  browser.commands.onCommand.addListener((command) => void passOn(command as Command));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void showAccess();
    void makeMenu();
    if (reason !== "install") return;
    void showOnOpenTabs();
    void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
  });
  browser.runtime.onStartup.addListener(() => void showAccess());
  browser.permissions.onAdded.addListener(() => {
    void showAccess();
    void startInCurrentTab();
  });
  browser.permissions.onRemoved.addListener(() => void showAccess());
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
}

/** A key of the whole browser is for the page in front; where there is no page of ours, nobody listens. */
async function passOn(command: Command): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await askPage(tab.id, "page.command", { command }).catch(() => null);
}

async function reportPage(facts: PageFacts, { tab, url }: Sender): Promise<PageAnswer> {
  const page = readPage(facts);
  const key = page?.key ?? null;
  const isOff = url !== undefined && (await offSites.getValue())[siteOf(new URL(url))];
  const match: Match = isOff ? { kind: "off" } : await matchOf(page);
  if (tab === undefined) return { key, match, moment: null };
  const episode = match.kind === "episode" ? match.episode.id : null;
  await rememberTab(tab, episode);
  await showOnIcon(tab, match);
  return { key, match, moment: episode === null ? null : await takeWaiting(tab, episode) };
}

/** Without a catalog no page is an episode; the popup says why. */
async function matchOf(page: PageEpisode | null): Promise<Match> {
  const [catalog, shows] = await Promise.all([shippedCatalog(), shippedShows()]);
  return matchPage(catalog.ok ? catalog.value : [], shows.ok ? shows.value : [], page);
}
