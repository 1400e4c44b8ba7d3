import type { Cue } from "../model/transcript.ts";
import { isJsonText } from "./lenient-json.ts";
import { isYoutubeJson3, parseYoutubeJson3 } from "./youtube-json3.ts";
import { isYoutubeXml, parseYoutubeXml } from "./youtube-xml.ts";

/** Parses the body of an answer of YouTube's caption server, in any of its formats; empty for anything else. */
export function parseCaptions(body: string): Cue[] {
  if (isJsonText(body) && isYoutubeJson3(body)) return parseYoutubeJson3(body).cues;
  return isYoutubeXml(body) ? parseYoutubeXml(body).cues : [];
}
