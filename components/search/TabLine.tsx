import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import { Notice } from "../ui/Notice.tsx";

interface Props {
  /** Null while it is being found out. */
  tab: CurrentTab | null;
  hereFirst: boolean;
  onHereFirst: (first: boolean) => void;
  onAllow: (hosts: string[]) => void;
}

/** What the page is that the popup was opened on. */
export function TabLine({ tab, hereFirst, onHereFirst, onAllow }: Props) {
  if (!tab) return null;
  if (tab.kind === "withheld") {
    const { hosts } = tab;
    const run = () => onAllow(hosts);
    return (
      <Notice
        text={`The browser withholds access to ${hosts.join(", ")}: Earmark can’t show transcripts there.`}
        action={{ label: hosts.length === 1 ? `Allow ${hosts[0]}` : "Allow these sites", run }}
      />
    );
  }
  if (tab.kind === "elsewhere" || tab.match.kind === "none")
    return <p class="here">This page is no episode of the library.</p>;
  if (tab.match.kind === "known-show")
    return (
      <p class="here">There is no transcript for this page of {tab.match.show}. You can search the others.</p>
    );
  return (
    <div class="here">
      <p>
        This page: <strong>{tab.match.episode.title}</strong>
      </p>
      <label>
        <input
          type="checkbox"
          checked={hereFirst}
          onChange={(event) => onHereFirst(event.currentTarget.checked)}
        />{" "}
        This episode first
      </label>
    </div>
  );
}
