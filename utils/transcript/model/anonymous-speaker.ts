const ANONYMOUS_LABEL = /^(?:speaker|sprecher|spk|voice)[ _]?(?:\d*|[A-Z])$/i;

/** Whether a speaker is a label without a name, as recognizers write it: "Speaker 1". */
export const isAnonymousSpeaker = (speaker: string): boolean => ANONYMOUS_LABEL.test(speaker);
