import type { Cue } from "../model/transcript.ts";

/** `Name: words`, the name at most five words that each start with a capital or digit. */
const NAME_LABEL =
  /^((?:\p{Lu}|Speaker \d)[\p{L}\p{N}.'’-]*(?: [\p{Lu}\p{N}][\p{L}\p{N}.'’-]*){0,4}) ?:\s+(\S.*)$/su;

/** `Speaker 2 :words`, as recognisers write it, with or without spaces, and with the words on the next line. */
const NUMBERED_LABEL = /^(Speaker \d{1,2}) ?:\s*(.*)$/su;
const matchLabel = (text: string) => NUMBERED_LABEL.exec(text) ?? NAME_LABEL.exec(text);

/**
 * Takes `Name: ` off the front of cues and makes it their speaker, up to the next such name.
 * "He said: …" and a lone "Question: …" are words, not names: a name has to come back at least once.
 */
export function extractSpeakerLabels(cues: Cue[]): Cue[] {
  const count = new Map<string, number>();
  for (const { text } of cues) {
    const name = matchLabel(text)?.[1];
    if (name) count.set(name, (count.get(name) ?? 0) + 1);
  }
  const numbered = cues.filter(({ text }) => NUMBERED_LABEL.test(text)).length;
  const names = new Set(
    [...count].flatMap(([name, n]) => (n > 1 || (numbered > 1 && /^Speaker \d/.test(name)) ? [name] : [])),
  );
  // One word alone that comes back ("Warning: …") may be anything; two that do, or a full name, are people.
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
