import { render } from "preact";
import { PanelApp } from "../../components/panel/PanelApp.tsx";
import { createPanelModel, type PanelModel } from "../../components/panel/panel-model.ts";
import { sendToBackground, type PageCommand } from "../../utils/extension/messages.ts";
import type { PanelController, PanelOptions } from "../../utils/extension/panel-script.ts";
import { isOwnEpisode } from "../../utils/library/library-model.ts";
import { createEpisodePlayer } from "./create-episode-player.ts";
import { createPanelPorts, panelSettings } from "./create-panel-ports.ts";
import { createPanelHost } from "./panel-host.ts";
import { placePanel } from "./place-panel.ts";

/** Opens the panel on the page and connects it to the player, the library and the settings. */
export function openPanel(options: PanelOptions): PanelController {
  const { host, root, signal: until } = createPanelHost(document, options.signal);
  const { player, report } = createEpisodePlayer(options.episode);
  const ports = createPanelPorts({ ...options, signal: until }, player);
  const model = createPanelModel({ ...options.episode, site: options.site }, ports, until);
  placePanel(host, model, until);

  // Rendered with the settings at hand, a panel that was left open does not appear as a tab first.
  const { disabledSites, openSites, panelLayout, typography } = panelSettings;
  void Promise.all([disabledSites, openSites, panelLayout, typography].map(({ ready }) => ready)).then(() => {
    if (!until.aborted) render(<PanelApp model={model} />, root);
  });
  if (options.isAsked) model.setOpen(true);
  else if (options.video && !isOwnEpisode(options.episode)) model.prefetch();
  until.addEventListener("abort", () => render(null, root), { once: true });
  void sendToBackground("background.requestPlayerReports", null).catch(ports.checkContext);

  return {
    showMoment: ({ paragraph, seconds, selector }) =>
      model.showMoment(paragraph === null ? null : { paragraph, seconds, selector }),
    runCommand: (command) => runCommand(model, command, host),
    reportPlayer: report,
  };
}

function runCommand(model: PanelModel, command: PageCommand, host: HTMLElement): void {
  switch (command) {
    case "open-panel": {
      const active = document.activeElement;
      const opener = active instanceof HTMLElement && active !== host ? active : null;
      model.setOpen(!model.placement.isOpen.value, opener);
      return;
    }
    case "copy-sentence":
      void model.copySpokenSentence();
      return;
    default:
      command satisfies never;
  }
}
