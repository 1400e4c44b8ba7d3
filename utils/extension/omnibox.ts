import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import { installedLibrary } from "./installed-library.ts";
import { getMatchParagraph } from "../search/results/group-moments.ts";
import { createSnippet } from "../search/text/snippet.ts";
import { formatTime } from "../transcript/model/clock-time.ts";
import { openLibraryPage } from "./extension-pages.ts";
import { openMoment } from "./open-moment.ts";
import { loadCorrectedSearcher } from "./installed-search.ts";

/** Rows that browsers show, and characters of text in each. */
const [MAX_SUGGESTIONS, MAX_SNIPPET_LENGTH] = [5, 90];
/** The text of a suggestion, which the browser returns as typed: episode, paragraph and seconds. */
const MOMENT_PATTERN = /^em:([\w-]+(?::[\w-]+)?):(\d+):(\d+(?:\.\d+)?|-)$/;

/** Chromium parses descriptions as XML, Firefox does not (https://developer.chrome.com/docs/extensions/reference/api/omnibox). */
const isXml = import.meta.env.BROWSER !== "firefox";
const escapeDescription = (text: string) =>
  isXml ? text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`) : text;

/** Starts search from the address bar: "em", a space and a query. */
export function startOmnibox(): void {
  browser.omnibox.setDefaultSuggestion({ description: escapeDescription(i18n.t("menu.omnibox")) });
  browser.omnibox.onInputChanged.addListener((typed, suggest) => void findSuggestions(typed).then(suggest));
  browser.omnibox.onInputEntered.addListener((typed) => void openInput(typed));
}

async function findSuggestions(typed: string): Promise<{ content: string; description: string }[]> {
  const [catalog, searcher] = await Promise.all([installedLibrary.listEpisodes(), loadCorrectedSearcher()]);
  if (!catalog.ok || !searcher.ok) return [];
  const { results } = await searcher.value.search(typed, { limit: MAX_SUGGESTIONS, episodes: catalog.value });
  return results.map((found) => {
    const { episode, seconds, text, matches } = found;
    const title = catalog.value.find(({ id }) => id === episode)?.title ?? episode;
    const time = seconds === null ? "" : ` ${formatTime(seconds)}`;
    return {
      content: `em:${episode}:${getMatchParagraph(found)}:${seconds ?? "-"}`,
      description: escapeDescription(
        `${title}${time}: ${createSnippet(text, matches, MAX_SNIPPET_LENGTH).text}`,
      ),
    };
  });
}

async function openInput(typed: string): Promise<void> {
  const found = MOMENT_PATTERN.exec(typed);
  if (!found) return openLibraryPage(typed);
  const [, episode, paragraph, seconds] = found;
  await openMoment(
    { episode: episode!, paragraph: Number(paragraph), seconds: seconds === "-" ? null : Number(seconds) },
    false,
  );
  return undefined;
}
