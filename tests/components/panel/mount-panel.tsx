import { render } from "preact";
import { expect } from "vitest";
import { PanelApp } from "../../../components/panel/PanelApp.tsx";
import { createPanelHost } from "../../../entrypoints/panel/panel-host.ts";
import { toSuccess } from "../../../utils/shared/result.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { createFakePanel } from "./panel-fakes.ts";

/** The panel, drawn in a page with fakes around it. */
export interface MountedPanel extends Pick<ReturnType<typeof createFakePanel>, "player" | "ports"> {
  root: ShadowRoot;
  find<T extends HTMLElement = HTMLElement>(selector: string): T | null;
  findAll<T extends HTMLElement = HTMLElement>(selector: string): T[];
  /** Index of the paragraph that is marked as being spoken; -1 without one. */
  getSpoken(): number;
  /** The text of each element that a selector finds. */
  readTexts(selector: string): string[];
}

/** Loads a transcript of the built library. */
async function loadTranscript(episode: string): Promise<Transcript> {
  const response = await fetch(`/.output/chrome-mv3/library/${episode}.json`);
  return (await response.json()) as Transcript;
}

/** Draws the open panel with a transcript of the built library, complete. It goes when the signal aborts. */
export const mountPanel = async (episode: string, until: AbortSignal): Promise<MountedPanel> =>
  mountTranscript(await loadTranscript(episode), until);

/** Draws the open panel with a transcript, complete. It goes when the signal aborts. */
export async function mountTranscript(transcript: Transcript, until: AbortSignal): Promise<MountedPanel> {
  const { create, page, player, ports } = createFakePanel(toSuccess(transcript));
  until.addEventListener("abort", () => page.abort(), { once: true });
  const { host, root } = createPanelHost(document, until);
  host.dataset["place"] = "dock";
  host.style.setProperty("--dock-width", "400px");
  host.style.setProperty("--size", "15px");
  document.body.append(host);
  const model = create();
  model.setOpen(true);
  render(<PanelApp model={model} />, root);
  until.addEventListener("abort", () => render(null, root), { once: true });
  const shadow = host.shadowRoot!;
  const findAll = <T extends HTMLElement>(selector: string) => [...shadow.querySelectorAll<T>(selector)];
  await expect.poll(() => findAll(".paragraph").length).toBe(transcript.paragraphs.length);
  await expect.poll(() => findAll(".unbuilt").length).toBe(0);
  return {
    player,
    ports,
    root: shadow,
    find: (selector) => shadow.querySelector(selector),
    findAll,
    readTexts: (selector) =>
      findAll(selector).map(({ textContent }) => textContent.replace(/\s+/g, " ").trim()),
    getSpoken: () =>
      Number(
        findAll(".paragraph[aria-current=true]")[0]?.closest<HTMLElement>("[data-index]")?.dataset["index"] ??
          -1,
      ),
  };
}

/** The words that the panel draws as hits of a search, or as the current one. */
export const readHighlight = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  });
