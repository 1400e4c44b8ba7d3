import type { Session } from "./browsers.ts";

/** The extension's own interfaces, asked from one of its pages as the extension itself would ask. */
interface Api {
  storage: { local: { clear(): Promise<void>; set(values: object): Promise<void> } };
  tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
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

/** What the icon says on the tab that was opened last. */
export const iconOfNewestTab = (session: Session) =>
  session.welcome.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Scope;
    const api = browser ?? chrome;
    const tabs = await api.tabs.query({});
    const tabId = Math.max(...tabs.map(({ id }) => id));
    return { badge: await api.action.getBadgeText({ tabId }), title: await api.action.getTitle({ tabId }) };
  });

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
