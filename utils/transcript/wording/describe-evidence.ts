import type { Evidence, EvidenceRule, NameSource } from "../model/evidence.ts";
import type { Translate } from "./translate.ts";

const RULE_MESSAGES = {
  edited: "evidence.edited",
  reader: "evidence.reader",
  "caption-repeat": "evidence.captionRepeat",
  "line-join": "evidence.lineJoin",
  "missing-space": "evidence.missingSpace",
  "glued-words": "evidence.gluedWords",
  hesitation: "evidence.hesitation",
  repeat: "evidence.repeat",
  filler: "evidence.filler",
  lost: "evidence.lost",
  misheard: "evidence.misheard",
  spelling: "evidence.spelling",
  sound: "evidence.sound",
  "sound-near": "evidence.soundNear",
  "sound-in-term": "evidence.soundInTerm",
} satisfies { [rule in EvidenceRule]: string };

const SOURCE_MESSAGES = {
  speakers: "nameSource.speakers",
  show: "nameSource.show",
  mentions: "nameSource.mentions",
  headlines: "nameSource.headlines",
  notes: "nameSource.notes",
  glossary: "nameSource.glossary",
} satisfies { [source in NameSource]: string };

/**
 * Says in a sentence why words are shown other than they were heard.
 *
 * @example
 * describeEvidence({ rule: "sound", name: "PyMC", source: "notes" }, t); // "Sounds like “PyMC”, from the show notes."
 */
export function describeEvidence(evidence: Evidence, translate: Translate): string {
  const { rule, source, ...values }: { rule: EvidenceRule; source?: NameSource } = evidence;
  return translate(RULE_MESSAGES[rule], {
    ...values,
    ...(source && { source: translate(SOURCE_MESSAGES[source], {}) }),
  });
}
