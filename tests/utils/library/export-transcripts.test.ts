import { expect, it } from "vitest";
import {
  exportTranscriptFiles,
  exportTranscriptJson,
  type ReadableEpisode,
} from "../../../utils/library/export-transcripts.ts";

const createReadable = (id: string, title: string): ReadableEpisode => ({
  episode: {
    id,
    show: "A/B: show",
    number: null,
    title,
    hosts: ["Ada"],
    guests: [],
    published: "2026-01-02",
    durationSeconds: 60,
    language: "en",
    links: [],
    timing: "exact",
  },
  transcript: {
    episode: id,
    timing: "exact",
    language: "en",
    paragraphs: [{ speaker: "Ada", text: `Words of ${id}.`, times: [[0, 61]], changes: [] }],
  },
});

async function* createSamples() {
  yield createReadable("youtube:1", "The same title?");
  yield createReadable("youtube:2", "The same title?");
}

it("exports one Markdown file per episode in a folder per show, each under a name of its own", async () => {
  const files: { name: string; input: string }[] = [];
  for await (const file of exportTranscriptFiles(createSamples())) files.push(file);
  expect(files.map(({ name }) => name)).toEqual(["A-B-show/The-same-title-.md", "A-B-show/youtube-2.md"]);
  expect(files[1]!.input).toBe(
    '---\ntitle: "The same title?"\nshow: "A/B: show"\npeople: ["Ada"]\ndate: 2026-01-02\n---\n\n**1:01 · Ada** Words of youtube:2.\n',
  );
});

it("exports JSON with facts and transcripts", async () => {
  const { earmark, version, episodes } = JSON.parse(
    (await exportTranscriptJson(createSamples())).join(""),
  ) as { earmark: string; version: number; episodes: { id: string; transcript: unknown }[] };
  expect({ earmark, version }).toEqual({ earmark: "episodes", version: 1 });
  expect(episodes.map(({ id }) => id)).toEqual(["youtube:1", "youtube:2"]);
  expect(episodes[0]!.transcript).toEqual(createReadable("youtube:1", "").transcript);
});
