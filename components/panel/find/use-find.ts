import { useMemo, useState } from "preact/hooks";
import {
  findTranscriptHits,
  foldTranscript,
  MIN_QUERY_CHARACTERS,
  type TextHit,
} from "../../../utils/search/text/find-in-transcript.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import { findVisibleCorrections } from "../../../utils/transcript/model/corrections.ts";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import { t } from "../../ui/i18n.ts";

/** Searching in the open transcript. */
export interface TranscriptFinder {
  query: string;
  hits: readonly TextHit[];
  /** Where they stand, by paragraph. */
  hitOffsets: ReadonlyMap<number, readonly Offsets[]>;
  /** The current hit. */
  currentHit: TextHit | undefined;
  /** "3 of 17", or why there is none; empty while too little is typed. */
  statusText: string;
  /** Something was typed that does not stand in the talk. */
  hasNoHits: boolean;
  /** Makes the talk ready to be searched: when the field is entered, so that the first letter is answered at once. */
  prepare: () => void;
  setQuery: (typed: string) => void;
  /** Goes to the next hit (1) or the one before (-1), around the ends. */
  step: (by: 1 | -1) => void;
  /** Makes a hit the current one. */
  choose: (index: number) => void;
}

const NO_HITS: readonly TextHit[] = [];

/** Finds as the reader types. */
export function useFind(paragraphs: readonly Paragraph[]): TranscriptFinder {
  const [typed, setTyped] = useState("");
  const [current, setCurrent] = useState(0);
  const [wrapped, setWrapped] = useState<"find.place" | "find.fromStart" | "find.fromEnd">("find.place");
  const [isWanted, setWanted] = useState(false);
  const talk = useMemo(
    () => (isWanted ? foldTranscript(paragraphs.map(toSearchableText)) : null),
    [paragraphs, isWanted],
  );
  const hits = useMemo(() => (talk ? findTranscriptHits(talk, typed) : NO_HITS), [talk, typed]);
  const spans = useMemo(() => groupHitOffsets(hits), [hits]);
  const at = Math.min(current, hits.length - 1);
  const tooShort = typed.trim() ? t("find.more") : "";
  const place = hits.length ? t(wrapped, { place: at + 1, count: hits.length }) : t("find.none");
  return {
    query: typed,
    hits,
    hitOffsets: spans,
    currentHit: hits[at],
    statusText: typed.trim().length < MIN_QUERY_CHARACTERS ? tooShort : place,
    hasNoHits: typed.trim().length >= MIN_QUERY_CHARACTERS && !hits.length,
    prepare: () => setWanted(true),
    setQuery(text) {
      setWanted(true);
      setTyped(text);
      setCurrent(0);
      setWrapped("find.place");
    },
    step(by) {
      if (!hits.length) return;
      const next = at + by;
      setWrapped(next < 0 ? "find.fromEnd" : next >= hits.length ? "find.fromStart" : "find.place");
      setCurrent((next + hits.length) % hits.length);
    },
    choose(index) {
      setWrapped("find.place");
      setCurrent(index);
    },
  };
}

/** A paragraph as it is searched: by what was heard only where a reader sees that it was heard otherwise. */
const toSearchableText = (paragraph: Paragraph) => ({
  text: paragraph.text,
  changes: findVisibleCorrections(paragraph),
});

function groupHitOffsets(hits: readonly TextHit[]): Map<number, Offsets[]> {
  const spans = new Map<number, Offsets[]>();
  for (const hit of hits)
    for (const { textIndex: text, start, end } of [hit, ...(hit.continuations ?? [])]) {
      const list = spans.get(text);
      if (list) list.push([start, end]);
      else spans.set(text, [[start, end]]);
    }
  return spans;
}
