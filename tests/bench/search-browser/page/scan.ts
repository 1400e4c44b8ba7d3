const begun = performance.now();
import { corpusFile, first } from "./first.ts";

/** Reads everything and looks for the words in every passage that has the first of them. */
await first(begun, async () => {
  const text = await (await corpusFile("scan")).text();
  return (query) => {
    const [word = "", ...others] = query.trim().split(" ");
    let found = 0;
    for (let at = text.indexOf(word); at >= 0;) {
      const start = text.lastIndexOf("\n", at) + 1;
      const end = text.indexOf("\n", at);
      const passage = new Set(text.slice(start, end < 0 ? undefined : end));
      if (others.every((other) => passage.has(other))) found++;
      at = end < 0 ? -1 : text.indexOf(word, end);
    }
    return found;
  };
});
