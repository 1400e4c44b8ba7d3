import { expect, it } from "vitest";
import { replaceCard, type WordCardState } from "../../../../components/panel/correction/use-card.ts";

const card = (mode: WordCardState["mode"], paragraph: number): WordCardState => ({
  paragraph,
  start: 0,
  end: 3,
  mode,
  position: { left: 8, maxHeight: 120 },
});

it("keeps a form that is open when the pointer rests on other words", () => {
  const pinned = card("pinned", 0);
  expect(replaceCard(pinned, card("hovered", 1))).toBe(pinned);
  expect(replaceCard(pinned, card("pinned", 1)).paragraph).toBe(1);
  expect(replaceCard(card("hovered", 0), card("hovered", 1)).paragraph).toBe(1);
  expect(replaceCard(null, card("hovered", 1)).paragraph).toBe(1);
});
