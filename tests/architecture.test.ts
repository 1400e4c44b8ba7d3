import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it, test } from "vitest";

/** Holds the table of rooms in ARCHITECTURE.md: who may import whom, and who may touch what. */

const ROOT = join(import.meta.dirname, "..");
const SOURCES = ["entrypoints", "components", "utils"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** The room of a file: its folder under utils or the top-level folder. */
function roomOf(file: string): string {
  const [top = "", second = ""] = file.split("/");
  if (top !== "utils") return top;
  return second.endsWith(".ts") ? second.replace(/\.ts$/, "") : second;
}

interface Import {
  from: string;
  type: boolean;
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /^(?:import|export)\s+(type\s+)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm,
  );
  return [...found].map(([, type, from, bare]) => ({ from: from ?? bare!, type: Boolean(type) }));
}

const isOurs = (from: string) => from.startsWith(".");
const target = (file: string, from: string) =>
  relative(ROOT, resolve(ROOT, dirname(file), from.replace(/\?.*$/, "")));

/** Rooms that each room may import values from; types may also come from where data is declared. */
const MAY: { [room: string]: string[] } = {
  transcript: [],
  search: ["transcript"],
  quote: ["search", "transcript"],
  sites: ["transcript"],
  result: [],
  library: ["transcript", "search", "sites", "result", "saved"],
  saved: ["result"],
  messages: [],
  settings: ["quote"],
  session: [],
  extension: [
    "library",
    "messages",
    "quote",
    "result",
    "saved",
    "search",
    "session",
    "settings",
    "sites",
    "transcript",
  ],
  cli: ["transcript", "search", "library"],
  components: ["transcript", "search", "quote"],
  entrypoints: [
    "assets",
    "components",
    "extension",
    "library",
    "messages",
    "quote",
    "result",
    "saved",
    "search",
    "settings",
    "sites",
    "transcript",
  ],
};

/** Rooms whose types alone may be imported besides. */
const TYPES: { [room: string]: string[] } = {
  messages: ["library", "quote", "result", "sites", "transcript"],
  saved: ["quote", "search"],
  session: ["messages"],
  settings: ["transcript"],
  components: ["library", "result", "sites", "extension", "settings"],
  sites: ["library"],
};

/** Packages of the browser world, and the rooms that may use them. */
const BROWSER_ROOMS = new Set(["entrypoints", "extension", "library", "messages", "session", "settings"]);
/** Files that run under Node alone. */
const NODE_FILES = /^utils\/(?:cli\/|library\/(?:build|word-list)\.ts)/;
const PACKAGES: { [room: string]: RegExp } = {
  transcript: /^(?:htmlparser2|entities)$/,
  components: /^(?:preact(?:\/|$)|#i18n$)/,
  entrypoints: /^(?:preact(?:\/|$)|client-zip$)/,
  saved: /^idb$/,
  extension: /^#i18n$/,
};

describe.each(SOURCES)("%s", (file) => {
  const room = roomOf(file);

  it("imports only what its room may", () => {
    for (const { from, type } of importsOf(file)) {
      if (!isOurs(from)) {
        const allowed =
          PACKAGES[room]?.test(from) ||
          (from.startsWith("wxt/") && BROWSER_ROOMS.has(room)) ||
          (from.startsWith("node:") && NODE_FILES.test(file));
        expect(allowed, `${file} imports ${from}`).toBe(true);
        continue;
      }
      const other = roomOf(target(file, from));
      const allowed = other === room || MAY[room]?.includes(other) || (type && TYPES[room]?.includes(other));
      expect(allowed, `${file} imports ${from}`).toBe(true);
    }
  });

  it("touches only what its room may", () => {
    const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(code).not.toMatch(
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|eval)\b/,
    );
    if (["transcript", "search", "quote"].includes(room)) {
      expect(code).not.toMatch(/\b(?:document|window|browser|chrome|localStorage|indexedDB|fetch)\s*[.(]/);
      expect(code).not.toMatch(/\b(?:Date\.now|new Date|Math\.random|performance\.now|setTimeout)\b/);
    }
    if (!BROWSER_ROOMS.has(room)) expect(code).not.toMatch(/\b(?:browser|chrome)\.\w+/);
    if (room === "components") expect(code).not.toMatch(/\bnavigator\.clipboard|execCommand/);
  });

  it("describes every export", () => {
    const text = read(file);
    for (const found of text.matchAll(
      /^export (?!default|\{|type \{)(?:async )?(?:const|function|interface|type|class) (\w+)/gm,
    )) {
      const before = text.slice(0, found.index).trimEnd();
      // Small neighbours may share the sentence above the first of them.
      const previous = before.split("\n").at(-1) ?? "";
      expect(
        /\*\/$|;$|\}$/.test(previous) && (before.endsWith("*/") || /^(?:export|\s|\}|\))/.test(previous)),
        `${file}: ${found[1]}`,
      ).toBe(true);
    }
  });
});

test("nothing is imported in a circle", () => {
  const graph = new Map(
    SOURCES.map((file) => [
      file,
      importsOf(file)
        .filter(({ from, type }) => isOurs(from) && !type)
        .map(({ from }) => target(file, from)),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    expect(path, `circle: ${[...path, file].join(" → ")}`).not.toContain(file);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of SOURCES) visit(file, []);
});

test("every site adapter is listed and has addresses to try it on", () => {
  const listed = read("utils/sites/adapters.ts");
  const fixtures = readFileSync(join(ROOT, "tests/utils/sites/pages.test.ts"), "utf8");
  const adapters = SOURCES.flatMap((file) => /export const (\w+): SiteAdapter/.exec(read(file))?.[1] ?? []);
  expect(adapters.length).toBeGreaterThan(2);
  for (const name of adapters) {
    expect(listed).toContain(name);
    expect(fixtures).toContain(`"${name}"`);
  }
});

test("the table of rooms in ARCHITECTURE.md names every room", () => {
  const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
  for (const room of new Set(SOURCES.map(roomOf))) expect(text).toMatch(new RegExp(`\\| [^|]*\\b${room}\\b`));
});
