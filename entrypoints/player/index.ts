import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import {
  REPLY_ATTRIBUTE,
  STOP_EVENT,
  TASK_ATTRIBUTE,
  type PlayerTask,
} from "../../utils/sources/youtube/player-task.ts";
import { captureCaptions } from "./capture-captions.ts";
import { findPlayer, readPlayerFacts } from "./youtube-player.ts";

/** Runs a task of the panel's script in the page's own world, and answers through events on its own element. */
export default defineUnlistedScript(() => {
  const script = document.currentScript;
  const task = script?.getAttribute(TASK_ATTRIBUTE);
  const reply = script?.getAttribute(REPLY_ATTRIBUTE);
  if (!script || !task || !reply) return;
  const stop = new AbortController();
  script.addEventListener(STOP_EVENT, () => stop.abort(), { once: true });
  void runTask(JSON.parse(task) as PlayerTask, stop.signal)
    .catch(() => null)
    .then((detail) => script.dispatchEvent(new CustomEvent(reply, { detail })));
});

async function runTask(task: PlayerTask, stop: AbortSignal): Promise<string | null> {
  const player = findPlayer(document);
  if (!player) return null;
  switch (task.name) {
    case "facts":
      return JSON.stringify(readPlayerFacts(player));
    case "captions":
      return captureCaptions(player, task, stop);
    default:
      return task satisfies never;
  }
}
