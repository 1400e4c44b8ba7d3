import { decodeHTML } from "entities";
import { parseTime } from "../model/clock-time.ts";
import type { TimeMark } from "../model/transcript.ts";
import { collapseWhitespace } from "./source-lines.ts";

/** The words of one voice in a cue. */
export interface CaptionVoice {
  speaker: string | null;
  text: string;
  words: TimeMark[];
}

/**
 * Tags of WebVTT (https://www.w3.org/TR/webvtt1/#webvtt-cue-text), SubRip and ASS override codes ("{\\an8}").
 * A "<" before anything else is text, as in "<b or c>".
 */
const TAG =
  /<(\/?)(?:(v|c|lang|font|span)\b([^<>]{0,200})|(?:i|b|u|s|em|strong|ruby|rt)(?:\.[\w.-]{0,50})?|(br) ?\/?)>|<(\d+:[\d:.,]{1,15})>|\{\\[^{}]{0,100}\}/gi;

/**
 * Parses the markup of a cue into voices with the times of their words. Styles are dropped and entities decoded.
 *
 * @example
 * parseVoices("<v Ann>Hello <b>there</b>"); // [{ speaker: "Ann", text: "Hello there", words: [] }]
 */
export function parseVoices(markup: string): CaptionVoice[] {
  const voices: CaptionVoice[] = [];
  let voice: CaptionVoice = { speaker: null, text: "", words: [] };
  let at = 0;
  let pendingSeconds: number | null = null;
  const addText = (raw: string) => {
    const hasSpace = /^\s/.test(raw);
    const text = collapseWhitespace(decodeHTML(raw));
    if (text) {
      if (voice.text && hasSpace) voice.text += " ";
      if (pendingSeconds !== null) voice.words.push([voice.text.length, pendingSeconds]);
      pendingSeconds = null;
      voice.text += text;
    }
    if (voice.text && /\s$/.test(raw) && !voice.text.endsWith(" ")) voice.text += " ";
  };
  for (const tag of markup.matchAll(TAG)) {
    addText(markup.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const name = tag[2]?.toLowerCase();
    if (name === "v") {
      voices.push(voice);
      voice = { speaker: tag[1] ? null : parseVoiceName(tag[3] ?? ""), text: "", words: [] };
    } else if (tag[4]) addText(" ");
    else if (tag[5]) pendingSeconds = parseTime(tag[5]) ?? pendingSeconds;
  }
  addText(markup.slice(at));
  return [...voices, voice].flatMap((one) => (one.text.trim() ? [{ ...one, text: one.text.trimEnd() }] : []));
}

/** The name in a voice tag such as `<v.loud.first Name>`. */
const parseVoiceName = (annotation: string) =>
  collapseWhitespace(decodeHTML(annotation.replace(/^\S*/, ""))) || null;
