import { computed, type ReadonlySignal } from "@preact/signals";
import { formatErrorReport } from "../../../utils/quote/error-report.ts";
import {
  buildTaughtGlossary,
  updateCorrections,
  type Correction,
} from "../../../utils/transcript/model/corrections.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { describeCopy } from "../../ui/describe-outcome.ts";
import { t } from "../../ui/i18n.ts";
import type { PickedWords } from "./picked-words.ts";

/** The episode that corrections and reports are about. */
export interface CorrectedEpisode {
  id: string;
  title: string;
  /** Name of the show. */
  show: string;
}

/** The reader's corrections of words. */
export interface CorrectionModel {
  /** Number of corrections in all shows. */
  count: ReadonlySignal<number>;
  /**
   * Shows other words in place of some.
   * @param shown null for the words as heard
   * @param everywhere in all episodes of the show
   */
  correct: (words: PickedWords, shown: string | null, everywhere: boolean) => void;
  /** Copies a report about words that begin at a character offset of a paragraph. */
  report: (paragraph: number, start: number, words: PickedWords) => void;
  /** Saves the corrections as a glossary file. */
  exportGlossary: () => void;
}

interface CorrectionInputs {
  corrections: ReadonlySignal<readonly Correction[]>;
  update: (change: (old: readonly Correction[]) => Correction[]) => void;
  /** The transcript as the reader sees it. */
  shown: ReadonlySignal<Transcript | null>;
  copyText: (text: string) => Promise<boolean>;
  saveFile: (name: string, text: string) => void;
  announce: (message: string) => void;
}

/** Creates the model of corrections. */
export function createCorrectionModel(
  episode: CorrectedEpisode,
  { corrections, update, shown: transcript, copyText, saveFile, announce }: CorrectionInputs,
): CorrectionModel {
  return {
    count: computed(() => corrections.value.length),
    correct(words, shown, everywhere) {
      const scope = { show: episode.show, episode: everywhere ? null : episode.id };
      update((old) => updateCorrections(old, { ...scope, ...words.correction }, shown));
      announce(t(shown === null ? "panel.asHeard" : "panel.corrected"));
    },
    report(index, start, words) {
      const paragraph = transcript.value?.paragraphs[index];
      if (!transcript.value || !paragraph) return;
      const { timing } = transcript.value;
      void copyText(formatErrorReport({ ...words, episode, timing, paragraph, start })).then((isCopied) =>
        announce(describeCopy(isCopied, t("panel.reportCopied"))),
      );
    },
    exportGlossary() {
      saveFile(
        "earmark-glossary.json",
        `${JSON.stringify(buildTaughtGlossary(corrections.value), null, 2)}\n`,
      );
      announce(t("panel.exported"));
    },
  };
}
