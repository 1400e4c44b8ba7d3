import { afterEach, beforeEach, expect, it } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { handleMessages, sendToBackground } from "../../../utils/extension/messages.ts";

type RawListener = (message: unknown, sender: object, reply: (value: unknown) => void) => unknown;

beforeEach(() => fakeBrowser.reset());

/** Delivers messages as browsers do: the listener answers through a callback and returns true. */
function deliverMessages(sender: object): () => void {
  const { addListener, removeListener } = browser.runtime.onMessage;
  const { sendMessage } = browser.runtime;
  let listener: RawListener = () => undefined;
  Object.assign(browser.runtime.onMessage, {
    addListener: (added: RawListener) => (listener = added),
    removeListener: () => undefined,
  });
  Object.assign(browser.runtime, {
    sendMessage: (message: unknown) =>
      new Promise((resolve) => {
        if (listener(structuredClone(message), sender, resolve) !== true) resolve(undefined);
      }),
  });
  return () => {
    Object.assign(browser.runtime.onMessage, { addListener, removeListener });
    Object.assign(browser.runtime, { sendMessage });
  };
}

let restore = () => {};
beforeEach(() => {
  restore = deliverMessages({ tab: { id: 7 }, frameId: 3, url: "https://www.youtube.com/watch?v=a" });
});
afterEach(() => restore());

it("hands a handler the request and its sender, and the caller the response", async () => {
  const received: unknown[] = [];
  handleMessages<"background">({
    "background.getSavedQuotes"(request, from) {
      received.push(request, from);
      return { ok: true, value: [] };
    },
  });
  expect(await sendToBackground("background.getSavedQuotes", { episode: "lbs-071" })).toEqual({
    ok: true,
    value: [],
  });
  expect(received).toEqual([
    { episode: "lbs-071" },
    { tabId: 7, frameId: 3, url: "https://www.youtube.com/watch?v=a" },
  ]);
});

it("rejects with what a handler threw, and where nobody answers", async () => {
  handleMessages<"background">({
    "background.openOptions"() {
      throw new Error("No such page.");
    },
  });
  await expect(sendToBackground("background.openOptions", null)).rejects.toThrow("No such page.");
  await expect(sendToBackground("background.openQuotes", null)).rejects.toThrow("Nobody answered.");
});
