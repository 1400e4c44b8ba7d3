import { useEffect, useRef } from "preact/hooks";
import type { Follow } from "./use-follow.ts";
import type { Shown } from "./use-moment.ts";
import type { Spoken } from "./use-playback.ts";

/** Shows the paragraph that was asked for, and follows from there once the player has reached it. */
export function useTarget(
  target: Shown | null,
  spoken: Spoken,
  { setFollowing, reveal }: Pick<Follow, "setFollowing" | "reveal">,
  setReached: (paragraph: number) => void,
): void {
  useEffect(() => {
    if (!target) return;
    setFollowing(false);
    setReached(target.paragraph);
    reveal(target.paragraph, 0, target.offset);
  }, [target, setFollowing, reveal, setReached]);
  const caught = useRef<Shown | null>(null);
  useEffect(() => {
    if (!target || caught.current === target || spoken.paragraph !== target.paragraph) return;
    caught.current = target;
    setFollowing(true);
  }, [target, spoken, setFollowing]);
}
