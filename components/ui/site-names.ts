/** Names of sites as readers know them, by the name under which the library and the settings have them. */
export const SITE_NAMES: { [site: string]: string } = {
  youtube: "YouTube",
  learnbayesstats: "learnbayesstats.com",
  captivate: "Captivate player",
  wandb: "wandb.ai",
  lexfridman: "lexfridman.com",
  twiml: "twimlai.com",
};
