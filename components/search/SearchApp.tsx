import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import type { CatalogEpisode } from "../../utils/library/facts.ts";
import type { Result } from "../../utils/result.ts";
import { byEpisode } from "../../utils/search/groups.ts";
import { useAnswer } from "./use-answer.ts";
import type { Found, Searcher } from "../../utils/search/search.ts";
import { failureText } from "../ui/failure-text.ts";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useSaid } from "../ui/use-said.ts";
import { EpisodeGroup } from "./EpisodeGroup.tsx";
import { EpisodeList } from "./EpisodeList.tsx";
import { TabLine } from "./TabLine.tsx";
import { rowKeys } from "./row-keys.ts";
import { t } from "../ui/words.ts";

/** How many results are shown at first, and how many more each time. */
const PAGE = 10;

interface Props {
  catalog: Result<CatalogEpisode[]> | null;
  searcher: Result<Searcher> | null;
  tab: CurrentTab | null;
  onOpen: (found: Found, newTab: boolean) => Promise<Result<null>>;
  onOpenEpisode: (episode: CatalogEpisode) => Promise<Result<null>>;
  /** False when the browser refused. */
  onCopy: (found: Found) => Promise<boolean>;
  onAllow: (hosts: string[]) => void;
}

/** The popup: one field, and what was said across all episodes. */
export function SearchApp({ catalog, searcher, tab, onOpen, onOpenEpisode, onCopy, onAllow }: Props) {
  const [typed, setTyped] = useState("");
  const [hereFirst, setHereFirst] = useState(true);
  const [limit, setLimit] = useState(PAGE);
  const [asides, setAsides] = useState(false);
  const [said, say] = useSaid();
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const here = tab?.kind === "page" && tab.match.kind === "episode" ? tab.match.episode : null;
  const first = hereFirst ? (here?.id ?? null) : null;
  const answer = useAnswer(searcher?.ok ? searcher.value : null, typed, limit, asides, first);
  const episodes = catalog?.ok ? catalog.value : [];
  const groups = useMemo(() => byEpisode(answer?.results ?? [], first), [answer, first]);
  const total = answer?.total ?? 0;
  const failure = [catalog, searcher].find((result) => result && !result.ok);

  const sayFailure = (result: Result<null>) => result.ok || say(failureText(result.reason));
  const open = (found: Found, newTab: boolean) => void onOpen(found, newTab).then(sayFailure);
  const copy = (found: Found) =>
    void onCopy(found).then((copied) => say(t(copied ? "quoteCopied" : "copyRefused")));
  const onEnter = (event: KeyboardEvent) => {
    const best = groups[0]?.results[0];
    if (event.key === "Enter" && !event.isComposing && best) open(best, event.ctrlKey || event.metaKey);
  };

  return (
    <main ref={root} onKeyDown={rowKeys(root, field)}>
      <h1 class="unseen">Earmark</h1>
      <div class="field">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={t("popup.search")}
          aria-label={t("popup.search")}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setLimit(PAGE);
            setAsides(false);
          }}
          onKeyDown={onEnter}
        />
      </div>
      <TabLine tab={tab} hereFirst={hereFirst} onHereFirst={setHereFirst} onAllow={onAllow} />
      {failure && !failure.ok && <Notice text={failureText(failure.reason)} />}
      <p class="count" role="status" aria-live="polite">
        {answer && typed.trim() && countText(total, Math.min(limit, total), answer.partial, episodes.length)}
      </p>
      {typed.trim() ? (
        groups.map((group) => (
          <EpisodeGroup
            key={group.episode}
            group={group}
            episode={episodes.find(({ id }) => id === group.episode)}
            here={group.episode === here?.id}
            onOpen={open}
            onCopy={copy}
          />
        ))
      ) : (
        <EpisodeList episodes={episodes} onOpen={(episode) => void onOpenEpisode(episode).then(sayFailure)} />
      )}
      {total > limit && (
        <button type="button" class="more" data-stop onClick={() => setLimit(limit + PAGE)}>
          {t("popup.more")}
        </button>
      )}
      {answer !== null && answer.asides > 0 && (
        <button type="button" class="more" data-stop onClick={() => setAsides(true)}>
          {t("popup.asides", { count: answer.asides })}
        </button>
      )}
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
    </main>
  );
}

function countText(total: number, shown: number, partial: boolean, episodes: number): string {
  if (!total) return t("popup.none", { episodes });
  const moments = shown < total ? t("popup.foundShown", total, { shown }) : t("popup.found", total);
  return partial ? t("popup.partial", { moments }) : moments;
}
