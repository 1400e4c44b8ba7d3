import type { Quote } from "../../../utils/quote/quote.ts";

/** Quotes to write down: a plain one, one of two speakers with a cut, one of which little is known, and a hostile one. */

const episode = {
  title: "fast.ai Deep Learning Courses and Research",
  show: "Lex Fridman Podcast",
  number: 35,
  hosts: ["Lex Fridman"],
  guests: ["Jeremy Howard"],
  published: "2019-08-27",
};

export const PLAIN: Quote = {
  paragraphs: [
    {
      speaker: "Jeremy Howard",
      text: "At Enlitic we didn't care.",
      heard: "At in lytic we didn't care.",
      seconds: 754.9,
    },
  ],
  episode,
  seconds: 754.9,
  timing: "exact",
  url: "https://www.youtube.com/watch?v=J6XcP4JOHmk&t=754s",
};

export const TALK: Quote = {
  ...PLAIN,
  paragraphs: [
    { speaker: "Lex Fridman", text: "Why is that?", heard: "Why is that?", seconds: 3600 },
    { speaker: "Jeremy Howard", text: "Well.", heard: "Well.", seconds: 3601.5 },
    { speaker: "Jeremy Howard", text: "It learns.", heard: "It learns.", seconds: 3640, cut: true },
  ],
  seconds: 3600,
  timing: "estimated",
};

export const BARE: Quote = {
  paragraphs: [{ speaker: "Speaker 1", text: "Words.", heard: "Words.", seconds: null }],
  episode: { title: "A talk", show: "", number: null, hosts: [], guests: [], published: null },
  seconds: null,
  timing: "none",
  url: null,
};

export const HOSTILE: Quote = {
  paragraphs: [
    {
      speaker: "<b>Eve</b> & *co*",
      text: '# 1. [x](javascript:alert) <img src=x> "q" 50% of $5 {a} \\n `c`',
      heard: "* two #+end_quote",
      seconds: 1,
    },
  ],
  episode: {
    ...episode,
    title: "A & B: 100 % {{show}} ]] [[",
    guests: ["Plato"],
    hosts: ["Émile Ångström-Žižek"],
  },
  seconds: 1,
  timing: "aligned",
  url: "https://example.org/a_(b)?c=d&t=1#[e]",
};
