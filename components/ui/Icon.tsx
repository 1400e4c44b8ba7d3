/** SVG paths on a 16 by 16 grid, by name. */
const PATHS = {
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  down: "M4 6l4 4 4-4",
  up: "M4 10l4-4 4 4",
  search: "M11 11l2.5 2.5M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9z",
  follow: "M8 3v10M4.5 9.5L8 13l3.5-3.5",
  back: "M8 13V3M4.5 6.5L8 3l3.5 3.5",
  more: "M3 8h.8M7.6 8h.8M12.2 8h.8",
  outline: "M3 4.5h.01M6 4.5h7M3 8h.01M6 8h7M3 11.5h.01M6 11.5h7",
  saved: "M4.5 2.5h7v11L8 10.8l-3.5 2.7z",
  text: "M2 12.5l3-8 3 8M3.1 9.8h3.8M9.5 12.5l2.2-5.5 2.3 5.5M10.3 10.8h2.9",
  transcript: "M3 4h10M3 7h10M3 10h7M3 13h5",
} as const;

/** Names of the icons. */
export type IconName = keyof typeof PATHS;

/** A decorative icon, hidden from screen readers: its button has the label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
