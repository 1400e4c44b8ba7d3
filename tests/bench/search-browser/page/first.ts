/** What every engine's page does: opens its index, asks one thing, and lets itself be asked more. */

/** Answers a query with how many it found, or something like it. */
export type Ask = (query: string) => Promise<number> | number;

declare global {
  interface Window {
    ask: Ask;
  }
}

const FIRST = "learning model";

/** Opens an engine, notes the milliseconds from the page's first line to the first result, and lets it warm up. */
export async function first(
  begun: number,
  open: () => Promise<Ask>,
  warm?: () => Promise<void>,
): Promise<void> {
  window.ask = await open();
  const found = await window.ask(FIRST);
  document.documentElement.dataset["first"] = String(performance.now() - begun);
  document.documentElement.dataset["found"] = String(found);
  await warm?.();
  document.documentElement.dataset["warm"] = "";
}

/** A file of the corpus. */
export const corpusFile = (name: string): Promise<Response> => fetch(`/library/bench-${name}.bin`);
