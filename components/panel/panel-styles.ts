import chapters from "./chapters/chapters.css?inline";
import card from "./correction/card.css?inline";
import find from "./find/find.css?inline";
import follow from "./follow/follow.css?inline";
import highlight from "./highlight/highlight.css?inline";
import list from "./list/list.css?inline";
import paragraph from "./list/paragraph.css?inline";
import text from "./list/text.css?inline";
import menus from "./menus/menus.css?inline";
import sheet from "./menus/sheet.css?inline";
import panel from "./panel.css?inline";
import placement from "./placement/placement.css?inline";
import selection from "./selection/selection.css?inline";
import shortcuts from "./shortcuts/shortcuts.css?inline";
import video from "./video/video.css?inline";

/** The style sheet of the panel's shadow tree. Features come after the panel, whose rules they override. */
export const PANEL_STYLES: string = [
  panel,
  placement,
  menus,
  sheet,
  find,
  list,
  text,
  paragraph,
  highlight,
  follow,
  selection,
  card,
  chapters,
  shortcuts,
  video,
].join("\n");
