import { toNumberWords } from "./number-words.ts";

/** The rules of English speech. */
export const ENGLISH_SPEECH = {
  hesitation: /^(?:u+h*m*|e+r+m*|h+m+|m+h*m+|a+h+|m+)$/,
  spellingVariants: {
    okay: "ok",
    gonna: "goingto",
    wanna: "wantto",
    cause: "because",
    cuz: "because",
    yeah: "yes",
    "&": "and",
  },
  toNumberWords,
  topicEnding: /(?:['’]s|ies|ing|ings|ed|es|s|y|ly|e|er|ers|ion|ions)$/,
  turningPhrase:
    /\b(?:(?:an?other|next|last|final|first|different|new|couple of|few|two) (?:\w+ )?(?:questions?|topics?|things?|subjects?|note)|segue|let's (?:talk|move|turn|start|dive|go)|moving on|curious|wondering|i(?:'d| would) (?:also )?(?:love|like) to|want(?:ed)? to ask|tell (?:us|me)|talk (?:to us )?about|(?:do you have|what are your|your) thoughts|speaking of|before (?:we|i|you) (?:go|end|finish|close)|out of time|play us out|wrap up|great to talk|thank(?:s| you)|welcome)\b/i,
};
