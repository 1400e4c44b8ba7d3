/** Stand-ins for the shows' own pages. */

const frame = (src: string) => `<iframe title="Player" allow="autoplay" src="${src}"></iframe>`;
const audio = (seconds: number) => `<audio controls src="/media/${seconds}" preload="auto"></audio>`;

interface ShowPage {
  title: string;
  body: string;
}

/** Pages by host (without "www.") and path (without a slash at its end). */
const PAGES: { [address: string]: ShowPage } = {
  "learnbayesstats.com/episode/71-artificial-intelligence-deepmind-social-change-julien-cornebise": {
    title: "#71 Artificial Intelligence, Deepmind & Social Change, with Julien Cornebise",
    body: frame("https://player.captivate.fm/episode/5c1c9f48-1ba9-498a-882f-64a065c1ec78"),
  },
  "learnbayesstats.com/episode/bayesian-deep-learning-llm-calibration-priors-ai-science-vincent-fortuin": {
    title: "#129 Bayesian Deep Learning & AI for Science with Vincent Fortuin",
    body: audio(3662),
  },
  "learnbayesstats.com/episode/1-another": { title: "#1 Another episode", body: audio(600) },
  "learnbayesstats.com/": { title: "Learning Bayesian Statistics", body: "All episodes" },
  "player.captivate.fm/5c1c9f48-1ba9-498a-882f-64a065c1ec78": { title: "Player", body: audio(3960) },
  "player.captivate.fm/episode/5c1c9f48-1ba9-498a-882f-64a065c1ec78": { title: "Player", body: audio(3960) },
  "wandb.ai/site/resources/podcast/episodes/jeremy-howard-jan-5-2023": {
    title: "Jeremy Howard — The Simple but Profound Insight Behind Diffusion",
    body: frame("https://www.youtube.com/embed/HhGOGuJY1Wk"),
  },
  "lexfridman.com/jeremy-howard": {
    title: "Jeremy Howard: fast.ai Deep Learning Courses and Research",
    body: frame("https://www.youtube.com/embed/J6XcP4JOHmk"),
  },
  "twimlai.com/podcast/twimlai/deep-learning-modular-theory-inflexible-practice-diogo-almeida": {
    title: "Deep Learning: Modular in Theory, Inflexible in Practice with Diogo Almeida - #8",
    body: audio(3120),
  },
  "twimlai.com/podcast/twimlai/something-else": { title: "Something else - #900", body: audio(900) },
  "example.org/blog": { title: "A blog", body: frame("https://www.youtube.com/embed/J6XcP4JOHmk") },
};

/** The page at an address; null where there is none. */
export function showPage(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, "");
  const found = PAGES[`${host}${url.pathname.replace(/\/+$/, "") || "/"}`];
  if (!found) return null;
  // Many pages are put together by their scripts, some time after they have loaded.
  const late = url.searchParams.has("late");
  const body = url.searchParams.has("captions")
    ? found.body.replace("</audio>", '<track kind="captions" srclang="en" src="/captions.vtt" /></audio>')
    : found.body;
  const main = `<h1>${found.title}</h1>${late ? body.replace('preload="auto"', 'preload="none"') : body}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${late ? "Loading" : found.title}</title>
    <link rel="stylesheet" href="/standin.css" />
    <script src="/standin.js" defer></script>
  </head>
  <body><article>${late ? `<template data-title="${found.title}">${main}</template>` : main}<p><input id="comment" aria-label="Comment" /></p></article></body>
</html>`;
}

/** Addresses that lead to others. */
export const REDIRECTS: { [address: string]: string } = {
  "twimlai.com/talk/8": "/podcast/twimlai/deep-learning-modular-theory-inflexible-practice-diogo-almeida/",
};
