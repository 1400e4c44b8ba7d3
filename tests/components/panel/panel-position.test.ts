import { describe, expect, it, vi } from "vitest";
import { createSelector } from "../../../utils/quote/text-quote-selector.ts";
import { createTextRange } from "../../../utils/quote/text-range.ts";
import { toSuccess } from "../../../utils/shared/result.ts";
import { createFakePanel, createOpenPanel, settle, transcript } from "./panel-fakes.ts";

// Messages are their keys here, so that a test can tell them apart.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));

const getSelector = () => createSelector(transcript().paragraphs, createTextRange(1, [16, 34]));

describe("a requested moment", () => {
  it("opens the panel, is revealed, and is sought once, as soon as a player is there", async () => {
    const { player, create } = createFakePanel();
    const model = create();
    model.showMoment({ paragraph: 1, seconds: 22 });
    await settle();
    expect(model.placement.isOpen.value).toBe(true);
    expect(model.follow.anchor.value).toMatchObject({ kind: "position", position: { paragraph: 1 } });
    expect(model.follow.tabStopIndex.value).toBe(1);
    expect(player.seek).not.toHaveBeenCalled();
    player.at(3, { advert: true });
    expect(player.seek).not.toHaveBeenCalled();
    player.at(3);
    expect(player.seek).toHaveBeenCalledExactlyOnceWith(22);
    player.set(null);
    player.at(3);
    expect(player.seek).toHaveBeenCalledTimes(1);
    model.showMoment({ paragraph: 1, seconds: 22 });
    expect(player.seek).toHaveBeenCalledTimes(2);
  });

  it("is followed once playback has reached it, and not again after the reader scrolled", async () => {
    const { player, model } = await createOpenPanel();
    model.showMoment({ paragraph: 2, seconds: null });
    expect(model.follow.isFollowing.value).toBe(false);
    player.at(0);
    expect(player.seek).toHaveBeenCalledExactlyOnceWith(40);
    expect(model.follow.isFollowing.value).toBe(true);
    model.follow.stopFollowing();
    player.at(41);
    expect(model.follow.isFollowing.value).toBe(false);
  });

  it("is found by a quote's words, on this site's clock", async () => {
    const { player, model } = await createOpenPanel();
    player.at(25);
    model.setSpokenParagraph(1);
    model.showMoment({ paragraph: 0, seconds: 0, selector: getSelector() });
    expect(model.target.target.value).toMatchObject({ paragraph: 1, offset: 16 });
    expect([...model.target.offsets.value]).toEqual([[1, [[16, 34]]]]);
    expect(vi.mocked(player.seek).mock.lastCall![0]).toBeGreaterThan(30);
  });

  it("announces when a quote's words are gone, and is forgotten when the panel closes", async () => {
    const { model } = await createOpenPanel(
      toSuccess(transcript({ timing: "none", paragraphs: [{ ...transcript().paragraphs[0]!, times: [] }] })),
    );
    model.showMoment({ paragraph: 1, seconds: null, selector: getSelector() });
    expect(model.announcement.value).toBe("quote.gone");
    expect(model.target.target.value).toBeNull();
    model.showMoment({ paragraph: 0, seconds: null });
    expect(model.target.target.value).not.toBeNull();
    model.setOpen(false);
    expect(model.target.target.value).toBeNull();
  });
});

describe("following", () => {
  it("goes on after a jump, which seeks to the word", async () => {
    const { player, model } = await createOpenPanel();
    expect(model.jump({ paragraph: 1, offset: 0 })).toBe(false);
    player.at(0);
    model.follow.stopFollowing();
    expect(model.jump({ paragraph: 1, offset: 0 })).toBe(true);
    expect(player.seek).toHaveBeenLastCalledWith(20);
    expect([model.follow.isFollowing.value, model.follow.tabStopIndex.value]).toEqual([true, 1]);
  });

  it("keeps the spoken line during an advert, and its identity while the line is the same", async () => {
    const { player, model } = await createOpenPanel();
    player.at(20.2);
    const line = model.spokenLine.value;
    expect(line).toMatchObject({ paragraph: 1, offsets: [0, 15] });
    player.at(20.4);
    expect(model.spokenLine.value).toBe(line);
    player.at(50, { advert: true });
    expect(model.spokenLine.value).toBe(line);
    expect(model.playback.canJump.value).toBe(false);
    player.at(50);
    expect(model.spokenLine.value.paragraph).toBe(2);
  });

  it("stands still while the panel is closed", async () => {
    const { player, model } = await createOpenPanel();
    player.at(21);
    model.setOpen(false);
    player.at(50);
    expect(model.spokenLine.value.paragraph).toBe(1);
    model.setOpen(true);
    expect(model.spokenLine.value.paragraph).toBe(2);
  });
});

describe("find", () => {
  it("counts the hits, reveals each, and goes around the ends", async () => {
    const { model } = await createOpenPanel();
    const { find, follow } = model;
    find.setQuery("f");
    expect([find.statusText.value, find.hasNoHits.value]).toEqual(["find.more", false]);
    find.setQuery("fox");
    expect(find.hits.value).toHaveLength(3);
    expect(follow.anchor.value).toEqual({ kind: "position", position: { paragraph: 0, offset: 36 } });
    find.step(-1);
    expect([find.statusText.value, find.currentHit.value?.textIndex]).toEqual(["find.fromEnd", 2]);
    find.step(1);
    expect([find.statusText.value, find.currentHit.value?.textIndex]).toEqual(["find.fromStart", 0]);
    find.choose(1);
    expect(follow.anchor.value).toEqual({ kind: "position", position: { paragraph: 1, offset: 2 } });
    find.setQuery("foxtrot");
    expect([find.statusText.value, find.hasNoHits.value, find.currentHit.value]).toEqual([
      "find.none",
      true,
      undefined,
    ]);
    find.setQuery("");
    expect([find.statusText.value, find.hasNoHits.value]).toEqual(["", false]);
  });

  it("finds in the corrected text as soon as it has changed", async () => {
    const { ports, model } = await createOpenPanel();
    model.find.setQuery("firefox");
    expect(model.find.hits.value).toHaveLength(0);
    const words = { heard: "foxes.", was: "foxes.", before: "", after: "" };
    await ports.settings.corrections.set([{ show: "The Show", episode: null, shown: "Firefox", ...words }]);
    expect(model.find.hits.value).toHaveLength(1);
  });
});

describe("selection", () => {
  it("takes whole words, grows to sentences and over paragraphs, and is given up", async () => {
    const { model } = await createOpenPanel();
    const { selection } = model;
    const selector = { select: vi.fn<(range: object) => void>(), clear: vi.fn<() => void>() };
    const detach = selection.attach(selector);
    selection.setSelected(createTextRange(1, [3, 4]));
    expect(selection.range.value).toEqual(createTextRange(1, [2, 5]));
    expect(selection.growToSentences()).toBe(true);
    expect(selection.range.value).toEqual(createTextRange(1, [0, 15]));
    selection.extendTo(2);
    selection.extendTo(1);
    expect(selector.select).toHaveBeenLastCalledWith({
      start: { paragraph: 1, offset: 0 },
      end: { paragraph: 2, offset: 24 },
    });
    expect([selection.clear(), selection.clear(), selector.clear.mock.calls.length]).toEqual([
      true,
      false,
      1,
    ]);
    detach();
    expect(selection.growToSentences()).toBe(false);
  });

  it("is what a key acts on, before the spoken line and the paragraph", async () => {
    const { player, model } = await createOpenPanel();
    const { selection } = model;
    expect(selection.getQuotedRange(2)).toEqual(createTextRange(2, [0, 24]));
    player.at(20.2);
    expect(selection.getQuotedRange(2)).toEqual(createTextRange(1, [0, 15]));
    selection.setSelected(createTextRange(0, [0, 7]));
    expect(selection.getQuotedRange(2)).toEqual(createTextRange(0, [0, 7]));
  });
});

it("reads saved quotes when the panel is open, and again only when they changed", async () => {
  const { ports, create } = createFakePanel();
  const model = create();
  await settle();
  expect(ports.quotes.loadSaved).not.toHaveBeenCalled();
  model.setOpen(true);
  await settle();
  model.setOpen(false);
  model.setOpen(true);
  expect(ports.quotes.loadSaved).toHaveBeenCalledTimes(1);
  await ports.settings.quotesChangedAt.set(1);
  expect(ports.quotes.loadSaved).toHaveBeenCalledTimes(2);
});

it("keeps a dragged width until it is stored", async () => {
  const { ports, model } = await createOpenPanel();
  model.placement.resize(500, false);
  expect([model.placement.width.value, ports.settings.panelWidths.value.value]).toEqual([500, {}]);
  model.placement.resize(520, true);
  expect([model.placement.width.value, Object.values(ports.settings.panelWidths.value.value)]).toEqual([
    520,
    [520],
  ]);
});
