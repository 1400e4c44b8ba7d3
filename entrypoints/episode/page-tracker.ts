import type { MomentToOpen, PageAnswer } from "../../utils/extension/messages.ts";
import type { VisitController } from "../../utils/extension/panel-script.ts";
import type { PageFacts } from "../../utils/sites/site-adapter.ts";

/** How often a page is reported again after a failure. */
const MAX_RETRIES = 5;
const RETRY_DELAY_MS = 3000;

const UNKNOWN_PAGE: Pick<PageAnswer, "key" | "match"> = { key: null, match: { kind: "none" } };

/** What the tracker needs from the page and the extension. */
export interface PageTrackerPorts {
  readFacts(): PageFacts;
  reportPage(facts: PageFacts): Promise<PageAnswer>;
  /** Loads the panel's script, on the first page that has an episode. */
  loadVisits(): Promise<VisitController>;
  isContextInvalidated(): boolean;
  /** Shows the tab of a video whose transcript can be loaded. Returns a function that removes it. */
  showTab(onOpen: () => void): () => void;
}

/** Knows which episode the page shows, and opens and closes its panel. */
export interface PageTracker {
  /** Reports the page if it has changed. Cheap where it has not. */
  check(): void;
  /** Forgets the page and checks again. */
  refresh(): void;
  /** The newest answer, once all reports under way are answered. */
  getMatch(): Promise<PageAnswer["match"]>;
  /** Null before the first page that has an episode. */
  getVisits(): VisitController | null;
  /** Opens the panel of a page that shows the tab; false on other pages. */
  openTab(): boolean;
}

/** The tab of a video whose transcript can be loaded. */
interface VideoTab {
  /** Null once the reader has opened the panel. */
  open: (() => void) | null;
  remove: () => void;
}

/** Whether a page has a panel, or a tab for one. */
const isEpisode = ({ kind }: PageAnswer["match"]): boolean => kind === "episode" || kind === "available";

/** Follows a page from episode to episode; YouTube exchanges them without a load. */
export function createPageTracker(ports: PageTrackerPorts): PageTracker {
  let known = UNKNOWN_PAGE;
  /** Address of the page when it became `known`. */
  let knownUrl = "";
  /** The facts that were reported last, as JSON. */
  let reportedFacts = "";
  let waitingMoment: MomentToOpen | null = null;
  let visits: VisitController | null = null;
  /** The tab of the page's video. */
  let tab: VideoTab | null = null;
  let reports: Promise<unknown> = Promise.resolve();
  /** Retries since the page at `retriedUrl` was last reported with success. */
  let retries = 0;
  let retriedUrl = "";

  const check = () => {
    const facts = ports.readFacts();
    const serialized = JSON.stringify(facts);
    if (serialized === reportedFacts) return;
    if (facts.url !== retriedUrl) [retriedUrl, retries] = [facts.url, 0];
    reportedFacts = serialized;
    const earlier = reports;
    reports = report(facts, serialized).then(
      () => {
        retries = 0;
        return earlier;
      },
      (error: unknown) => handleFailure(error, serialized),
    );
  };

  const report = async (facts: PageFacts, serialized: string) => {
    const wasEpisode = isEpisode(known.match);
    // An episode's page stays one when its title changes.
    if (wasEpisode && knownUrl === facts.url) return;
    const answer = await ports.reportPage(facts);
    const { key, match, needsClick } = answer;
    waitingMoment = answer.moment ?? waitingMoment;
    const hasPanel = isEpisode(match);
    if (hasPanel && !needsClick) visits = await ports.loadVisits();
    // The page changed meanwhile, and that change is reported, too.
    if (reportedFacts !== serialized) return;
    knownUrl = facts.url;
    if (wasEpisode && key === known.key) return;
    known = { key, match };
    removeTab();
    if (needsClick) {
      // Closes the panel of the video before.
      visits?.leavePage();
      showTab(() => visits?.enterPage(answer));
      return;
    }
    visits?.enterPage({ ...answer, moment: waitingMoment });
    if (hasPanel) waitingMoment = null;
  };

  const removeTab = () => {
    tab?.remove();
    tab = null;
  };

  const showTab = (enter: () => void) => {
    const open = async () => {
      visits = await ports.loadVisits();
      if (tab !== shown || !shown.open) return;
      shown.open = null;
      enter();
    };
    // Fails in an invalidated context, in which the tab can do nothing.
    const onOpen = () => void open().catch(removeTab);
    const shown: VideoTab = { open: onOpen, remove: ports.showTab(onOpen) };
    tab = shown;
  };

  const handleFailure = (error: unknown, serialized: string) => {
    // The open panel says that the extension is gone, as long as its page is there.
    if (ports.isContextInvalidated()) {
      if (knownUrl !== ports.readFacts().url) visits?.leavePage();
      return;
    }
    console.warn("Earmark could not read this page:", error);
    if (reportedFacts !== serialized) return;
    reportedFacts = "";
    if (++retries <= MAX_RETRIES) setTimeout(check, RETRY_DELAY_MS);
  };

  return {
    check,
    refresh() {
      known = UNKNOWN_PAGE;
      reportedFacts = "";
      check();
    },
    async getMatch() {
      await reports;
      return known.match;
    },
    getVisits: () => visits,
    openTab() {
      tab?.open?.();
      return !!tab?.open;
    },
  };
}
