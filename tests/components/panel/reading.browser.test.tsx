import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { mountPanel, readHighlight, type MountedPanel } from "./mount-panel.tsx";

let page: AbortController;
beforeEach(() => {
  page = new AbortController();
});
afterEach(() => page.abort());

/** Names of the keys that reach the page around the panel. */
function recordPageKeys(): string[] {
  const keys: string[] = [];
  for (const name of ["keydown", "keypress", "keyup"] as const)
    document.addEventListener(name, ({ key }) => keys.push(`${name}:${key}`), { signal: page.signal });
  return keys;
}

const readFocus = ({ root }: MountedPanel): string => {
  const active = root.activeElement;
  return `${active?.closest<HTMLElement>("[data-index]")?.dataset["index"] ?? ""} ${active?.className ?? ""}`.trim();
};

const getTop = (panel: MountedPanel): number => panel.find(".paragraphs")!.scrollTop;

/** Waits until the list has come to rest. */
async function waitForRest(panel: MountedPanel): Promise<void> {
  let last = -1;
  const isSame = () => {
    const before = last;
    last = getTop(panel);
    return last === before;
  };
  await expect.poll(isSame, { interval: 200 }).toBe(true);
}

describe("reading", () => {
  let panel: MountedPanel;
  beforeEach(async () => {
    panel = await mountPanel("lbs-129", page.signal);
  });

  it("is controlled by single keys, none of which reaches the page", async () => {
    const { player } = panel;
    const getSeconds = () => player.getState()!.seconds;
    const keys = recordPageKeys();
    player.at(900, { duration: 3662 });
    await expect.poll(() => panel.getSpoken()).toBeGreaterThan(20);
    panel.find('[data-index="10"] .time')!.focus({ preventScroll: true });
    await userEvent.keyboard("{ArrowDown}");
    expect(readFocus(panel)).toBe("11 time");
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    expect(readFocus(panel)).toBe("9 time");
    await userEvent.keyboard("{ArrowRight}");
    await expect.poll(getSeconds).toBeCloseTo(905, 0);
    await userEvent.keyboard("j");
    await expect.poll(getSeconds).toBeCloseTo(895, 0);
    await userEvent.keyboard("l{ArrowLeft}");
    await expect.poll(getSeconds).toBeCloseTo(900, 0);
    expect(player.toggle).not.toHaveBeenCalled();
    await userEvent.keyboard("k");
    await expect.poll(() => player.toggle).toHaveBeenCalledTimes(1);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => panel.getSpoken()).toBe(9);
    await userEvent.keyboard("?");
    await expect.poll(() => panel.findAll("dialog").length).toBe(1);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => panel.findAll("dialog").length).toBe(0);
    expect(readFocus(panel)).toBe("9 time");
    // One key after the other, as fast as they come.
    await userEvent.keyboard("?{Escape}");
    await expect.poll(() => panel.findAll("dialog").length).toBe(0);
    expect(panel.findAll(".paragraphs")).toHaveLength(1);
    expect(keys).toEqual([]);
  });

  it("can be skipped by keyboard, and a search leaves the reader where they found something", async () => {
    panel.find(".skip")!.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => panel.root.activeElement?.textContent).toBe("End of the transcript");
    await userEvent.click(panel.find(".find input")!);
    await userEvent.keyboard("spectroscopy zzz");
    await expect.poll(() => panel.readTexts(".note").join()).toContain("Not found.");
    await userEvent.click(panel.find("[aria-label=Clear]")!);
    await userEvent.keyboard("healthcare");
    await expect.poll(() => panel.readTexts(".count").join()).toMatch(/^1 of/);
    await waitForRest(panel);
    const before = getTop(panel);
    expect(before).toBeGreaterThan(500);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => panel.readTexts(".count")).toEqual([""]);
    await waitForRest(panel);
    expect(getTop(panel)).toBe(before);
  });

  it("shows the show's chapters as headings, and an outline that marks the current one and goes there", async () => {
    expect(panel.readTexts('[data-index="80"] .chapter')).toEqual(["Understanding PAC Bayesian Theory"]);
    panel.player.at(2060, { duration: 3662 });
    await expect.poll(() => panel.getSpoken()).toBeGreaterThan(80);
    panel.find('[data-index="80"] .time')!.focus({ preventScroll: true });
    await userEvent.keyboard("o");
    await expect
      .poll(() => panel.readTexts(".outline [aria-current]"))
      .toEqual(["Understanding PAC Bayesian Theory33:58"]);
    await userEvent.keyboard("{Home}{ArrowDown}{Enter}");
    await expect.poll(() => panel.getSpoken()).toBe(14);
    expect(panel.findAll(".outline")).toEqual([]);
    expect(readFocus(panel)).toBe("14 time");
  });

  it("marks the sentence that is spoken inside its paragraph", async () => {
    panel.player.at(808, { duration: 3662 });
    await expect
      .poll(() => panel.readTexts(".now").join())
      .toMatch(/^So then you don't .* covariance matrix\.$/);
    panel.player.at(822, { duration: 3662 });
    await expect.poll(() => panel.readTexts(".now").join()).not.toMatch(/^So then/);
    expect(panel.findAll(".paragraph.active")).toHaveLength(1);
  });
});

describe("a long transcript", () => {
  let panel: MountedPanel;
  beforeEach(async () => {
    panel = await mountPanel("lex-fridman-035", page.signal);
  });

  it("shows a paragraph that is longer than the view to its end", async () => {
    const [minutes, seconds] = panel.find('[data-index="81"] .time')!.dataset["time"]!.split(":").map(Number);
    panel.player.at(minutes! * 60 + seconds! - 2, { duration: 6260 });
    await expect.poll(() => panel.getSpoken()).toBe(80);
    const countHiddenPixels = () =>
      panel.find(".paragraph.active")!.getBoundingClientRect().bottom -
      panel.find(".paragraphs")!.getBoundingClientRect().bottom;
    await expect.poll(countHiddenPixels).toBeLessThan(1);
  });

  it("is searched for words, with count, next and previous around the ends", async () => {
    await userEvent.click(panel.find(".find input")!);
    await userEvent.keyboard("commodore");
    await expect.poll(() => panel.readTexts(".count")).toEqual(["1 of 2"]);
    await expect.poll(() => readHighlight("earmark-hit")).toEqual(["Commodore"]);
    expect(panel.findAll(".strip")).toHaveLength(1);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => panel.readTexts(".count")).toEqual(["2 of 2"]);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => panel.readTexts(".count")).toEqual(["1 of 2, continued from the top"]);
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    await expect.poll(() => panel.readTexts(".count")).toEqual(["2 of 2, continued from the bottom"]);
    // Characters that are special in patterns; "[[" types one bracket.
    await userEvent.keyboard(" xyz (.*[[\\");
    await expect.poll(() => panel.readTexts(".count")).toEqual(["Not found"]);
    await userEvent.keyboard("{Enter}{Escape}");
    await expect.poll(() => readHighlight("earmark-hits")).toEqual([]);
    expect(readHighlight("earmark-hit")).toEqual([]);
  });

  it("is searched for corrected words by what was heard, and for phrases across paragraphs", async () => {
    await userEvent.click(panel.find(".find input")!);
    await userEvent.keyboard("in lytic");
    await expect.poll(() => readHighlight("earmark-hit")).toEqual(["Enlitic"]);
    const [first, second] = panel.readTexts(".paragraph .text").slice(40, 42);
    const phrase = `${first!.split(" ").slice(-2).join(" ")} ${second!.split(" ").slice(0, 3).join(" ")}`;
    await userEvent.keyboard("{Control>}a{/Control}");
    await userEvent.keyboard(phrase);
    const bare = (text: string) => text.replace(/[.,?]/g, "");
    await expect.poll(() => bare(readHighlight("earmark-hit").join(" "))).toBe(bare(phrase));
  });

  it("keeps typing from the page's shortcuts, and leaves keys elsewhere to the page", async () => {
    const keys = recordPageKeys();
    await userEvent.click(panel.find(".find input")!);
    await userEvent.keyboard("k jl/f c{Escape}{ArrowDown}");
    expect(keys).toEqual([]);
    (panel.root.activeElement as HTMLElement).blur();
    await userEvent.keyboard("k");
    expect(keys).toContain("keydown:k");
  });
});
