import { clock } from "../transcript/clock.ts";
import type { Change, Paragraph, Timing } from "../transcript/model.ts";
import { secondsAt } from "../transcript/times.ts";
import { heard } from "../transcript/undo.ts";

/** What a report about a wrong word needs to know. */
export interface Reported {
  episode: { id: string; title: string; show: string };
  timing: Timing;
  paragraph: Paragraph;
  change: Change;
}

const AROUND = 60;

/** A ready-made report about a word that is wrong, to be pasted wherever the reader reports it. */
export function reportText({ episode, timing, paragraph, change }: Reported): string {
  const { text } = paragraph;
  const end = change.at + change.length;
  const seconds = secondsAt([paragraph], { paragraph: 0, offset: change.at });
  const about = timing === "exact" ? "" : "about ";
  const before = text.slice(Math.max(0, change.at - AROUND), change.at);
  const after = text.slice(end, end + AROUND);
  return [
    "Wrong word in a transcript of Earmark",
    `Episode: ${episode.title} (${episode.show}, ${episode.id})`,
    ...(seconds === null ? [] : [`Time: ${about}${clock(seconds)}`]),
    `Shown: ${text.slice(change.at, end)}`,
    `Heard: ${change.heard.trim()}`,
    `Why: ${change.why} (${change.step})`,
    `Place: …${before}[${text.slice(change.at, end)}]${after}…`,
    `As heard: ${heard(paragraph).slice(0, 200)}`,
    "Should be: ",
  ].join("\n");
}
