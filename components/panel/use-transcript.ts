import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Result } from "../../utils/shared/result.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { fitDuration } from "../../utils/transcript/timing/fit-duration.ts";
import { applySyncPoints, type SyncPoint } from "../../utils/transcript/timing/sync-points.ts";

/** Loading the transcript of the page's episode. */
export interface TranscriptLoading {
  /** Null while it is under way. */
  result: Result<Transcript> | null;
  /** On its own clock, with times as soon as they can be had. */
  unsynced: Transcript | null;
  /** On the clock of this site. */
  synced: Transcript | null;
  retry: () => void;
}

interface TranscriptLoadOptions {
  load: () => Promise<Result<Transcript>>;
  /** Looks for captions of the page, until the signal, and tells of the transcript with their times. */
  align: (language: string, tell: (aligned: Transcript) => void, signal: AbortSignal) => void;
  /** Seconds; null while unknown. */
  duration: number | null;
  /** Where the reader moved the times of this episode on this site. */
  syncPoints: readonly SyncPoint[];
}

/**
 * Loads the transcript when it is first wanted. One without exact times gets better ones from the page's captions,
 * or from the player's length as soon as that is known.
 */
export function useTranscript(
  wanted: boolean,
  { load, align, duration, syncPoints: taps }: TranscriptLoadOptions,
): TranscriptLoading {
  const [loaded, setLoaded] = useState<Result<Transcript> | null>(null);
  const [aligned, setAligned] = useState<Transcript | null>(null);
  const [tries, setTries] = useState(0);
  const missing = wanted && !loaded;
  // Not behind the next frame: what was asked for may be there by then.
  useLayoutEffect(() => {
    if (!missing) return undefined;
    let stale = false;
    void load().then((result) => stale || setLoaded(result));
    return () => {
      stale = true;
    };
  }, [missing, load, tries]);
  const shipped = loaded?.ok ? loaded.value : null;
  useEffect(() => {
    if (!shipped || shipped.timing === "exact") return undefined;
    const left = new AbortController();
    align(shipped.language, setAligned, left.signal);
    return () => left.abort();
  }, [shipped, align]);
  const own = useMemo(() => {
    if (aligned || !shipped) return aligned;
    return duration === null ? shipped : fitDuration(shipped, duration);
  }, [shipped, aligned, duration]);
  const here = useMemo(() => own && applySyncPoints(own, taps), [own, taps]);
  const retry = useCallback(() => {
    setLoaded(null);
    setTries((n) => n + 1);
  }, []);
  return { result: loaded, unsynced: own, synced: here, retry };
}
