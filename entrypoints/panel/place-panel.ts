import type { PanelModel } from "../../components/panel/panel-model.ts";
import { runEffect } from "../../components/ui/run-effect.ts";
import { panelLayout } from "../../utils/extension/settings.ts";
import { keepPanelPlaced } from "../../utils/sites/panel-placement.ts";

/** Places the panel's host on the page, and reflects the model in its attributes, until `until` aborts. */
export function placePanel(host: HTMLElement, model: PanelModel, until: AbortSignal): void {
  const { placement, typography } = model;
  const place = keepPanelPlaced(
    host,
    document,
    () => {
      const { theme } = typography.value;
      const { fullscreen, push } = panelLayout.value.value;
      return {
        theme: theme === "auto" ? null : theme,
        isOverFullscreen: fullscreen === "over",
        pushWidth: push && placement.isOpen.value ? placement.width.value : 0,
      };
    },
    until,
  );
  runEffect(place, until);
  runEffect(() => void host.toggleAttribute("data-off", placement.isDisabled.value), until);
  runEffect(() => host.style.setProperty("--dock-width", `${placement.width.value}px`), until);
  runEffect(() => {
    const { size, face, spacing, width } = typography.value;
    host.style.setProperty("--size", `${size}px`);
    for (const [name, value] of Object.entries({ face, spacing, width }))
      host.setAttribute(`data-${name}`, value);
  }, until);
}
