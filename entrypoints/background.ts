import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { startInCurrentTab } from "../utils/extension/current-tab.ts";
import { updateDefaultIcon, updateTabIcon, markUnknownTabs } from "../utils/extension/toolbar-icon.ts";
import { createContextMenu, onMenuSearch } from "../utils/extension/context-menu.ts";
import { openLibraryPage, openQuotesPage } from "../utils/extension/extension-pages.ts";
import {
  forgetTab,
  getTabEpisode,
  openMoment,
  rememberTabEpisode,
  takeWaitingMoment,
} from "../utils/extension/open-moment.ts";
import { removeEpisodes, restoreEpisodes, saveEpisode } from "../utils/extension/own-episodes.ts";
import { saveQuotes } from "../utils/extension/save-quotes.ts";
import { startOmnibox } from "../utils/extension/omnibox.ts";
import { offerTranscript, type PageMatch } from "../utils/library/match-page.ts";
import { scheduleMaintenance } from "../utils/extension/index-maintenance.ts";
import { loadAlignedTranscript } from "../utils/library/aligned-transcript.ts";
import { installedLibrary } from "../utils/extension/installed-library.ts";
import {
  handleMessages,
  sendToPage,
  sendToFrames,
  type PageCommand,
  type PageAnswer,
  type MessageSender,
} from "../utils/extension/messages.ts";
import { loadEpisodeQuotes } from "../utils/store/quotes-store.ts";
import { disabledSites, videoTranscripts } from "../utils/extension/settings.ts";
import { findOwnTranscript, cleanVideoCaptions } from "../utils/extension/own-transcripts.ts";
import { toFailure } from "../utils/shared/result.ts";
import { parseCaptions } from "../utils/transcript/parse/parse-captions.ts";
import { readPage, readPlayer } from "../utils/sites/adapters.ts";
import { getEpisodeKey } from "../utils/sites/episode-key.ts";
import { findSite, getSiteId } from "../utils/sites/sites.ts";
import type { PageFacts } from "../utils/sites/site-adapter.ts";

export default defineBackground({ type: "module", main: startBackground });

function startBackground(): void {
  handleMessages<"background">({
    "background.reportPage": ({ facts }, from) => handlePageReport(facts, from),
    async "background.matchPlayer"({ facts }) {
      const page = readPlayer(facts);
      const match = await installedLibrary.matchPage(page);
      return page && match.kind === "episode" ? { key: page.key, episode: match.episode } : null;
    },
    "background.alignTranscript": ({ episode, captions }) =>
      loadAlignedTranscript(installedLibrary, episode, captions),
    "background.loadTranscript": ({ episode }) => installedLibrary.loadTranscript(episode),
    "background.saveEpisode": ({ facts, source, transcript }, from) =>
      isExtensionPage(from) ? saveEpisode(facts, source, transcript) : toFailure("refused"),
    "background.removeEpisodes": ({ episodes }, from) =>
      isExtensionPage(from) ? removeEpisodes(episodes) : toFailure("refused"),
    "background.restoreEpisodes": ({ episodes }, from) =>
      isExtensionPage(from) ? restoreEpisodes(episodes) : toFailure("refused"),
    "background.maintainIndex"({ broken }) {
      scheduleMaintenance(broken);
      return null;
    },
    async "background.cleanCaptions"({ captions }, { url, tabId, isPrivate = false }) {
      const video = await findSenderVideo(url, tabId);
      // The page asks again what it is, so that the icon says that the episode is in the library.
      const onSaved = () => {
        if (tabId !== undefined) void sendToPage(tabId, "page.refresh", null).catch(() => null);
      };
      return video ? cleanVideoCaptions(captions, { video, isPrivate, onSaved }) : toFailure("refused");
    },
    "background.parseCaptions": ({ body }) => parseCaptions(body),
    "background.findTranscript": ({ video }) => findOwnTranscript(video),
    "background.openMoment": ({ moment, newTab }) => openMoment(moment, newTab),
    // A page without the content script rejects; such a page has no panel.
    "background.reportPlayer": (report, { tabId }) =>
      tabId !== undefined && sendToPage(tabId, "page.reportPlayer", report).catch(() => false),
    async "background.openOptions"() {
      await browser.runtime.openOptionsPage();
      return null;
    },
    "background.saveQuote": ({ quote }) => saveQuotes([quote]),
    "background.getSavedQuotes": ({ episode }) => loadEpisodeQuotes(episode),
    async "background.openQuotes"() {
      await openQuotesPage();
      return null;
    },
    "background.requestPlayerReports": (_, { tabId }) =>
      tabId === undefined ? null : sendToFrames(tabId, "frame.requestReport", null),
    "background.controlPlayer": (control, { tabId }) =>
      tabId === undefined ? null : sendToFrames(tabId, "frame.controlPlayer", control),
  });
  startOmnibox();
  onMenuSearch((words) => void openLibraryPage(words));
  browser.commands.onCommand.addListener((command) => void forwardCommand(command as PageCommand));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void updateDefaultIcon();
    void createContextMenu();
    scheduleMaintenance();
    if (reason !== "install") return;
    void markUnknownTabs();
    void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
  });
  browser.runtime.onStartup.addListener(() => {
    void updateDefaultIcon();
    scheduleMaintenance();
  });
  browser.permissions.onAdded.addListener(() => {
    void updateDefaultIcon();
    void startInCurrentTab();
  });
  browser.permissions.onRemoved.addListener(() => void updateDefaultIcon());
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
}

/** Whether a message comes from a page of the extension itself. Content scripts run beside pages that may be hostile. */
const isExtensionPage = ({ url }: MessageSender): boolean =>
  url?.startsWith(browser.runtime.getURL("/")) === true;

/**
 * Id of the video that the sender's page shows, by its last report; null for other pages. The sender's address is that
 * with which the page was loaded, also after it went to another video (Chromium 156).
 */
async function findSenderVideo(url: string | undefined, tabId: number | undefined): Promise<string | null> {
  const isYouTube = url && URL.canParse(url) && findSite(new URL(url))?.pages?.kind === "youtube";
  if (!isYouTube || tabId === undefined) return null;
  // A tab that was closed since has no report, and its video must not be lost.
  const key = (await getTabEpisode(tabId)) ?? getEpisodeKey(url);
  return /^youtube:(.+)$/.exec(key ?? "")?.[1] ?? null;
}

/** Forwards a browser-wide shortcut to the active page. Pages without the content script reject. */
async function forwardCommand(command: PageCommand): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await sendToPage(tab.id, "page.runCommand", { command }).catch(() => null);
}

async function handlePageReport(facts: PageFacts, { tabId }: MessageSender): Promise<PageAnswer> {
  const page = readPage(facts);
  const key = page?.key ?? null;
  const site = URL.canParse(facts.url) ? getSiteId(new URL(facts.url)) : null;
  const isDisabled = site !== null && (await disabledSites.get())[site];
  const found: PageMatch = isDisabled ? { kind: "off" } : await installedLibrary.matchPage(page);
  const when = await videoTranscripts.get();
  const match = offerTranscript(found, key, when);
  if (tabId === undefined) return { key, site, match, needsClick: false, moment: null };
  const episode = match.kind === "episode" ? match.episode.id : match.kind === "available" ? key : null;
  await rememberTabEpisode(tabId, episode);
  await updateTabIcon(tabId, match);
  const moment = episode === null ? null : await takeWaitingMoment(tabId, episode);
  const needsClick = match.kind === "available" && when === "click" && !moment;
  return { key, site, match, needsClick, moment };
}
