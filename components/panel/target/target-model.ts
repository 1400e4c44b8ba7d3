import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { findSelectorMatch, type TextQuoteSelector } from "../../../utils/quote/text-quote-selector.ts";
import { groupOffsets, type OffsetsByParagraph } from "../../../utils/quote/text-range.ts";
import {
  getStartSeconds,
  interpolateOffset,
  interpolateSeconds,
  toSeekSeconds,
} from "../../../utils/transcript/model/text-position.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { t } from "../../ui/i18n.ts";
import { runEffect } from "../../ui/run-effect.ts";
import type { FollowModel } from "../follow/follow-model.ts";
import type { PlaybackModel } from "../playback/playback-model.ts";
import type { SpokenLine } from "../playback/spoken-line.ts";
import type { TranscriptModel } from "../transcript/transcript-model.ts";

/** A moment to show. Its times are on the clock of the shipped transcript. */
export interface PanelTarget {
  /** Index of the paragraph. */
  paragraph: number;
  /** Null where the episode has no times. */
  seconds: number | null;
  /** Character offset in the paragraph's text; its beginning when absent. */
  offset?: number;
}

/** A moment requested by a link, a search or a saved quote. */
export interface RequestedTarget extends PanelTarget {
  /** Finds a quote's words, which take precedence over the paragraph and the time. */
  selector?: TextQuoteSelector | undefined;
}

/** The moment the panel was asked to show. */
export interface TargetModel {
  /** Null without a request, before the transcript is loaded, and where the words of a quote are gone. */
  target: ReadonlySignal<PanelTarget | null>;
  /** The words of a quote in the text as shown. */
  offsets: ReadonlySignal<OffsetsByParagraph>;
  /** Shows a moment once the transcript is loaded, and seeks to it once the player can. */
  show: (request: RequestedTarget) => void;
  /** Forgets the moment, so that opening the panel again continues at the spoken line. */
  clear: () => void;
}

interface TargetInputs {
  transcript: Pick<TranscriptModel, "shipped" | "synced" | "shown">;
  playback: Pick<PlaybackModel, "canJump" | "seek">;
  follow: Pick<FollowModel, "follow" | "reveal" | "setTabStop">;
  spokenLine: ReadonlySignal<SpokenLine>;
  announce: (message: string) => void;
}

const NO_OFFSETS: OffsetsByParagraph = new Map();

/** What is left to do for the request. Each step happens once. */
interface PendingSteps {
  reveal: boolean;
  seek: boolean;
  /** Following resumes when playback reaches the paragraph. */
  follow: boolean;
}

/** Creates the model of the requested moment: resolved, revealed, sought and followed once each. */
export function createTargetModel(
  { transcript, playback, follow, spokenLine, announce }: TargetInputs,
  until: AbortSignal,
): TargetModel {
  const { shipped, synced, shown } = transcript;
  const request = signal<RequestedTarget | null>(null);
  let pending: PendingSteps = { reveal: false, seek: false, follow: false };

  const match = computed(() => {
    const selector = request.value?.selector;
    return selector && shipped.value ? findSelectorMatch(shipped.value.paragraphs, selector) : null;
  });
  const target = computed((): PanelTarget | null => {
    if (!request.value || !shipped.value) return null;
    if (!request.value.selector) return request.value;
    if (!match.value) return null;
    const { start } = match.value.range;
    return { ...start, seconds: interpolateSeconds(shipped.value.paragraphs, start) };
  });
  const offsets = computed(() => {
    const selector = request.value?.selector;
    const found = selector && shown.value && findSelectorMatch(shown.value.paragraphs, selector);
    return found ? groupOffsets(shown.value!.paragraphs, [found.range]) : NO_OFFSETS;
  });

  const announceMatch = () => {
    if (!request.value?.selector || match.value?.method === "words") return;
    announce(
      t(!match.value ? "quote.gone" : match.value.method === "time" ? "quote.byTime" : "quote.nearest"),
    );
  };
  runEffect(() => {
    if (!request.value || !shipped.value || !pending.reveal) return;
    pending.reveal = false;
    announceMatch();
    if (!target.value) return;
    follow.setTabStop(target.value.paragraph);
    follow.reveal(target.value);
  }, until);
  runEffect(() => {
    if (!target.value || !shipped.value || !synced.value || !playback.canJump.value || !pending.seek) return;
    const seconds = computeSiteSeconds(target.value, shipped.value, synced.value);
    if (seconds === null) return;
    pending.seek = false;
    playback.seek(toSeekSeconds(seconds, synced.value.timing));
  }, until);
  runEffect(() => {
    if (!target.value || spokenLine.value.paragraph !== target.value.paragraph || !pending.follow) return;
    pending.follow = false;
    follow.follow();
  }, until);

  return {
    target,
    offsets,
    show(next) {
      pending = { reveal: true, seek: true, follow: true };
      request.value = { ...next };
    },
    clear: () => (request.value = null),
  };
}

/** Seconds of the target on this site: its place in the text is the same on every clock. */
function computeSiteSeconds(
  { paragraph, seconds }: PanelTarget,
  shipped: Transcript,
  synced: Transcript,
): number | null {
  const source = shipped.paragraphs[paragraph];
  if (seconds === null || !source?.times.length) return getStartSeconds(synced.paragraphs[paragraph]);
  if (synced === shipped) return seconds;
  return interpolateSeconds(synced.paragraphs, { paragraph, offset: interpolateOffset(source, seconds) });
}
