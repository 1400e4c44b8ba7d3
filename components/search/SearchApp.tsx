import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { Result } from "../../utils/shared/result.ts";
import { takeMoments, groupMoments } from "../../utils/search/results/group-moments.ts";
import { useSearch } from "./use-search.ts";
import type { SearchResult, Searcher } from "../../utils/search/results/searcher.ts";
import { describeFailure } from "../ui/describe-failure.ts";
import { Notice } from "../ui/Notice.tsx";
import { describeCopy, describeOutcome } from "../ui/describe-outcome.ts";
import { SearchField } from "../ui/SearchField.tsx";
import { useAnnouncement } from "../ui/use-announcement.ts";
import { EpisodeGroup } from "./EpisodeGroup.tsx";
import { EpisodeList } from "./EpisodeList.tsx";
import { Suggestions } from "./Suggestions.tsx";
import type { ResultActions } from "./ResultRow.tsx";
import { TabLine } from "./TabLine.tsx";
import { createRowKeyHandler } from "./row-key-handler.ts";
import { t } from "../ui/i18n.ts";

/** How many results are shown at first, and how many more each time. */
const PAGE_SIZE = 10;
/** Passages that are read for each of them: some are next to each other. */
const PASSAGES_PER_MOMENT = 5;

interface Props {
  catalog: Result<CatalogEpisode[]> | null;
  searcher: Result<Searcher> | null;
  /** Of an index that is being built anew: the share that is done, from 0 to 1; null where none is. */
  building: number | null;
  tab: CurrentTab | null;
  onOpen: (found: SearchResult, newTab: boolean) => Promise<Result<null>>;
  onOpenEpisode: (episode: CatalogEpisode) => Promise<Result<null>>;
  /** How quotes are usually written. */
  defaultFormat: QuoteFormat;
  /** Copies a result's words or a link to them; false when the browser refused. */
  onCopy: (found: SearchResult, format?: QuoteFormat) => Promise<boolean>;
  onCopyLink: (found: SearchResult) => Promise<boolean>;
  onSave: (found: SearchResult) => Promise<Result<null>>;
  onAllow: (hosts: string[]) => void;
  /** What was typed when the popup was closed a moment ago. */
  initial: string;
  onQueryChange: (typed: string) => void;
  /** Earlier searches, newest first. */
  recent: readonly string[];
  /** A search led somewhere. */
  onQueryUsed: (typed: string) => void;
  onClearRecent: () => void;
  /** Address of the page with room to read for a query; null on that page itself. */
  getFullPageUrl: ((typed: string) => string) | null;
  /** Address of the list of saved quotes. */
  quotesPageUrl: string;
}

/** The popup: one field, and what was said across all episodes. */
export function SearchApp(props: Props) {
  const {
    catalog,
    searcher,
    building,
    tab,
    onOpen,
    onOpenEpisode,
    onCopy,
    onCopyLink: onLink,
    onSave,
    onAllow,
  } = props;
  const {
    initial,
    onQueryChange: onTyped,
    recent,
    onQueryUsed: onUsed,
    onClearRecent,
    getFullPageUrl: roomFor,
    defaultFormat: usual,
    quotesPageUrl: quotesPage,
  } = props;
  const [typed, setTyped] = useState(initial);
  const [hereFirst, setHereFirst] = useState(true);
  const [limit, setLimit] = useState(PAGE_SIZE);
  const [asides, setAsides] = useState(false);
  const [said, say] = useAnnouncement();
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // Selected, so that the next word typed takes its place.
  useEffect(() => field.current?.select(), []);

  const episodes = useMemo(() => (catalog?.ok ? catalog.value : []), [catalog]);
  const here = tab?.kind === "page" && tab.match.kind === "episode" ? tab.match.episode : null;
  const first = hereFirst ? (here?.id ?? null) : null;
  const read = limit * PASSAGES_PER_MOMENT;
  const answer = useSearch(searcher?.ok ? searcher.value : null, typed, read, asides, first, episodes);
  const all = useMemo(() => groupMoments(answer?.results ?? [], first), [answer, first]);
  const groups = useMemo(() => takeMoments(all, limit), [all, limit]);
  const moments = all.reduce((sum, { moments: own }) => sum + own.length, 0);
  const total = answer?.total ?? 0;
  const failure = [catalog, searcher].find((result) => result && !result.ok);

  const sayFailure = (result: Result<null>) => result.ok || say(describeFailure(result.reason));
  const open = (found: SearchResult, newTab: boolean) => {
    onUsed(typed);
    void onOpen(found, newTab).then(sayFailure);
  };
  const sayCopied = (words: string) => (copied: boolean) => say(describeCopy(copied, words));
  const actions: ResultActions = {
    defaultFormat: usual,
    copy(found, format) {
      onUsed(typed);
      void onCopy(found, format).then(sayCopied(t("quoteCopied")));
    },
    copyLink: (found) => void onLink(found).then(sayCopied(t("quote.linkCopied"))),
    save: (found) => void onSave(found).then((saved) => say(describeOutcome(saved, t("quote.saved")))),
  };
  const type = (next: string) => {
    setTyped(next);
    setLimit(PAGE_SIZE);
    setAsides(false);
    onTyped(next);
  };
  const keys = createRowKeyHandler(root, field);
  const onKeyDown = (event: KeyboardEvent) => {
    const isCopy = event.key.toLowerCase() === "c" && event.shiftKey && (event.ctrlKey || event.metaKey);
    if (!isCopy) return keys(event);
    const row = (event.target as Element).closest<HTMLElement>(".row[data-episode]");
    const best = groups.flatMap((group) => group.moments.map((moment) => moment.best));
    const chosen = row
      ? best.find(
          (one) =>
            one.episode === row.dataset["episode"] && one.paragraphs.join("-") === row.dataset["paragraphs"],
        )
      : best[0];
    if (!chosen) return undefined;
    event.preventDefault();
    actions.copy(chosen);
    return undefined;
  };
  const onEnter = (event: KeyboardEvent) => {
    const best = groups[0]?.moments[0]?.best;
    if (event.key === "Enter" && !event.isComposing && best) open(best, event.ctrlKey || event.metaKey);
  };

  return (
    <main ref={root} onKeyDown={onKeyDown}>
      <h1 class="unseen">Earmark</h1>
      <SearchField field={field} label={t("popup.search")} value={typed} onType={type} onKeyDown={onEnter} />
      <Suggestions
        completions={[]}
        recent={typed.trim() ? [] : recent}
        onChoose={(next) => {
          type(next);
          field.current?.focus();
        }}
        onClear={onClearRecent}
      />
      <TabLine tab={tab} isCurrentFirst={hereFirst} onCurrentFirstChange={setHereFirst} onAllow={onAllow} />
      {failure && !failure.ok && <Notice text={describeFailure(failure.reason)} />}
      {building !== null && <progress value={building} aria-label={t("popup.building")} />}
      <p class="count" role="status" aria-live="polite">
        {building !== null && t("popup.building")}
        {building === null &&
          answer &&
          typed.trim() &&
          (answer.nearest
            ? t("popup.nearest")
            : formatCount(
                total > read ? total : moments,
                Math.min(limit, moments),
                answer.partial,
                episodes.length,
              ))}
      </p>
      {typed.trim() ? (
        groups.map((group) => (
          <EpisodeGroup
            key={group.episode}
            group={group}
            episode={episodes.find(({ id }) => id === group.episode)}
            isCurrentPage={group.episode === here?.id}
            onOpen={open}
            actions={actions}
          />
        ))
      ) : (
        <EpisodeList episodes={episodes} onOpen={(episode) => void onOpenEpisode(episode).then(sayFailure)} />
      )}
      {(moments > limit || total > read) && (
        <button type="button" class="more" data-stop onClick={() => setLimit(limit + PAGE_SIZE)}>
          {t("popup.more")}
        </button>
      )}
      {answer !== null && answer.boilerplateCount > 0 && (
        <button type="button" class="more" data-stop onClick={() => setAsides(true)}>
          {t("popup.asides", { count: answer.boilerplateCount })}
        </button>
      )}
      <p class="rooms">
        {roomFor && (
          <a class="room" href={roomFor(typed)} target="_blank" rel="noreferrer">
            {t("popup.room")}
          </a>
        )}
        <a class="room" href={quotesPage} target="_blank" rel="noreferrer">
          {t("popup.quotes")}
        </a>
      </p>
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
    </main>
  );
}

function formatCount(total: number, shown: number, partial: boolean, episodes: number): string {
  if (!total) return t("popup.none", { episodes });
  const moments = shown < total ? t("popup.foundShown", total, { shown }) : t("popup.found", total);
  return partial ? t("popup.partial", { moments }) : moments;
}
