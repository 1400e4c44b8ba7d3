import type { Session } from "./browsers.ts";

/** The extension's own interfaces, asked from one of its pages as the extension itself would ask. */
interface Api {
  storage: { [area in "local" | "session"]: { clear(): Promise<void>; get(keys: null): Promise<object> } };
  tabs: {
    query(what: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
  action: {
    getBadgeText(of: object): Promise<string>;
    getTitle(of: object): Promise<string>;
  };
  runtime: { getURL(path: string): string };
}

/** In both browsers; Firefox answers `browser` with promises, Chromium `chrome`. */
type Scope = { browser?: Api; chrome: Api };

/** Forgets all settings, as after a fresh install. */
export const clearStorage = (session: Session) =>
  session.welcome.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Scope;
    return (browser ?? chrome).storage.local.clear();
  });

/** Deletes all that the extension has stored: settings and databases. */
export const clearAllData = (session: Session) =>
  session.welcome.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Scope;
    const { storage } = browser ?? chrome;
    const databases = await indexedDB.databases();
    await Promise.all([
      storage.local.clear(),
      storage.session.clear(),
      ...databases.map(
        ({ name }) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name!);
            request.addEventListener("success", () => resolve());
            request.addEventListener("error", () => reject(request.error!));
          }),
      ),
    ]);
  });

/**
 * Reads all settings that the extension has stored, as JSON. A page that is closed at once after a change may not have
 * stored it yet.
 */
export const readSettings = (session: Session) =>
  session.welcome.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Scope;
    return JSON.stringify(await (browser ?? chrome).storage.local.get(null));
  });

/** What the icon says on the tab that was opened last. */
export const iconOfNewestTab = (session: Session) =>
  session.welcome.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Scope;
    const api = browser ?? chrome;
    const tabs = await api.tabs.query({});
    const tabId = Math.max(...tabs.map(({ id }) => id));
    return { badge: await api.action.getBadgeText({ tabId }), title: await api.action.getTitle({ tabId }) };
  });

/**
 * What the background does when one of the browser's keys is pressed: no driver can press those. The page is the tab
 * that was opened last.
 */
export const sendCommand = (session: Session, command: string) =>
  session.welcome.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as Scope;
    const api = browser ?? chrome;
    const tabId = Math.max(...(await api.tabs.query({})).map(({ id }) => id));
    await api.tabs.sendMessage(tabId, { earmark: "page.runCommand", request: { command: wanted } });
  }, command);

/** How many tabs are open. */
export const tabCount = (session: Session) =>
  session.welcome.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Scope;
    return (await (browser ?? chrome).tabs.query({})).length;
  });

/** How many tabs show the welcome page. */
export const welcomeTabs = ({ welcome }: Pick<Session, "welcome">) =>
  welcome.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Scope;
    const tabs = await (browser ?? chrome).tabs.query({});
    return tabs.filter(({ url }) => url === location.href).length;
  });
