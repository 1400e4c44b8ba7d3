import type { Result } from "../../utils/shared/result.ts";
import type { Session } from "../e2e/browsers.ts";
import { createOwnEpisode, saveOwnEpisode, sendToBackground } from "../e2e/own-library-driver.ts";
import type { ExpectedLibrary } from "./expected-library.ts";

/** Changes running at once; more of them write into one another's transactions. */
const WORKERS = 3;
const WORDS =
  "lantern harbour tide signal keeper storm granite mirror lens oil ship reef fog bell watch night".split(
    " ",
  );

/**
 * Adds, replaces, removes and restores episodes until the browser is gone.
 * @returns The number of changes that were reported as done.
 */
export async function changeUntilKilled(
  session: Session,
  expected: ExpectedLibrary,
  round: number,
): Promise<number> {
  let count = 0;
  let next = 0;
  const busy = new Set<string>();
  const run = async (): Promise<void> => {
    for (;;) {
      const present = expected.listPresent().filter((id) => !busy.has(id));
      const chance = Math.random();
      const known = present[Math.floor(Math.random() * present.length)];
      const video = known && chance < 0.4 ? known.replace("youtube:", "") : createVideoId(round, next++);
      const id = `youtube:${video}`;
      busy.add(id);
      expected.start(id);
      const isListed =
        chance >= 0.25 || !known ? await add(session, video) : await removeOrRestore(session, id);
      expected.finish(id, isListed);
      busy.delete(id);
      count++;
    }
  };
  // Every worker ends with an error when the browser does.
  await Promise.allSettled(Array.from({ length: WORKERS }, run));
  return count;
}

const createVideoId = (round: number, n: number): string => `t${round}-${n}`.padEnd(11, "x");

async function add(session: Session, video: string): Promise<boolean> {
  const paragraphs = Array.from({ length: 60 }, () =>
    Array.from({ length: 40 }, () => WORDS[Math.floor(Math.random() * WORDS.length)]).join(" "),
  );
  requireSuccess(
    await saveOwnEpisode(session, createOwnEpisode(video, paragraphs, new Date().toISOString())),
  );
  return true;
}

async function removeOrRestore(session: Session, episode: string): Promise<boolean> {
  requireSuccess(await sendToBackground<Result<boolean>>(session, "background.removeEpisode", { episode }));
  if (Math.random() < 0.5) return false;
  requireSuccess(await sendToBackground<Result<boolean>>(session, "background.restoreEpisode", { episode }));
  return true;
}

function requireSuccess(result: Result<unknown>): void {
  if (!result.ok) throw new Error(`A change failed: ${result.reason}.`);
}
