import { computed, signal, untracked, type ReadonlySignal } from "@preact/signals";
import { toSuccess, type Result } from "../../../utils/shared/result.ts";
import {
  applyCorrections,
  revertChanges,
  type Correction,
} from "../../../utils/transcript/model/corrections.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { fitDuration } from "../../../utils/transcript/timing/fit-duration.ts";
import { applySyncPoints, type SyncPoint } from "../../../utils/transcript/timing/sync-points.ts";
import { runEffect } from "../../ui/run-effect.ts";

/** Where the transcript and better times for it come from. */
export interface TranscriptPorts {
  /** Loads the transcript. One that is loaded as a draft is replaced by the cleaned one later. */
  load: (onCleaned: (cleaned: Transcript) => void) => Promise<Result<Transcript>>;
  /** Watches the page for captions until `until` aborts. Calls back with the transcript aligned to them. */
  align: (language: string, onAligned: (aligned: Transcript) => void, until: AbortSignal) => void;
}

/** What the transcript is computed from, besides its file. */
export interface TranscriptInputs {
  /** Name of the show; corrections can apply to all of its episodes. */
  show: string;
  /** Length of the recording in seconds; null while unknown. */
  duration: ReadonlySignal<number | null>;
  syncPoints: ReadonlySignal<readonly SyncPoint[]>;
  corrections: ReadonlySignal<readonly Correction[]>;
}

/** The transcript of the page's episode, from its file to what the reader sees. */
export interface TranscriptModel {
  /** Result of loading; null while the file is being read. */
  loaded: ReadonlySignal<Result<Transcript> | null>;
  /** As the library has it. */
  shipped: ReadonlySignal<Transcript | null>;
  /** On its own clock, with the best times available. */
  unsynced: ReadonlySignal<Transcript | null>;
  /** On the clock of this site. */
  synced: ReadonlySignal<Transcript | null>;
  /** As the reader sees it: with their corrections, or as heard. */
  shown: ReadonlySignal<Transcript | null>;
  isHeard: ReadonlySignal<boolean>;
  /** Reads the file ahead of time. */
  prefetch: () => void;
  /** Reads the file if it has not been read, and starts to look for better times. */
  request: () => Promise<Result<Transcript>>;
  /** Reads the file again after a failure. */
  retry: () => void;
  /** Switches between the corrected text and the text as heard. */
  toggleHeard: () => void;
}

/**
 * Creates the model of a transcript. A transcript without exact times is aligned to the page's captions, or spread over
 * the length of the recording.
 */
export function createTranscriptModel(
  { load, align }: TranscriptPorts,
  { show, duration, syncPoints, corrections }: TranscriptInputs,
  until: AbortSignal,
): TranscriptModel {
  const loaded = signal<Result<Transcript> | null>(null);
  const aligned = signal<Transcript | null>(null);
  const isRequested = signal(false);
  const isHeard = signal(false);
  let loading: Promise<Result<Transcript>> | null = null;

  let attempt = 0;

  const read = async () => {
    const current = ++attempt;
    const assign = (result: Result<Transcript>) => {
      if (!until.aborted && current === attempt) loaded.value = result;
    };
    const result = await load((cleaned) => assign(toSuccess(cleaned)));
    assign(result);
    return result;
  };
  const prefetch = () => (loading ??= read());
  const request = () => {
    isRequested.value = true;
    return prefetch();
  };

  const shipped = computed(() => (loaded.value?.ok ? loaded.value.value : null));
  const unsynced = computed(() => {
    if (aligned.value || !shipped.value || duration.value === null) return aligned.value ?? shipped.value;
    return fitDuration(shipped.value, duration.value);
  });
  const synced = computed(() => unsynced.value && applySyncPoints(unsynced.value, syncPoints.value));
  const shown = computed(() => {
    if (!synced.value) return null;
    return isHeard.value
      ? revertChanges(synced.value)
      : applyCorrections(synced.value, show, corrections.value);
  });

  runEffect(() => {
    const transcript = shipped.value;
    if (!isRequested.value || !transcript || transcript.timing === "exact") return undefined;
    const stop = new AbortController();
    untracked(() => align(transcript.language, (next) => (aligned.value = next), stop.signal));
    return () => stop.abort();
  }, until);

  return {
    loaded,
    shipped,
    unsynced,
    synced,
    shown,
    isHeard,
    prefetch,
    request,
    retry() {
      loading = null;
      loaded.value = null;
      void request();
    },
    toggleHeard: () => (isHeard.value = !isHeard.value),
  };
}
