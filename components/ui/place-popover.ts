/** Distance from the button and from the edges of the viewport, in px. */
const GAP_PX = 4;

/**
 * Places an open popover at its button: below it where there is room, otherwise above, always inside the viewport.
 * CSS anchor positioning would do the same, but Firefox has it only from version 147.
 * @see https://developer.mozilla.org/en-US/docs/Web/CSS/position-anchor
 */
export function placePopover(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = button.ownerDocument.documentElement;
  const below = anchor.bottom + GAP_PX;
  const above = anchor.top - GAP_PX - height;
  const top = below + height <= clientHeight || above < GAP_PX ? below : above;
  const isRightToLeft = getComputedStyle(button).direction === "rtl";
  const left = isRightToLeft ? anchor.left : anchor.right - width;
  popover.style.top = `${clamp(top, clientHeight - height)}px`;
  popover.style.left = `${clamp(left, clientWidth - width)}px`;
}

const clamp = (value: number, max: number): number => Math.max(GAP_PX, Math.min(value, max - GAP_PX));
