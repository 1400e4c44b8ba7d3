/** Words before a question that do not belong to it. */
const LEADING_WORDS = new Set(
  "and so but okay ok well yeah now or then right because like i mean".split(" "),
);
const QUESTION_WORDS = new Set(
  "what how why when where who which whose what's how's where's who's".split(" "),
);
const AUXILIARY_VERBS = new Set(
  "is are was were do does did can could would will should have has am isn't aren't wasn't don't doesn't didn't can't couldn't wouldn't won't haven't".split(
    " ",
  ),
);
const SUBJECT_WORDS = new Set(
  "you we they it he she i there that this these those the your any anyone anybody people it's".split(" "),
);

/** Whether the words of a sentence, in small letters, ask something: "so what is", "do you", "how many … are". */
export function isQuestion(words: readonly string[]): boolean {
  let k = 0;
  while (k < 4 && LEADING_WORDS.has(words[k] ?? "")) k++;
  const [first = "", second = "", third = ""] = words.slice(k);
  if (words.length - k < 2) return false;
  if (AUXILIARY_VERBS.has(first)) return SUBJECT_WORDS.has(second);
  if (!QUESTION_WORDS.has(first)) return false;
  if (first.endsWith("'s")) return true;
  // "what I mean is", "how it works": an asking word with its subject first tells, it does not ask.
  return (
    AUXILIARY_VERBS.has(second) ||
    (AUXILIARY_VERBS.has(third) &&
      !SUBJECT_WORDS.has(second) &&
      (first === "how" || first === "what" || first === "which"))
  );
}

/** Before these a question has not begun yet, or what follows is told, not asked. */
export const NEVER_BEFORE_QUESTION = new Set(
  "know see say says said tell ask understand explain figure wonder about of me you them show exactly so but and well okay yeah now then or right because guess remember learn matter care sure i we they it".split(
    " ",
  ),
);
const QUESTION_OPENINGS = new Set(
  "what are,what is,what's the,what was,what were,what do,what did,what does,how do,how did,how does,how are,how is,how long,how much,how many,why do,why did,why is,why are,do you,did you,can you,could you,is there,are there,is it,would you,have you,does it".split(
    ",",
  ),
);

/** Whether the words from an index on open a question. */
export const isQuestionStart = (words: readonly string[], k: number): boolean =>
  QUESTION_OPENINGS.has(`${words[k] ?? ""} ${words[k + 1] ?? ""}`);
