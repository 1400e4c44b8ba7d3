/**
 * The pages on which the content script runs: YouTube and the sites of the shipped shows. Only the hosts are
 * named, for YouTube changes from page to page without a load; wandb.ai is a large application, so only its
 * public site.
 */
export const PAGE_MATCHES = [
  "https://www.youtube.com/*",
  "https://m.youtube.com/*",
  "https://music.youtube.com/*",
  "https://www.youtube-nocookie.com/*",
  "https://learnbayesstats.com/*",
  "https://www.learnbayesstats.com/*",
  "https://player.captivate.fm/*",
  "https://wandb.ai/site/*",
  "https://www.wandb.ai/site/*",
  "https://lexfridman.com/*",
  "https://www.lexfridman.com/*",
  "https://twimlai.com/*",
  "https://www.twimlai.com/*",
];
