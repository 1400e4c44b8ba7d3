/** The token shown where the source has lost words. Always a token of its own. */
export const LOST_MARKER = "[…]";
