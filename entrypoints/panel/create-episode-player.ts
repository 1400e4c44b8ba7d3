import { sendToBackground } from "../../utils/extension/messages.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { getEpisodeKey } from "../../utils/sites/episode-key.ts";
import { combinePlayers, createFramePlayer } from "../../utils/sites/frame-player.ts";
import { createPagePlayer, type Player, type PlayerState } from "../../utils/sites/player.ts";

/** A player of the page or of one of its frames. */
export interface EpisodePlayer {
  player: Player;
  /** Takes over a report by a frame; false when the frame plays another episode. */
  report: (key: string, state: PlayerState | null) => boolean;
}

/** Creates the player of an episode: the page's own, or one in a frame, which is controlled by messages. */
export function createEpisodePlayer({ links }: CatalogEpisode): EpisodePlayer {
  const keys = new Set(links.flatMap(({ url }) => getEpisodeKey(url) ?? []));
  const frame = createFramePlayer(
    (command) => {
      for (const key of keys)
        // Fails in an invalidated context, which the panel states.
        void sendToBackground("background.controlPlayer", { key, command }).catch(() => null);
    },
    () => performance.now(),
  );
  return {
    player: combinePlayers(createPagePlayer(document), frame),
    report(key, state) {
      if (!keys.has(key)) return false;
      frame.report(state);
      return true;
    },
  };
}
