import { toWordSet } from "../../shared/word-set.ts";
import { getProperNouns } from "./english/proper-nouns.ts";
import { NEVER_BEFORE_QUESTION, isQuestion, isQuestionStart } from "./english/questions.ts";
import stopOdds from "./english/stop-odds.json" with { type: "json" };
import { listStems } from "./english/word-formation.ts";
import type { FillerRules, Language, SegmentPatterns, SentenceRules, StopOdds } from "./language.ts";

const fillers: FillerRules = {
  phrase: {
    words: ["you", "know"],
    meaningfulAfter: toWordSet(
      `do did if as when because let that what once now since would will might may can should to how don't didn't does
      couldn't than whether who before until`,
    ),
    meaningfulBefore: toWordSet(
      `what how that if why who where when whether which it this him her them me us enough about nothing better more
      everything something anything all your my our their his`,
    ),
  },
  comparison: {
    word: "like",
    subjects: toWordSet(
      "there's there we we'll we're i'm i've i'll it's they they're he he's she that's you're",
    ),
    infinitiveMarker: "to",
    verbs: toWordSet(
      `think take get make do go be have see run use try build create find figure show start say know actually just
      really understand learn give keep put write talk look help play move work train tell turn bring change read`,
    ),
  },
  mentioning: toWordSet("word an say"),
  restartedPronouns: toWordSet("i we they he she there who"),
  smallWords: toWordSet(
    `i we he she they the an a my your our his their its to of in on at by for from with into about and or but if as
    because so's when while where why how who which whether than is are was were be been am has have do does did can
    could would should will may might must i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he's
    she's they're they've they'd they'll it's that's there's what's who's how's let's don't doesn't isn't can't maybe
    some every each any these those there then just also only like`,
  ),
  endOrStartWords: toWordSet("so it you that this what them her him me us one"),
  openers: toWordSet(
    `and but so because or if that when like well yeah okay then as though although since while now i mean um uh`,
  ),
  emphaticWords: toWordSet(
    `very really so more much many far super again blah no yes yeah okay right good great bye ha never ever long way
    lot lots`,
  ),
  coordinators: toWordSet("and or"),
  clauseOpeners: toWordSet(
    `and but so or because which who where when while although though if i we they you he she it that's it's there's
    i'm`,
  ),
  linkingWords: toWordSet("and but or because"),
};

const sentences: SentenceRules = {
  odds: stopOdds as unknown as StopOdds,
  neverLast: toWordSet(
    `a an the of to and or my your our their his its in with for from as at by into about between i we they he she i'm
    i've it's that's there's very but if because than that which who where when why how what like just am is are was
    were be been can could would should will has have had not these every don't doesn't he's she's they're we're you're
    it'll i'll he'll they'll means reason also even called`,
  ),
  firstWords: toWordSet(
    `i i'm i've i'll i'd you you're you've we we're we've he he's she she's they they're it it's it'll that that's this
    these there there's here here's and but so or well yeah yes no okay ok right now then also because if when while
    what what's how why who where which do does did is are was can could would should have has let let's maybe
    sometimes actually basically obviously anyway first in for as at on my our your the a an people everybody nobody
    one most like mm-hmm hmm oh wow sure exactly absolutely interesting cool thanks thank hello hi welcome not none`,
  ),
  linkingWords: toWordSet("and but or"),
  consequence: "so",
  isQuestion,
  isQuestionStart,
  neverBeforeQuestion: NEVER_BEFORE_QUESTION,
  capitalPronoun: { pattern: /^(["“‘(]?)i(?=(?:['’](?:m|ve|ll|d))?\P{L}*$)/u, replacement: "$1I" },
  getProperNouns,
};

const segments: SegmentPatterns = {
  credits:
    /\b(?:theme music|leave a (?:review|comment|rating)|rate,? (?:and )?review|subscribe (?:to|on)|(?:follow|find|tweet|connect with) (?:me|us) (?:on|at) (?:twitter|x|instagram|linkedin)|support (?:the show|this podcast|it) on|on patreon|exclusive benefits|show notes page|links? to the show notes|thanks? (?:you )?(?:so much )?for listening|another episode of|becom(?:e|ing) a(?:nother)? corporate sponsor|check out his awesome work|if you(?:'re enjoying| enjoy) (?:it|these interviews|the show|this podcast))\b/i,
  sponsor:
    /\b(?:brought to you by|(?:today's|this) (?:episode|show|podcast) is (?:sponsored|supported)|word from our sponsors?|promo code|use code|free trial|percent off|% off)\b/i,
};

/** English. */
export const english: Language = {
  tag: "en",
  hesitations: toWordSet("uh um uhm uhh umm er erm hm"),
  hasOptionalCommas: true,
  fillers,
  sentences,
  segments,
  thoughtOpeners: toWordSet("so well yeah yes no okay ok but and now right then because i it's"),
  turnOpeners: toWordSet(
    "yeah yes no well okay ok right so what how why do is can i sure absolutely interesting",
  ),
  gluedWords: toWordSet("of the and which"),
  showNameNeighbors: ["podcast", "show", "episode", "welcome", "listening", "host", "this"],
  formation: {
    singleLetterWords: toWordSet("a i"),
    contraction: /(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$/,
    listStems,
    nameEndings: ["'s", "s", "es", "ed", "ing", "ism", "ly", "n", "ity", "er", "ers"],
  },
};
