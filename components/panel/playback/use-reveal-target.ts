import { useEffect, useRef } from "preact/hooks";
import type { FollowController } from "./use-follow.ts";
import type { PanelTarget } from "./use-seek-to-target.ts";
import type { SpokenLine } from "./use-playback.ts";

/** Shows the paragraph that was asked for, and follows from there once the player has reached it. */
export function useRevealTarget(
  target: PanelTarget | null,
  spoken: SpokenLine,
  { setFollowing, reveal }: Pick<FollowController, "setFollowing" | "reveal">,
  setReached: (paragraph: number) => void,
): void {
  useEffect(() => {
    if (!target) return;
    setFollowing(false);
    setReached(target.paragraph);
    reveal(target.paragraph, 0, target.offset);
  }, [target, setFollowing, reveal, setReached]);
  const caught = useRef<PanelTarget | null>(null);
  useEffect(() => {
    if (!target || caught.current === target || spoken.paragraph !== target.paragraph) return;
    caught.current = target;
    setFollowing(true);
  }, [target, spoken, setFollowing]);
}
