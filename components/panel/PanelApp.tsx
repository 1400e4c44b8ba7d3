import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { describeFailure } from "../ui/describe-failure.ts";
import { Icon } from "../ui/Icon.tsx";
import { t } from "../ui/i18n.ts";
import { Notice } from "../ui/Notice.tsx";
import { MoreMenu, type MoreMenuChoice } from "./menus/MoreMenu.tsx";
import { PanelHeader } from "./menus/PanelHeader.tsx";
import { ShowNotes } from "./menus/ShowNotes.tsx";
import { TypographyMenu } from "./menus/TypographyMenu.tsx";
import type { PanelModel } from "./panel-model.ts";
import { ResizeHandle } from "./placement/ResizeHandle.tsx";
import { SyncNote } from "./sync/SyncNote.tsx";
import { CaptionsNotice } from "./video/CaptionsNotice.tsx";
import { VideoNote } from "./video/VideoNote.tsx";
import { TranscriptView, type KeyHandler } from "./TranscriptView.tsx";

interface Props {
  model: PanelModel;
}

/** The panel: a small tab when closed, the transcript of the page's episode when open. */
export function PanelApp({ model }: Props) {
  const { placement } = model;
  const tab = useRef<HTMLButtonElement>(null);
  const closeButton = useRef<HTMLButtonElement>(null);
  const isOpen = placement.isOpen.value;
  useEffect(() => {
    if (!placement.isFocusMoving.peek()) return;
    const opener = placement.opener.peek();
    if (isOpen) closeButton.current?.focus();
    else (opener?.isConnected ? opener : tab.current)?.focus();
  }, [isOpen, placement]);
  if (isOpen) return <OpenPanel model={model} closeButton={closeButton} />;
  return (
    <>
      <button
        ref={tab}
        type="button"
        class="tab"
        aria-expanded="false"
        onPointerEnter={model.prefetch}
        onFocus={model.prefetch}
        onClick={() => model.setOpen(true)}
      >
        <Icon name="transcript" /> {t("panel.transcript")}
      </button>
      <Announcement model={model} />
    </>
  );
}

function OpenPanel({ model, closeButton }: Props & { closeButton: RefObject<HTMLButtonElement | null> }) {
  const { episode, placement, transcript, correction } = model;
  const shown = transcript.shown.value;
  const keyHandler = useRef<KeyHandler | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    keyHandler.current?.(event);
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (model.sheet.value) model.setSheet(null);
    else model.setOpen(false);
  };
  return (
    <section class="panel" aria-label={t("panel.transcript")} onKeyDown={onKeyDown}>
      <ResizeHandle width={placement.width.value} onResize={placement.resize} />
      <PanelHeader
        title={episode.title}
        show={episode.show}
        closeButtonRef={closeButton}
        onClose={() => model.setOpen(false)}
      >
        <TypographyMenu typography={model.typography.value} onTypographyChange={model.setTypography} />
        <MoreMenu
          isHeard={transcript.isHeard.value}
          timing={shown?.timing ?? null}
          canExportGlossary={correction.count.value > 0}
          onChoose={(choice) => runMenuChoice(model, choice)}
          onSaveAs={model.saveTranscript}
        />
      </PanelHeader>
      <LoadingState model={model} />
      <TranscriptNotes model={model} />
      {shown && <TranscriptView model={model} transcript={shown} keyHandler={keyHandler} />}
      <Announcement model={model} />
    </section>
  );
}

function runMenuChoice(model: PanelModel, choice: MoreMenuChoice): void {
  switch (choice) {
    case "toggle-heard":
      model.toggleHeard();
      return;
    case "open-quotes":
      model.quotes.openList();
      return;
    case "export-glossary":
      model.correction.exportGlossary();
      return;
    case "open-shortcuts":
      model.setSheet("shortcuts");
      return;
    case "open-options":
      model.openOptions();
      return;
    default:
      choice satisfies never;
  }
}

/** The live region. */
function Announcement({ model }: Props) {
  return (
    <p class="said" role="status" aria-live="polite">
      {model.announcement.value}
    </p>
  );
}

/** Shown until the transcript is loaded, and when nothing can be loaded or stored. */
function LoadingState({ model }: Props) {
  const loaded = model.transcript.loaded.value;
  if (model.isContextInvalidated.value)
    return (
      <Notice
        text={describeFailure("extension-gone")}
        action={{ label: t("reloadPage"), run: model.reloadPage }}
      />
    );
  if (!loaded)
    return (
      <p class="loading" role="status">
        {t("panel.loading")}
      </p>
    );
  if (loaded.ok) return null;
  if (model.video)
    return <CaptionsNotice reason={loaded.reason} video={model.video} onRetry={model.transcript.retry} />;
  return (
    <Notice
      text={describeFailure(loaded.reason)}
      action={{ label: t("tryAgain"), run: model.transcript.retry }}
    />
  );
}

/** What a reader should know about the text and its times, above the text. */
function TranscriptNotes({ model }: Props) {
  const { transcript, sync } = model;
  const shown = transcript.shown.value;
  const timingNote = getTimingNote(model);
  return (
    <>
      {model.video && <VideoNote state={model.video.state.value} onLanguageChange={model.chooseLanguage} />}
      {timingNote && <p class="note">{timingNote}</p>}
      {shown && sync.isAdjusted.value && <SyncNote points={sync.points.value} onUndo={sync.undo} />}
      {transcript.isHeard.value && (
        <p class="note">
          {t("panel.asHeard")}{" "}
          <button type="button" class="link" onClick={model.toggleHeard}>
            {t("panel.showCorrected")}
          </button>
        </p>
      )}
      {shown?.notes && <ShowNotes notes={shown.notes} />}
    </>
  );
}

/** How far the times can be trusted; null where they are exact or there is no text yet. */
function getTimingNote({ transcript, playback, sync }: PanelModel): string | null {
  const timing = transcript.shown.value?.timing;
  if (!timing) return null;
  if (playback.isAdvert.value) return t("panel.advert");
  if (!playback.hasPlayer.value) return t("panel.noPlayer");
  if (timing === "none") return t("panel.noTimes");
  return timing === "exact" || sync.isAdjusted.value ? null : t("panel.approximate");
}
