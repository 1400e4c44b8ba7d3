import type { Cue } from "../model/transcript.ts";

/** `Name: words`, with a name of at most five words that each start with a capital or digit. */
const NAME_LABEL =
  /^((?:\p{Lu}|Speaker \d)[\p{L}\p{N}.'’-]*(?: [\p{Lu}\p{N}][\p{L}\p{N}.'’-]*){0,4}) ?:\s+(\S.*)$/su;

/** `Speaker 2 :words`, as recognizers write it, with or without spaces, or with the words on the next line. */
const NUMBERED_LABEL = /^(Speaker \d{1,2}) ?:\s*(.*)$/su;
const matchLabel = (text: string) => NUMBERED_LABEL.exec(text) ?? NAME_LABEL.exec(text);

/**
 * Turns `Name: ` at the start of cues into their speaker, up to the next such name.
 * A name has to occur twice, because "He said: …" and a single "Question: …" are words.
 */
export function extractSpeakerLabels(cues: Cue[]): Cue[] {
  const counts = new Map<string, number>();
  for (const { text } of cues) {
    const name = matchLabel(text)?.[1];
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const numberedCount = cues.filter(({ text }) => NUMBERED_LABEL.test(text)).length;
  const names = new Set(
    [...counts].flatMap(([name, n]) =>
      n > 1 || (numberedCount > 1 && /^Speaker \d/.test(name)) ? [name] : [],
    ),
  );
  // A single repeated word ("Warning: …") may be anything; two of them, or a full name, are people.
  if (names.size === 1 && ![...names][0]!.includes(" ")) return cues;
  let speaker: string | null = null;
  return cues.flatMap((cue): Cue[] => {
    const [, name = "", text = ""] = matchLabel(cue.text) ?? [];
    const shift = cue.text.length - text.length;
    if (!names.has(name)) return [cue.speaker || !speaker ? cue : { ...cue, speaker }];
    speaker = name;
    if (!text) return [];
    const words = cue.words?.map(([at, s]): [number, number] => [Math.max(0, at - shift), s]);
    return [{ ...cue, speaker, text, ...(words && { words }) }];
  });
}
