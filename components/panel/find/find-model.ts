import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import {
  findTranscriptHits,
  foldTranscript,
  MIN_QUERY_CHARACTERS,
  type TextHit,
} from "../../../utils/search/text/find-in-transcript.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import { findVisibleCorrections } from "../../../utils/transcript/model/corrections.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import type { OffsetsByParagraph } from "../../../utils/quote/text-range.ts";
import { t } from "../../ui/i18n.ts";

/** Search in the open transcript. */
export interface FindModel {
  query: ReadonlySignal<string>;
  hits: ReadonlySignal<readonly TextHit[]>;
  hitOffsets: ReadonlySignal<OffsetsByParagraph>;
  currentHit: ReadonlySignal<TextHit | undefined>;
  /** "3 of 17", or why there is no hit; empty for an empty query. */
  statusText: ReadonlySignal<string>;
  /** A query of sufficient length has no hits. */
  hasNoHits: ReadonlySignal<boolean>;
  /** Folds the text when the field gets the focus, so that the first letter is answered in time. */
  prepare: () => void;
  setQuery: (query: string) => void;
  /** Goes to the next hit (1) or the previous one (-1), around the ends. */
  step: (by: 1 | -1) => void;
  choose: (index: number) => void;
}

const NO_HITS: readonly TextHit[] = [];

type StatusMessage = "find.place" | "find.fromStart" | "find.fromEnd";

/**
 * Creates the model of the search in a transcript.
 * @param reveal Shows a hit that has become the current one.
 */
export function createFindModel(
  transcript: ReadonlySignal<Transcript | null>,
  reveal: (hit: TextHit) => void,
): FindModel {
  const query = signal("");
  const chosen = signal(0);
  const message = signal<StatusMessage>("find.place");
  const isPrepared = signal(false);
  const folded = computed(() =>
    isPrepared.value && transcript.value
      ? foldTranscript(transcript.value.paragraphs.map(toSearchableText))
      : null,
  );
  const hits = computed(() => (folded.value ? findTranscriptHits(folded.value, query.value) : NO_HITS));
  /** Fewer hits are left where the text has changed. */
  const currentIndex = computed(() => Math.min(chosen.value, hits.value.length - 1));
  const currentHit = computed(() => hits.value[currentIndex.value]);
  const isTooShort = computed(() => query.value.trim().length < MIN_QUERY_CHARACTERS);

  const goTo = (index: number, next: StatusMessage) => {
    batch(() => {
      chosen.value = index;
      message.value = next;
      if (currentHit.value) reveal(currentHit.value);
    });
  };
  return {
    query,
    hits,
    hitOffsets: computed(() => groupHitOffsets(hits.value)),
    currentHit,
    statusText: computed(() => {
      if (isTooShort.value) return query.value.trim() ? t("find.more") : "";
      const count = hits.value.length;
      return count ? t(message.value, { place: currentIndex.value + 1, count }) : t("find.none");
    }),
    hasNoHits: computed(() => !isTooShort.value && hits.value.length === 0),
    prepare: () => (isPrepared.value = true),
    setQuery: (typed) =>
      batch(() => {
        isPrepared.value = true;
        query.value = typed;
        goTo(0, "find.place");
      }),
    step(by) {
      const count = hits.value.length;
      if (count === 0) return;
      const next = currentIndex.value + by;
      goTo(
        (next + count) % count,
        next < 0 ? "find.fromEnd" : next >= count ? "find.fromStart" : "find.place",
      );
    },
    choose: (index) => goTo(index, "find.place"),
  };
}

/** Heard words are searched only where the reader can see that they were corrected. */
const toSearchableText = (paragraph: Paragraph) => ({
  text: paragraph.text,
  changes: findVisibleCorrections(paragraph),
});

function groupHitOffsets(hits: readonly TextHit[]): Map<number, Offsets[]> {
  const groups = new Map<number, Offsets[]>();
  for (const hit of hits)
    for (const { textIndex, start, end } of [hit, ...(hit.continuations ?? [])]) {
      const group = groups.get(textIndex);
      if (group) group.push([start, end]);
      else groups.set(textIndex, [[start, end]]);
    }
  return groups;
}
