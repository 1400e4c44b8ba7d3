/** The videos of the stand-in for YouTube: the shipped ones, one of a known channel, and one of nobody. */
export interface Video {
  title: string;
  channel: string;
  seconds: number;
}

export const VIDEOS: { [id: string]: Video } = {
  "3hYYGiucS0U": { title: "Bayesian Deep Learning", channel: "Learning Bayesian Statistics", seconds: 3662 },
  HhGOGuJY1Wk: { title: "Jeremy Howard: Diffusion", channel: "Weights & Biases", seconds: 4400 },
  J6XcP4JOHmk: {
    title: "Jeremy Howard: fast.ai Deep Learning Courses",
    channel: "Lex Fridman",
    seconds: 6260,
  },
  DIVfEMf3dfg: { title: "Modular in Theory", channel: "The TWIML AI Podcast", seconds: 3120 },
  aaaaaaaaaaa: { title: "Another conversation", channel: "Lex Fridman", seconds: 900 },
  bbbbbbbbbbb: { title: "A cat", channel: "Cats", seconds: 60 },
};
