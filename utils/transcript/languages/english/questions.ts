import { toWordSet } from "../../../shared/word-set.ts";

/** Words before a question that are not part of it. */
const LEADING_WORDS = toWordSet("and so but okay ok well yeah now or then right because like i mean");
const MAX_LEADING_WORDS = 4;
const QUESTION_WORDS = toWordSet("what how why when where who which whose what's how's where's who's");
const AUXILIARY_VERBS = toWordSet(
  `is are was were do does did can could would will should have has am isn't aren't wasn't don't doesn't didn't can't
  couldn't wouldn't won't haven't`,
);
const SUBJECT_WORDS = toWordSet(
  "you we they it he she i there that this these those the your any anyone anybody people it's",
);

/** Whether the words of an English sentence ask something: "so what is", "do you", "how many people are". */
export function isQuestion(words: readonly string[]): boolean {
  let start = 0;
  while (start < MAX_LEADING_WORDS && LEADING_WORDS.has(words[start] ?? "")) start++;
  const [first = "", second = "", third = ""] = words.slice(start);
  if (words.length - start < 2) return false;
  if (AUXILIARY_VERBS.has(first)) return SUBJECT_WORDS.has(second);
  if (!QUESTION_WORDS.has(first)) return false;
  if (first.endsWith("'s")) return true;
  // A question word followed by a subject makes a statement: "what I mean is", "how it works".
  return (
    AUXILIARY_VERBS.has(second) ||
    (AUXILIARY_VERBS.has(third) &&
      !SUBJECT_WORDS.has(second) &&
      (first === "how" || first === "what" || first === "which"))
  );
}

/** After these, words that open a question are reported or have not begun: "I know what is". */
export const NEVER_BEFORE_QUESTION = toWordSet(
  `know see say says said tell ask understand explain figure wonder about of me you them show exactly so but and well
  okay yeah now then or right because guess remember learn matter care sure i we they it`,
);

const QUESTION_OPENINGS: ReadonlySet<string> = new Set(
  (
    "what are,what is,what's the,what was,what were,what do,what did,what does,how do,how did,how does,how are,how is," +
    "how long,how much,how many,why do,why did,why is,why are,do you,did you,can you,could you,is there,are there," +
    "is it,would you,have you,does it"
  ).split(","),
);

/** Whether the words from index `k` on open an English question. */
export const isQuestionStart = (words: readonly string[], k: number): boolean =>
  QUESTION_OPENINGS.has(`${words[k] ?? ""} ${words[k + 1] ?? ""}`);
