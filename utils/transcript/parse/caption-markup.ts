import { decodeHTML } from "entities";
import { parseTime } from "../model/clock-time.ts";
import type { TimeMark } from "../model/transcript.ts";
import { collapseWhitespace } from "./source-lines.ts";

/** What one voice says inside a block of captions. */
export interface CaptionVoice {
  speaker: string | null;
  text: string;
  words: TimeMark[];
}

/** A "<" before anything else is text; so is "<b or c>". */
const TAG =
  /<(\/?)(?:(v|c|lang|font|span)\b([^<>]{0,200})|(?:i|b|u|s|em|strong|ruby|rt)(?:\.[\w.-]{0,50})?|(br) ?\/?)>|<(\d+:[\d:.,]{1,15})>|\{\\[^{}]{0,100}\}/gi;

/**
 * Speech out of marked-up caption text: voices told apart, times inside the line kept, styling dropped, entities
 * decoded. A "<" that opens no known tag is text.
 */
export function parseVoices(markup: string): CaptionVoice[] {
  const found: CaptionVoice[] = [];
  let voice: CaptionVoice = { speaker: null, text: "", words: [] };
  let at = 0;
  let pending: number | null = null;
  const add = (raw: string) => {
    const space = /^\s/.test(raw) ? " " : "";
    const text = collapseWhitespace(decodeHTML(raw));
    if (text) {
      if (voice.text && space) voice.text += " ";
      if (pending !== null) voice.words.push([voice.text.length, pending]);
      pending = null;
      voice.text += text;
    }
    if (voice.text && /\s$/.test(raw) && !voice.text.endsWith(" ")) voice.text += " ";
  };
  for (const tag of markup.matchAll(TAG)) {
    add(markup.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const name = tag[2]?.toLowerCase();
    if (name === "v") {
      found.push(voice);
      voice = { speaker: tag[1] ? null : parseVoiceName(tag[3] ?? ""), text: "", words: [] };
    } else if (tag[4]) add(" ");
    else if (tag[5]) pending = parseTime(tag[5]) ?? pending;
  }
  add(markup.slice(at));
  return [...found, voice].flatMap((v) => (v.text.trim() ? [{ ...v, text: v.text.trimEnd() }] : []));
}

/** The name in `<v.loud.first Name>`. */
const parseVoiceName = (annotation: string) =>
  collapseWhitespace(decodeHTML(annotation.replace(/^\S*/, ""))) || null;
