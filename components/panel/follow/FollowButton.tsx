import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/i18n.ts";
import type { FollowModel } from "./follow-model.ts";

interface Props {
  model: Pick<FollowModel, "isFollowing" | "offscreenDirection" | "follow">;
}

/** A button that follows playback again. Shown while the spoken line is out of view. */
export function FollowButton({ model }: Props) {
  const direction = model.offscreenDirection.value;
  if (model.isFollowing.value || !direction) return null;
  return (
    <button type="button" class="pill" onClick={model.follow}>
      <Icon name={direction === "above" ? "back" : "follow"} /> {t("panel.follow")}
    </button>
  );
}
