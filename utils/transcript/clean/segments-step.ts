import { getLanguage } from "../languages/get-language.ts";
import type { CleaningStep } from "./context/cleaning-step.ts";
import type { Token } from "./tokens/token.ts";
import { getVisibleTokens, type VisibleToken } from "./tokens/visible-tokens.ts";

/** Share of an episode, at its start and at its end, in which a host opens and closes the show. */
const EDGE_SHARE = 0.08;
/** Up to this many sentences between two of one segment belong to it. */
const MAX_GAP_SENTENCES = 2;

/**
 * Marks adverts, and words about the show at its start and end.
 * Only whole sentences with an unmistakable phrase count, and those between two of them.
 */
export const segmentsStep: CleaningStep = {
  name: "segments",
  run(tokens, context) {
    const { segments: patterns } = getLanguage(context.language);
    if (!patterns) return tokens;
    const visible = getVisibleTokens(tokens);
    const sentences = collectSentences(visible);
    const sentenceKinds = sentences.map(({ from, to, text }) => {
      if (patterns.sponsor.test(text)) return "sponsor" as const;
      const isAtEdge = from < visible.length * EDGE_SHARE || to > visible.length * (1 - EDGE_SHARE);
      return isAtEdge && patterns.credits.test(text) ? ("credits" as const) : null;
    });
    const kinds = new Map<number, Token["kind"]>();
    sentenceKinds.forEach((kind, i) => {
      if (!kind) return;
      const next = sentenceKinds.findIndex(
        (other, k) => k > i && k <= i + MAX_GAP_SENTENCES + 1 && other === kind,
      );
      const { speaker } = visible[sentences[i]!.from]!.token;
      for (const { from, to } of sentences.slice(i, Math.max(i + 1, next)))
        for (const { token, index } of visible.slice(from, to + 1))
          if (token.speaker === speaker && token.kind === "talk") kinds.set(index, kind);
    });
    return kinds.size ? applyKinds(tokens, kinds) : tokens;
  },
};

/** Words taken out get the kind of the word before them. */
function applyKinds(tokens: Token[], kinds: ReadonlyMap<number, Token["kind"]>): Token[] {
  let kind: Token["kind"] | undefined;
  return tokens.map((token, i) => {
    if (token.text) kind = kinds.get(i);
    return kind && token.kind === "talk" ? { ...token, kind } : token;
  });
}

interface SentenceRange {
  /** Indexes of its first and last visible token. */
  from: number;
  to: number;
  text: string;
}

/** The sentences of one speaker each. */
function collectSentences(visible: readonly VisibleToken[]): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let from = 0;
  visible.forEach(({ isSentenceEnd, token }, to) => {
    const next = visible[to + 1];
    if (!isSentenceEnd && next && next.token.speaker === token.speaker) return;
    const words = visible.slice(from, to + 1).map(({ text }) => text);
    sentences.push({ from, to, text: words.join(" ") });
    from = to + 1;
  });
  return sentences;
}
