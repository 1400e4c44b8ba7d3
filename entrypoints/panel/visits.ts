import type { PanelDoor, Visits } from "../../utils/extension/panel-door.ts";
import { openPanel } from "./open.tsx";

/** One stay on one episode's page, from its address to the next. */
interface Visit {
  key: string | null;
  episode: string;
  door: PanelDoor;
  left: AbortController;
}

let visit: Visit | null = null;

const leave = () => {
  visit?.left.abort();
  visit = null;
};

/** Opens a panel for each episode that the page becomes, and closes it when the page is left. */
export const visits: Visits = {
  arrive({ key, match, moment }) {
    // Switched off, it hides itself, and comes back as it was.
    if (visit?.key === key) return;
    leave();
    if (match.kind !== "episode") return;
    const { episode } = match;
    const left = new AbortController();
    visit = { key, episode: episode.id, left, door: openPanel({ episode, signal: left.signal }) };
    if (moment?.episode === episode.id) visit.door.show(moment);
  },
  leave,
  show(moment) {
    if (visit?.episode !== moment.episode) return false;
    visit.door.show(moment);
    return true;
  },
  command: (command) => visit?.door.command(command),
  frame: (key, state) => visit?.door.frame(key, state) ?? false,
};
