import { signal } from "@preact/signals";
import { vi } from "vitest";
import type { PanelPorts, PanelSetting } from "../../../components/panel/panel-ports.ts";
import { createPanelModel, type PanelEpisode } from "../../../components/panel/panel-model.ts";
import { DEFAULT_QUOTE_FORMAT_SETTINGS } from "../../../utils/quote/formats/quote-formats.ts";
import { toSuccess, type Result } from "../../../utils/shared/result.ts";
import type { SavedQuote } from "../../../utils/quote/saved/saved-quotes.ts";
import type { SiteId } from "../../../utils/sites/sites.ts";
import type { Player, PlayerState } from "../../../utils/sites/player.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";

/** Fakes of everything that the panel's model reaches, for tests in Node. */

export const EPISODE: PanelEpisode = {
  id: "show-001",
  title: "The first one",
  show: "The Show",
  site: "site.example",
  number: 1,
  hosts: ["Ada"],
  guests: ["Bob"],
  published: null,
};

export const paragraph = (text: string, seconds: number, more: Partial<Paragraph> = {}): Paragraph => ({
  speaker: "Ada",
  text,
  times: [[0, seconds]],
  changes: [],
  ...more,
});

export const transcript = (more: Partial<Transcript> = {}): Transcript => ({
  episode: EPISODE.id,
  timing: "exact",
  language: "en",
  paragraphs: [
    paragraph("Welcome to the show. Today is about foxes.", 0),
    paragraph("A fox is small. The river is wide.", 20),
    paragraph("The fox swims. Good bye.", 40),
  ],
  ...more,
});

function createFakeSetting<T>(initial: T): PanelSetting<T> {
  const value = signal(initial);
  const set = (next: T) => {
    value.value = next;
    return Promise.resolve();
  };
  return {
    value,
    ready: Promise.resolve(),
    set,
    update: (change) => set(change(value.value)).then(() => value.value),
  };
}

/** A player whose state the test sets. */
function createFakePlayer() {
  const listeners = new Set<() => void>();
  let state: PlayerState | null = null;
  const player: Player = {
    getState: () => state,
    seek: vi.fn<Player["seek"]>((seconds) => {
      if (state) set({ ...state, seconds });
    }),
    toggle: vi.fn<Player["toggle"]>(),
    watch(listener, until) {
      listeners.add(listener);
      until.addEventListener("abort", () => listeners.delete(listener));
    },
  };
  const set = (next: PlayerState | null) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    player,
    listeners,
    set,
    at: (seconds: number, more: Partial<PlayerState> = {}) =>
      set({ seconds, duration: 60, paused: true, rate: 1, advert: false, ...more }),
  };
}

/** A model with its fakes. `load` answers with the exact transcript unless the test says otherwise. */
export function createFakePanel(loaded: Result<Transcript> = toSuccess(transcript())) {
  const page = new AbortController();
  const { player, ...playerControls } = createFakePlayer();
  const isContextInvalidated = signal(false);
  const ports = {
    player,
    transcript: {
      load: vi.fn<PanelPorts["transcript"]["load"]>(() => Promise.resolve(loaded)),
      align: vi.fn<PanelPorts["transcript"]["align"]>(),
    },
    video: null as PanelPorts["video"],
    quotes: {
      links: [{ site: "site.example" as SiteId, url: "https://site.example/1" }],
      copy: vi.fn<PanelPorts["quotes"]["copy"]>(() => Promise.resolve(true)),
      copyLink: vi.fn<PanelPorts["quotes"]["copyLink"]>(() => Promise.resolve(true)),
      save: vi.fn<PanelPorts["quotes"]["save"]>(() => Promise.resolve(toSuccess(null))),
      loadSaved: vi.fn<PanelPorts["quotes"]["loadSaved"]>(() =>
        Promise.resolve(toSuccess<readonly SavedQuote[]>([])),
      ),
      openList: vi.fn<PanelPorts["quotes"]["openList"]>(),
    },
    settings: {
      corrections: createFakeSetting([]),
      disabledSites: createFakeSetting({}),
      openSites: createFakeSetting({}),
      panelLayout: createFakeSetting({ first: "tab", fullscreen: "hidden", push: false }),
      panelWidths: createFakeSetting({}),
      quoteFormat: createFakeSetting(DEFAULT_QUOTE_FORMAT_SETTINGS),
      quotesChangedAt: createFakeSetting(0),
      syncPoints: createFakeSetting({}),
      typography: createFakeSetting({
        size: 15,
        theme: "auto",
        face: "sans",
        spacing: "normal",
        width: "normal",
      }),
    } satisfies PanelPorts["settings"] as PanelPorts["settings"],
    isContextInvalidated,
    checkContext: vi.fn<PanelPorts["checkContext"]>(),
    copyText: vi.fn<PanelPorts["copyText"]>(() => Promise.resolve(true)),
    saveFile: vi.fn<PanelPorts["saveFile"]>(),
    openOptions: vi.fn<PanelPorts["openOptions"]>(),
    reloadPage: vi.fn<PanelPorts["reloadPage"]>(),
  };
  const create = () => createPanelModel(EPISODE, ports, page.signal);
  return { page, ports, isContextInvalidated, player: { ...player, ...playerControls }, create };
}

/** A model whose panel is open and whose transcript is loaded. */
export async function createOpenPanel(loaded?: Result<Transcript>) {
  const fakes = createFakePanel(loaded);
  const model = fakes.create();
  model.setOpen(true);
  await settle();
  return { ...fakes, model };
}

/** Lets promises that are already settled call back. */
export const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
