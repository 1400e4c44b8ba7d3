import { storage } from "wxt/utils/storage";

/** Sites on which the reader last had the panel open, by the adapter's name. */
export const openSites = storage.defineItem<{ [site: string]: boolean }>("local:openSites", {
  fallback: {},
  version: 1,
});
