import { describe, expect, it, vi } from "vitest";
import { toFailure, toSuccess } from "../../../utils/shared/result.ts";
import { READER_CHANGE, type Correction } from "../../../utils/transcript/model/corrections.ts";
import { createFakePanel, createOpenPanel, EPISODE, paragraph, settle, transcript } from "./panel-fakes.ts";

// Messages are their keys here, so that a test can tell them apart.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));

const EVERYWHERE: Correction = {
  show: EPISODE.show,
  episode: null,
  heard: "foxes.",
  was: "foxes.",
  shown: "Firefox",
  before: "",
  after: "",
};

describe("loading", () => {
  it("waits until the panel is wanted, and reads the file once", async () => {
    const { ports, create } = createFakePanel();
    const model = create();
    await settle();
    expect(ports.transcript.load).not.toHaveBeenCalled();
    model.prefetch();
    model.setOpen(true);
    await settle();
    model.setOpen(false);
    model.setOpen(true);
    expect(ports.transcript.load).toHaveBeenCalledTimes(1);
    expect(model.transcript.shown.value?.paragraphs).toHaveLength(3);
  });

  it("shows a failure, and tries again", async () => {
    const { ports, model } = await createOpenPanel(toFailure("library-broken"));
    expect(model.transcript.loaded.value).toEqual(toFailure("library-broken"));
    ports.transcript.load.mockResolvedValueOnce(toSuccess(transcript()));
    model.transcript.retry();
    expect(model.transcript.loaded.value).toBeNull();
    await settle();
    expect(model.transcript.shown.value?.paragraphs).toHaveLength(3);
  });

  it("opens where the reader left it open, or at first where they want that", async () => {
    for (const [open, first, isOpen] of [
      [undefined, "tab", false],
      [undefined, "open", true],
      [false, "open", false],
      [true, "tab", true],
    ] as const) {
      const { ports, create } = createFakePanel();
      if (open !== undefined) await ports.settings.openSites.set({ [EPISODE.site]: open });
      await ports.settings.panelLayout.set({ first, fullscreen: "hidden", push: false });
      const model = create();
      await settle();
      expect([open, first, model.placement.isOpen.value]).toEqual([open, first, isOpen]);
      expect(model.placement.isFocusMoving.value).toBe(false);
    }
  });

  it("is closed on a site on which the extension is switched off, and comes back", async () => {
    const { ports, model } = await createOpenPanel();
    await ports.settings.disabledSites.set({ [EPISODE.site]: true });
    expect(model.placement.isOpen.value).toBe(false);
    await ports.settings.disabledSites.set({});
    expect(model.placement.isOpen.value).toBe(true);
  });
});

describe("times", () => {
  it("come from the page's captions, which are watched until the page is left", async () => {
    const { ports, page, model } = await createOpenPanel(toSuccess(transcript({ timing: "estimated" })));
    const [language, onAligned, until] = ports.transcript.align.mock.calls[0]!;
    expect(language).toBe("en");
    onAligned(transcript({ timing: "aligned" }));
    expect(model.transcript.shown.value?.timing).toBe("aligned");
    expect(until.aborted).toBe(false);
    page.abort();
    expect(until.aborted).toBe(true);
  });

  it("that are exact need no captions", async () => {
    const { ports } = await createOpenPanel();
    expect(ports.transcript.align).not.toHaveBeenCalled();
  });

  it("come from the length of the recording where there are none", async () => {
    const untimed = transcript({
      timing: "none",
      paragraphs: transcript().paragraphs.map((each) => ({ ...each, times: [] })),
    });
    const { player, model } = await createOpenPanel(toSuccess(untimed));
    expect(model.transcript.shown.value?.timing).toBe("none");
    player.at(0, { duration: 130 });
    expect(model.transcript.unsynced.value?.timing).toBe("estimated");
  });

  it("move when the reader marks a paragraph as spoken, and back again", async () => {
    const { player, ports, model } = await createOpenPanel();
    player.at(25);
    model.setSpokenParagraph(1);
    expect(ports.settings.syncPoints.value.value[EPISODE.id]?.[EPISODE.site]).toHaveLength(1);
    expect(model.transcript.shown.value?.paragraphs[2]?.times).toEqual([[0, 45]]);
    expect(model.transcript.unsynced.value?.paragraphs[2]?.times).toEqual([[0, 40]]);
    expect(model.announcement.value).toBe("moved.by");
    model.sync.undo();
    expect(model.announcement.value).toBe("moved.own");
    expect(model.transcript.shown.value?.paragraphs[2]?.times).toEqual([[0, 40]]);
  });

  it("do not move during an advert or without a player", async () => {
    const { player, model } = await createOpenPanel();
    model.setSpokenParagraph(1);
    player.at(25, { advert: true });
    model.setSpokenParagraph(1);
    expect(model.sync.points.value).toEqual([]);
  });
});

describe("text", () => {
  it("has the reader's corrections, and is shown as heard on request", async () => {
    const { ports, model } = await createOpenPanel();
    await ports.settings.corrections.set([EVERYWHERE]);
    const getText = () => model.transcript.shown.value?.paragraphs[0]?.text;
    expect(getText()).toContain("Firefox");
    expect(model.correction.count.value).toBe(1);
    model.toggleHeard();
    expect([getText(), model.announcement.value]).toEqual([
      "Welcome to the show. Today is about foxes.",
      "panel.asHeard",
    ]);
    model.toggleHeard();
    expect([getText()?.includes("Firefox"), model.announcement.value]).toEqual([true, "panel.asCorrected"]);
  });

  it("is corrected here or everywhere, and as heard again", async () => {
    const { ports, model } = await createOpenPanel();
    const correction = { heard: "fox", was: "fox", before: "a", after: "is small" };
    const words = { shown: "fox", heard: "fox", why: "", isByReader: false, correction };
    model.correction.correct(words, "Fuchs", true);
    expect(ports.settings.corrections.value.value).toMatchObject([{ episode: null, shown: "Fuchs" }]);
    const text = model.transcript.shown.value!.paragraphs.map((each) => each.text).join(" ");
    expect(text.match(/Fuchs/g)).toHaveLength(2);
    const change = model.transcript.shown.value!.paragraphs[1]!.changes[0]!;
    expect(change.step).toBe(READER_CHANGE.step);
    model.correction.correct({ ...words, correction: { ...correction, was: "Fuchs" } }, null, true);
    expect(ports.settings.corrections.value.value).toEqual([]);
    expect(model.announcement.value).toBe("panel.asHeard");
  });

  it("is saved as a file, and words are reported", async () => {
    const { ports, model } = await createOpenPanel();
    model.saveTranscript("srt");
    expect(ports.saveFile).toHaveBeenCalledWith("show-001.srt", expect.stringContaining("Welcome"));
    const words = { shown: "fox", heard: "fox", why: "", isByReader: false };
    const correction = { heard: "fox", was: "fox", before: "", after: "" };
    model.correction.report(1, 2, { ...words, correction });
    await settle();
    expect(ports.copyText).toHaveBeenCalledWith(expect.stringContaining("A [fox] is small"));
    expect(model.announcement.value).toBe("panel.reportCopied");
  });
});

describe("an invalidated context", () => {
  it("is checked after a setting could not be stored, and is stated", async () => {
    const { ports, isContextInvalidated, model } = await createOpenPanel();
    ports.settings.openSites.update = () => Promise.reject(new Error("Extension context invalidated."));
    ports.checkContext.mockImplementation(() => (isContextInvalidated.value = true));
    model.setOpen(false);
    await settle();
    expect(model.isContextInvalidated.value).toBe(true);
    expect(model.placement.isOpen.value).toBe(false);
  });
});

describe("the sentence command", () => {
  it("copies the sentence under the playhead once the transcript is loaded, with the panel closed", async () => {
    const { ports, player, create } = createFakePanel();
    const model = create();
    player.at(31);
    await Promise.all([model.copySpokenSentence(), model.copySpokenSentence()]);
    expect(ports.quotes.copy).toHaveBeenCalledTimes(2);
    expect(ports.quotes.copy.mock.calls[0]![0].range).toEqual({
      start: { paragraph: 1, offset: 16 },
      end: { paragraph: 1, offset: 34 },
    });
    expect(model.placement.isOpen.value).toBe(false);
    await settle();
    expect(model.announcement.value).toBe("quoteCopied");
  });

  it("announces that nothing is spoken, and that the transcript cannot be read", async () => {
    const { create, player } = createFakePanel();
    const model = create();
    player.at(10, { advert: true });
    await model.copySpokenSentence();
    expect(model.announcement.value).toBe("panel.nothingSpoken");
    const broken = createFakePanel(toFailure("library-missing")).create();
    await broken.copySpokenSentence();
    expect(broken.announcement.value).toBe("failure.missing");
  });
});

it("lets its timers and listeners go with the page", async () => {
  const { player, page, model } = await createOpenPanel(
    toSuccess(transcript({ paragraphs: [paragraph("One.", 0), paragraph("Two.", 30)] })),
  );
  player.at(31);
  expect(model.spokenLine.value.paragraph).toBe(1);
  page.abort();
  expect(player.listeners.size).toBe(0);
});
