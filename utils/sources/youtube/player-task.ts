/** What the page-world script is asked to do. */
export type PlayerTask =
  /** Reads the player's data of the current video. */
  | { name: "facts"; video: string }
  /** Has the player load captions, and passes on the body of the answer. */
  | { name: "captions"; video: string; language: string; kind: "manual" | "automatic" };

/** In characters; a longer answer is dropped. */
export const MAX_PLAYER_ANSWER = 20_000_000;

/** Attribute of the script's element with the task, as JSON. */
export const TASK_ATTRIBUTE = "data-task";
/** Attribute of the script's element with the name of the event that carries the answer. The name is random. */
export const REPLY_ATTRIBUTE = "data-reply";
/** Event on the script's element after which the script undoes what it changed in the page. */
export const STOP_EVENT = "stop";

/**
 * Runs a task in the page's own world, in which the player's functions are. The script comes from the extension's
 * package; it and the page speak through events on its element. The page can forge an answer, so it is as untrusted as
 * any other part of the page.
 *
 * @param scriptUrl Address of the script in the package.
 * @returns the answer; null where there is none.
 */
export function runPlayerTask(
  document: Document,
  scriptUrl: string,
  task: PlayerTask,
  signal: AbortSignal,
): Promise<string | null> {
  const script = document.createElement("script");
  const reply = `earmark-${crypto.randomUUID()}`;
  script.setAttribute(TASK_ATTRIBUTE, JSON.stringify(task));
  script.setAttribute(REPLY_ATTRIBUTE, reply);
  script.src = scriptUrl;
  return new Promise((resolve, reject) => {
    const finish = () => {
      script.dispatchEvent(new Event(STOP_EVENT));
      script.remove();
    };
    const onAbort = () => {
      finish();
      reject(signal.reason as Error);
    };
    const onReply = (event: Event) => {
      signal.removeEventListener("abort", onAbort);
      finish();
      const { detail } = event as CustomEvent<unknown>;
      resolve(typeof detail === "string" && detail.length <= MAX_PLAYER_ANSWER ? detail : null);
    };
    signal.throwIfAborted();
    signal.addEventListener("abort", onAbort, { once: true });
    script.addEventListener(reply, onReply, { once: true });
    script.addEventListener("error", () => script.dispatchEvent(new CustomEvent(reply)), { once: true });
    document.documentElement.append(script);
  });
}
