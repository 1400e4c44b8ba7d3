import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "earmark-"));
writeFileSync(
  join(folder, "talk.srt"),
  "1\n00:00:01,000 --> 00:00:02,000\nthe value ofeducational content\n\n2\nbad --> 00:00:04,000\nYes\n",
);
writeFileSync(join(folder, "empty.txt"), "");

interface Output {
  status: number | null;
  stdout: string;
  stderr: string;
}

type Command = "transcript" | "search";

const pathOf = (command: Command) => join(ROOT, `utils/cli/${command}-command.ts`);

/** Runs a command as npm does, called from another folder. */
const spawnCommand = (command: Command, ...words: string[]): Output =>
  spawnSync(process.execPath, [pathOf(command), ...words], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: folder },
  });

/** Thrown in place of an end of the process. */
class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`Exit with ${code}`);
    this.code = code;
  }
}

/** Runs a command in this process, with its modules loaded again: much faster than a process of its own. */
async function run(command: Command, ...words: string[]): Promise<Output> {
  const output: Output = { status: 0, stdout: "", stderr: "" };
  const { argv } = process;
  vi.resetModules();
  vi.stubEnv("INIT_CWD", folder);
  const capture = (name: "stdout" | "stderr") => (text: string | Uint8Array) => {
    output[name] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(capture("stdout"));
  vi.spyOn(process.stderr, "write").mockImplementation(capture("stderr"));
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Exit(Number(code ?? 0));
  });
  try {
    process.argv = [process.execPath, pathOf(command), ...words];
    await (command === "transcript"
      ? import("../../utils/cli/transcript-command.ts")
      : import("../../utils/cli/search-command.ts"));
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    output.status = error.code;
  } finally {
    process.argv = argv;
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
  return output;
}

describe("npm run transcript", () => {
  it("prints the cleaned transcript, resolves paths from the caller's folder, and reports problems by line", async () => {
    const { stdout, stderr, status } = spawnCommand("transcript", "talk.srt");
    const { episode, timing, paragraphs } = JSON.parse(stdout) as Transcript;
    expect({ status, episode, timing, stderr }).toEqual({
      status: 0,
      episode: "talk",
      timing: "exact",
      stderr: "talk.srt:6: “bad” is not a time.\n",
    });
    expect(paragraphs.map(({ text }) => text).join(" ")).toBe("The value of educational content Yes.");
  });
  it("prints the raw transcript and other formats", async () => {
    expect((await run("transcript", "talk.srt", "--raw", "--as", "text")).stdout).toBe(
      "the value ofeducational content Yes\n",
    );
    expect((await run("transcript", "talk.srt", "--as", "vtt")).stdout).toMatch(
      /^WEBVTT\n\n1\n00:00:01\.000 --> /,
    );
  });
  it("adds notes to the transcript", async () => {
    writeFileSync(join(folder, "notes.txt"), "About Ann.\n\nLinks.\n");
    expect(
      (JSON.parse((await run("transcript", "talk.srt", "--notes", "notes.txt")).stdout) as Transcript).notes,
    ).toEqual(["About Ann.", "Links."]);
  });
  it("spreads an untimed text over a given duration", async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `This is sentence number ${i} of them.`).join("\n");
    writeFileSync(join(folder, "plain.txt"), lines);
    const made = JSON.parse(
      (await run("transcript", "plain.txt", "--duration", "10:00")).stdout,
    ) as Transcript;
    expect(made.timing).toBe("estimated");
    expect(made.paragraphs.at(-1)!.times[0]![1]).toBeGreaterThan(400);
  });
  it("times an untimed text by captions of the same talk, and reports those of another one", async () => {
    const sentences = Array.from(
      { length: 30 },
      (_, i) => `Sentence ${i} has its word${i} and thing${i * 3}.`,
    );
    writeFileSync(join(folder, "plain.txt"), sentences.join("\n"));
    const captions = sentences.map(
      (text, i) => `${i + 1}\n00:${10 + i}:00,000 --> 00:${10 + i}:09,000\n${text}\n`,
    );
    writeFileSync(join(folder, "timed.srt"), captions.join("\n"));
    const { stdout, stderr } = await run("transcript", "plain.txt", "--captions", "timed.srt");
    const { timing, paragraphs } = JSON.parse(stdout) as Transcript;
    expect([timing, paragraphs[0]!.times[0], stderr]).toEqual(["aligned", [0, 600], ""]);
    expect((await run("transcript", "plain.txt", "--captions", "talk.srt")).stderr).toMatch(
      /talk\.srt: The captions are of another talk: only \d+% of the words match\.\n/,
    );
  });
  it("times an untimed text by the chapters in its notes, and reports the ones left out", async () => {
    const topics = ["gardens", "stars", "bread", "boats"];
    const said = topics.map(
      (topic) => `Now what about ${topic}? ${`People like ${topic} and say so to each other. `.repeat(20)}`,
    );
    writeFileSync(join(folder, "plain.txt"), said.join("\n\n"));
    writeFileSync(
      join(folder, "notes.txt"),
      "A talk.\n0:00 Gardens\n1:10 Stars\n2:15 Bread\n1:00 Nonsense\n3:25 Boats\n",
    );
    const { stdout, stderr } = await run("transcript", "plain.txt", "--notes", "notes.txt");
    const { timing, chapters } = JSON.parse(stdout) as Transcript;
    expect(timing).toBe("estimated");
    expect(chapters!.flatMap(({ pins, seconds }) => (pins ? [seconds] : []))).toEqual([0, 70, 135, 205]);
    expect(stderr).toBe("Chapter 1:00 “Nonsense”: Its time contradicts the order of the chapters.\n");
  });
  it.each([
    [["empty.txt"], 1, "no transcript could be read"],
    [["none.txt"], 1, "none.txt can't be read"],
    [[], 2, "npm run -s transcript -- FILE"],
    [["talk.srt", "--as", "pdf"], 2, "--as takes one of"],
    [["talk.srt", "--duration", "long"], 2, "is not a duration"],
    [["talk.srt", "--what"], 2, "npm run -s transcript -- FILE"],
  ])("reports a wrong call: %j", async (words, code, sentence) => {
    const { status, stderr } = await run("transcript", ...words);
    expect(status).toBe(code);
    expect(stderr).toContain(sentence);
  });
});

describe("npm run search", () => {
  it("reports a wrong call", async () => {
    expect(spawnCommand("search")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("npm run -s search -- WORDS"),
    });
    expect(await run("search", "x", "--limit", "0")).toMatchObject({ status: 2 });
  });
});

it("the terminal commands need nothing but Node", async () => {
  expect(execFileSync(process.execPath, ["--version"], { encoding: "utf8" })).toMatch(/^v2[4-9]/);
});
