import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Rules that hold for the whole source tree: who may import whom, what each room may touch, and how things are named.
 * Each rule collects its offenders, so that one run shows them all.
 */

const ROOT = join(import.meta.dirname, "..");
const SOURCES = ["entrypoints", "components", "utils"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const readCode = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|(?<!["'`:])\/\/.*$/gm, "");

/** Rooms from top to bottom. A file may import its own room and every room below it. */
const ROOMS = [
  "entrypoints",
  "components/panel",
  "components/library",
  "components/search",
  "components/options",
  "components/welcome",
  "components/quotes",
  "components/ui",
  "utils/cli",
  "utils/extension",
  "utils/library",
  "utils/sources",
  "utils/store",
  "utils/quote",
  "utils/sites",
  "utils/search/results",
  "utils/search/index/query",
  "utils/search/index/write",
  "utils/search/index/read",
  "utils/search/index/format",
  "utils/search/query",
  "utils/search/text",
  "utils/transcript",
  "utils/transcript/timing",
  "utils/transcript/clean",
  "utils/transcript/languages",
  "utils/transcript/parse",
  "utils/transcript/model",
  "utils/shared",
];
const getRoom = (file: string): string =>
  ROOMS.filter((room) => file.startsWith(`${room}/`)).toSorted((a, b) => b.length - a.length)[0] ?? "";

/** Rooms of which components may import values; of all others they may import types only. */
const VALUES_FOR_COMPONENTS = /^(?:components|utils\/(?:quote|search|transcript|shared|sites\/sites\.ts))/;
/** Rooms that compute: no document, no browser, no clock, no chance. */
const PURE_ROOMS = /^utils\/(?:transcript|search|quote|shared)/;
/** Rooms that may call the browser's extension interfaces. */
const BROWSER_ROOMS = /^(?:entrypoints|utils\/extension)/;
/** Files that run under Node alone. */
const NODE_FILES = /^utils\/(?:cli|library\/build)\//;

/** Packages and the rooms that may import them. */
const PACKAGES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:htmlparser2|entities)$/, /^utils\/transcript/],
  [/^(?:preact(?:\/|$)|@preact\/signals$|#i18n$)/, /^components/],
  [/^(?:preact(?:\/|$)|@preact\/signals$|client-zip$)/, /^entrypoints/],
  [/^@preact\/signals(?:-core)?$/, /^utils\/extension/],
  [/^@wxt-dev\/i18n\/build$/, /^utils\/cli/],
  [/^minisearch$/, /^utils\/(?:library|quote)/],
  [/^idb$/, /^utils\/store/],
  [/^#i18n$/, /^utils\/extension/],
  [/^wxt\//, BROWSER_ROOMS],
];

interface ImportStatement {
  file: string;
  specifier: string;
  /** Path of the imported file; null for a package. */
  target: string | null;
  isType: boolean;
}

const IMPORTS: ImportStatement[] = SOURCES.flatMap((file) =>
  [
    ...read(file).matchAll(
      /^(?:import|export)\s+(type\s+)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|import\("([^"]+)"\)/gm,
    ),
  ].map(([, type, from, bare, lazy]) => {
    const specifier = from ?? bare ?? lazy!;
    const path = specifier.replace(/\?.*$/, "");
    const target = specifier.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), path)) : null;
    return { file, specifier, target, isType: Boolean(type) };
  }),
);
const isSource = (target: string | null): target is string => target !== null && /\.tsx?$/.test(target);

/** Nodes on a cycle, each cycle as one line. */
function findCycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (node: string, path: string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) cycles.push([...path.slice(start), node].join(" → "));
    if (start >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}

function buildGraph(getNode: (file: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, target } of IMPORTS) {
    if (!isSource(target) || getNode(file) === getNode(target)) continue;
    graph.set(getNode(file), (graph.get(getNode(file)) ?? new Set()).add(getNode(target)));
  }
  return graph;
}

describe("imports", () => {
  it("go from a room to itself or to one below it", () => {
    const offenders = IMPORTS.filter(({ file, target, isType }) => {
      if (!isSource(target)) return false;
      const [from, to] = [ROOMS.indexOf(getRoom(file)), ROOMS.indexOf(getRoom(target))];
      if (from < 0 || to < from) return true;
      return file.startsWith("components/") && !isType && !VALUES_FOR_COMPONENTS.test(target);
    });
    expect(offenders.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it("of parsing, cleaning and timing leave each other alone", () => {
    const getStage = (file: string) => /^utils\/transcript\/(?:parse|clean|timing)/.exec(file)?.[0];
    const offenders = IMPORTS.filter(({ file, target }) => {
      const stage = getStage(file);
      const imported = target === null ? undefined : getStage(target);
      return stage !== undefined && imported !== undefined && stage !== imported;
    });
    expect(offenders.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it("form no cycle of files, types included", () => {
    expect(findCycles(buildGraph((file) => file))).toEqual([]);
  });

  it("form no cycle of folders, types included", () => {
    expect(findCycles(buildGraph(dirname))).toEqual([]);
  });

  it("name only packages that the room may use", () => {
    const offenders = IMPORTS.filter(({ file, specifier, target }) => {
      if (target !== null) return false;
      if (specifier.startsWith("node:")) return !NODE_FILES.test(file);
      return !PACKAGES.some(([name, room]) => name.test(specifier) && room.test(file));
    });
    expect(offenders.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });
});

describe("code", () => {
  const findOffenders = (files: RegExp, pattern: RegExp): string[] =>
    SOURCES.filter((file) => files.test(file) && pattern.test(readCode(file)));

  it("never makes markup or code of text", () => {
    const pattern =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|eval|new Function)\b/;
    expect(findOffenders(/./, pattern)).toEqual([]);
  });

  it("is pure in the rooms that compute", () => {
    const outside = /\b(?:document|window|browser|chrome|localStorage|indexedDB|fetch)\s*[.(]/;
    const clock = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout)\b/;
    expect(findOffenders(PURE_ROOMS, outside)).toEqual([]);
    expect(findOffenders(PURE_ROOMS, clock)).toEqual([]);
  });

  it("reaches the browser's extension interfaces and the clipboard where it may", () => {
    const others = SOURCES.filter((file) => !BROWSER_ROOMS.test(file));
    expect(others.filter((file) => /\b(?:browser|chrome)\.\w+/.test(readCode(file)))).toEqual([]);
    expect(findOffenders(/^components/, /\bnavigator\.clipboard|execCommand/)).toEqual([]);
  });
});

describe("names", () => {
  /** Verbs that begin the name of an exported function; `t` looks up a message. */
  const VERBS = new Set(
    `add align announce append apply ask attach build cache can cancel capture change clean clear close coalesce
    collapse collect combine compare complete compress compute concat confirm convert copy create decide decode
    define delete describe destroy detect diff draft drop encode escape estimate expand export extract fail fetch fill
    filter find fit fold follow forget format get group handle has hide import infer insert interpolate intersect is
    join keep list load locate maintain make map mark match matches measure memoize merge migrate normalize observe offer on
    open pack parse pick place plan prepare press prune put rank read rebuild recover refresh register remember remove
    render replace report request reset resolve restore revert run save schedule score search select send
    serialize set should show sort split start store strip subscribe suggest sum t take to tokenize track
    transform translate trim undo unpack update use validate visit wait watch write`.split(/\s+/),
  );
  const PREPOSITION =
    /(?:Of|In|At|On|Among|By|From|With|For|As|Between|Around|Before|After|Into|Over|Under)$/;

  it("of exported functions are a verb and its object", () => {
    const offenders = SOURCES.flatMap((file) =>
      [
        ...readCode(file).matchAll(
          /^export (?:async )?(?:function\*? (\w+)|const (\w+)(?::[^=\n]+)? = (?:async )?(?:<[^>\n]*>)?(?:\([^;]*?\)(?::[^=]*?)?|\w+) =>)/gm,
        ),
      ]
        .map(([, declared, assigned]) => declared ?? assigned!)
        .filter((name) => /^[a-z]/.test(name))
        .filter((name) => !VERBS.has(/^[a-z]+/.exec(name)![0]) || PREPOSITION.test(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(offenders).toEqual([]);
  });

  it("of types and files are unique", () => {
    const places = new Map<string, Set<string>>();
    const add = (name: string, file: string) =>
      places.set(name, (places.get(name) ?? new Set<string>()).add(file));
    for (const file of SOURCES) {
      if (!/^(?:index|main)\.tsx?$/.test(basename(file))) add(basename(file), file);
      for (const [, name] of readCode(file).matchAll(
        /^(?:export )?(?:declare )?(?:interface|type|class|enum) (\w+)/gm,
      ))
        if (name !== "Props") add(name!, file);
    }
    const doubled = [...places].filter(([, files]) => files.size > 1);
    expect(doubled.map(([name, files]) => `${name}: ${[...files].join(", ")}`)).toEqual([]);
  });

  it("that are exported are described", () => {
    const offenders = SOURCES.flatMap((file) => {
      const text = read(file);
      const exports = text.matchAll(
        /^export (?!default|\{|type \{)(?:async )?(?:const|function\*?|interface|type|class) (\w+)/gm,
      );
      return [...exports].flatMap(({ index, 1: name }) => {
        const before = text.slice(0, index).trimEnd();
        // Overloads and short neighbours share the comment above the first of them.
        const isDescribed =
          /(?:\*\/|;|\})$/.test(before.split("\n").at(-1) ?? "") &&
          !/^import/m.test(before.split("\n").at(-1)!);
        return isDescribed ? [] : [`${file}: ${name}`];
      });
    });
    expect(offenders).toEqual([]);
  });
});
