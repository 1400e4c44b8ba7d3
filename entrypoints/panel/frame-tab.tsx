import { render } from "preact";
import { Icon } from "../../components/ui/Icon.tsx";
import type { PanelScript } from "../../utils/extension/panel-door.ts";
import { makeHost } from "./host.ts";

/** A small tab in a player's frame that opens the episode's own page; a frame has no room for a panel. */
export const openFrameTab: PanelScript["openFrameTab"] = ({ title, open, signal }) => {
  const { host, root } = makeHost(document, signal);
  host.setAttribute("data-place", "dock");
  document.body.append(host);
  render(
    <button type="button" class="tab" title={`Open the transcript of “${title}”`} onClick={open}>
      <Icon name="transcript" /> Transcript
    </button>,
    root,
  );
};
