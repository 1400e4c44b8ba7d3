import { downloadZip } from "client-zip";
import type { TranscriptExportKind } from "../../components/library/library-ports.ts";
import { installedLibrary } from "../../utils/extension/installed-library.ts";
import { saveFile } from "../../utils/extension/save-file.ts";
import { corrections } from "../../utils/extension/settings.ts";
import {
  exportTranscriptFiles,
  exportTranscriptJson,
  type ReadableEpisode,
} from "../../utils/library/export-transcripts.ts";
import type { LibraryEpisode } from "../../utils/library/library-model.ts";
import { applyCorrections } from "../../utils/transcript/model/corrections.ts";

const FILE_NAME = "earmark-transcripts";

/**
 * Downloads the transcripts of episodes, as the reader has corrected them, in one file.
 * @returns How many of them could be read.
 */
export async function exportEpisodes(
  kind: TranscriptExportKind,
  episodes: readonly LibraryEpisode[],
): Promise<number> {
  let count = 0;
  async function* read(): AsyncGenerator<ReadableEpisode> {
    const readerCorrections = await corrections.get();
    for (const episode of episodes) {
      const transcript = await installedLibrary.loadTranscript(episode.id);
      if (!transcript.ok) continue;
      count++;
      yield { episode, transcript: applyCorrections(transcript.value, episode.show, readerCorrections) };
    }
  }
  const content =
    kind === "json"
      ? new Blob(await exportTranscriptJson(read()))
      : await downloadZip(exportTranscriptFiles(read())).blob();
  if (count) saveFile(document, `${FILE_NAME}.${kind === "json" ? "json" : "zip"}`, content);
  return count;
}
