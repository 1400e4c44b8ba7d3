import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Result } from "../../utils/result.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { withLength } from "../../utils/transcript/timing/length.ts";

/** Loading the transcript of the page's episode. */
export interface Loading {
  /** Null while it is under way. */
  loaded: Result<Transcript> | null;
  /** With times, as soon as they can be had. */
  transcript: Transcript | null;
  retry: () => void;
}

/** Loads the transcript when it is first wanted; one without times gets them when the player's length is known. */
export function useTranscript(
  wanted: boolean,
  load: () => Promise<Result<Transcript>>,
  duration: number | null,
): Loading {
  const [loaded, setLoaded] = useState<Result<Transcript> | null>(null);
  const [tries, setTries] = useState(0);
  const missing = wanted && !loaded;
  useEffect(() => {
    if (!missing) return undefined;
    let stale = false;
    void load().then((result) => stale || setLoaded(result));
    return () => {
      stale = true;
    };
  }, [missing, load, tries]);
  const transcript = useMemo(() => {
    if (!loaded?.ok) return null;
    return duration === null ? loaded.value : withLength(loaded.value, duration);
  }, [loaded, duration]);
  const retry = useCallback(() => {
    setLoaded(null);
    setTries((n) => n + 1);
  }, []);
  return { loaded, transcript, retry };
}
