import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import { shippedCatalog } from "../library/shipped.ts";
import { getMatchParagraph } from "../search/moments.ts";
import { createSnippet } from "../search/snippet.ts";
import { formatTime } from "../transcript/clock.ts";
import { openLibrary } from "./own-pages.ts";
import { openMoment } from "./moments.ts";
import { readersSearcher } from "./readers-search.ts";

/** Rows the browser shows, and characters of a passage in each. */
const [MOST_ROWS, LENGTH] = [5, 90];
/** How a moment is written where the browser hands it back as typed. */
const MOMENT = /^em:([\w-]+):(\d+):(\d+(?:\.\d+)?|-)$/;

/** Chromium reads descriptions as XML; Firefox shows them as they are. */
const isXml = import.meta.env.BROWSER !== "firefox";
const escaped = (text: string) =>
  isXml ? text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`) : text;

/** The same search as in the popup, from the address bar: "em", a space, and words. */
export function startOmnibox(): void {
  browser.omnibox.setDefaultSuggestion({ description: escaped(i18n.t("menu.omnibox")) });
  browser.omnibox.onInputChanged.addListener((typed, suggest) => void rows(typed).then(suggest));
  browser.omnibox.onInputEntered.addListener((typed) => void enter(typed));
}

async function rows(typed: string): Promise<{ content: string; description: string }[]> {
  const [catalog, searcher] = await Promise.all([shippedCatalog(), readersSearcher()]);
  if (!catalog.ok || !searcher.ok) return [];
  const { results } = await searcher.value.search(typed, { limit: MOST_ROWS, episodes: catalog.value });
  return results.map((found) => {
    const { episode, seconds, text, matches } = found;
    const title = catalog.value.find(({ id }) => id === episode)?.title ?? episode;
    const time = seconds === null ? "" : ` ${formatTime(seconds)}`;
    return {
      content: `em:${episode}:${getMatchParagraph(found)}:${seconds ?? "-"}`,
      description: escaped(`${title}${time}: ${createSnippet(text, matches, LENGTH).text}`),
    };
  });
}

async function enter(typed: string): Promise<void> {
  const found = MOMENT.exec(typed);
  if (!found) return openLibrary(typed);
  const [, episode, paragraph, seconds] = found;
  await openMoment(
    { episode: episode!, paragraph: Number(paragraph), seconds: seconds === "-" ? null : Number(seconds) },
    false,
  );
  return undefined;
}
