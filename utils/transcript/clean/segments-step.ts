import type { CleaningStep } from "./context/cleaning-step.ts";
import type { Token } from "./tokens/token.ts";
import { getVisibleTokens, type VisibleToken } from "./tokens/visible-tokens.ts";

/** Opening and closing words stand in this share of an episode, at both ends. */
const EDGE_SHARE = 0.08;
/** Sentences between two that tell; they belong to the same part. */
const MAX_GAP_SENTENCES = 2;
/** Words of a host to the listeners about the show itself. English. */
const CREDITS_PATTERN =
  /\b(?:theme music|leave a (?:review|comment|rating)|rate,? (?:and )?review|subscribe (?:to|on)|(?:follow|find|tweet|connect with) (?:me|us) (?:on|at) (?:twitter|x|instagram|linkedin)|support (?:the show|this podcast|it) on|on patreon|exclusive benefits|show notes page|links? to the show notes|thanks? (?:you )?(?:so much )?for listening|another episode of|becom(?:e|ing) a(?:nother)? corporate sponsor|check out his awesome work|if you(?:'re enjoying| enjoy) (?:it|these interviews|the show|this podcast))\b/i;
/** An advert, read in an episode. */
const SPONSOR_PATTERN =
  /\b(?:brought to you by|(?:today's|this) (?:episode|show|podcast) is (?:sponsored|supported)|word from our sponsors?|promo code|use code|free trial|percent off|% off)\b/i;

/**
 * Sets apart what is no talk: opening and closing words about the show, and adverts. Only whole sentences that tell so
 * themselves, and what stands between two of them.
 */
export const segmentsStep: CleaningStep = {
  name: "parts",
  run(pieces, { language = "en" }) {
    if (!/^en\b/i.test(language)) return pieces;
    const row = getVisibleTokens(pieces);
    const sentences = splitSentences(row);
    const told = sentences.map(({ from, to, text }) => {
      if (SPONSOR_PATTERN.test(text)) return "sponsor" as const;
      const isAtEnd = from < row.length * EDGE_SHARE || to > row.length * (1 - EDGE_SHARE);
      return isAtEnd && CREDITS_PATTERN.test(text) ? ("credits" as const) : null;
    });
    const kinds = new Map<number, Token["kind"]>();
    told.forEach((kind, i) => {
      if (!kind) return;
      const next = told.findIndex((other, k) => k > i && k <= i + MAX_GAP_SENTENCES + 1 && other === kind);
      const speaker = row[sentences[i]!.from]!.token.speaker;
      for (const { from, to } of sentences.slice(i, Math.max(i + 1, next)))
        for (const { token: piece, index: at } of row.slice(from, to + 1))
          if (piece.speaker === speaker && piece.kind === "talk") kinds.set(at, kind);
    });
    if (!kinds.size) return pieces;
    let last: Token["kind"] | undefined;
    return pieces.map((piece, i) => {
      // What was taken out stays with the words before it.
      if (piece.text) last = kinds.get(i);
      return last && piece.kind === "talk" ? { ...piece, kind: last } : piece;
    });
  },
};

interface SentenceRange {
  /** First and last index in the row. */
  from: number;
  to: number;
  text: string;
}

function splitSentences(row: readonly VisibleToken[]): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let from = 0;
  row.forEach((word, k) => {
    const next = row[k + 1];
    if (!word.isSentenceEnd && next && next.token.speaker === word.token.speaker) return;
    const words = row.slice(from, k + 1).map(({ text }) => text);
    sentences.push({ from, to: k, text: words.join(" ") });
    from = k + 1;
  });
  return sentences;
}
