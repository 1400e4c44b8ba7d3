import type { Cue } from "../../transcript/model/transcript.ts";
import type { CaptionsRoute } from "./captions-route.ts";
import type { PlayerTask } from "./player-task.ts";

/** What the route needs from the page and the background. */
export interface PlayerRoutePorts {
  /** Runs a task in the page's own world; null when the player does not answer. */
  askPlayer: (task: PlayerTask, signal: AbortSignal) => Promise<string | null>;
  /** Parses the body of a caption file; empty for anything else. */
  parseCaptions: (body: string) => Promise<Cue[]>;
}

/** Has the page's player load its captions, and reads its answer. Its words have times of their own. */
export function createPlayerRoute({ askPlayer, parseCaptions }: PlayerRoutePorts): CaptionsRoute {
  return {
    name: "player",
    timeoutMs: 4000,
    async read({ video, track, signal }) {
      // Without a track to ask for, the player would show whatever it showed last.
      if (!track) return { ok: false, reason: "youtube-changed" };
      const { language, kind } = track;
      const body = await askPlayer({ name: "captions", video, language, kind }, signal);
      if (body === null) return { ok: false, reason: "youtube-changed" };
      if (!body) return { ok: false, reason: "captions-withheld" };
      const cues = await parseCaptions(body);
      return cues.length ? { ok: true, cues, chapters: [] } : { ok: false, reason: "youtube-changed" };
    },
  };
}
