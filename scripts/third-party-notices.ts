import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import license, { type Dependency } from "rollup-plugin-license";
import { isAllowedLicence } from "./check-licences.ts";

const NOTICES_FILE = "third-party-notices.txt";
const PACKAGES_FOLDER = join(import.meta.dirname, "../node_modules");

/**
 * WXT's packages are published without their licence file. This one, from the same repository, has the same text
 * (https://github.com/wxt-dev/wxt/blob/main/LICENSE).
 */
const WXT_LICENCE_FILE = join(PACKAGES_FOLDER, "@wxt-dev/webextension-polyfill/LICENSE");

/** The licence of dequal, which @wxt-dev/storage contains (https://github.com/lukeed/dequal). */
const DEQUAL_COPYRIGHT = "Copyright (c) Luke Edwards <luke.edwards05@gmail.com> (lukeed.com)";

/** Collects the packages whose code is in the bundles, and writes their licences beside the code. */
export interface NoticesCollector {
  /** A plugin for one bundle. Bundles are built at once, and the plugin remembers modules, so each has its own. */
  createPlugin(): ReturnType<typeof license>;
  /** @throws when a bundled package comes without the text of its licence. */
  writeNotices(folder: string): void;
}

/** The build fails on a bundled package whose licence is not allowed. */
export function createNoticesCollector(): NoticesCollector {
  const bundled = new Map<string, Dependency>();
  return {
    createPlugin: () =>
      license({
        thirdParty: {
          allow: {
            test: ({ license: expression }) => isAllowedLicence(expression),
            failOnUnlicensed: true,
            failOnViolation: true,
          },
          output: (dependencies) => {
            for (const each of dependencies) bundled.set(`${each.name}@${each.version}`, each);
          },
        },
      }),
    writeNotices(folder) {
      const notices = [...bundled.values()]
        .toSorted((a, b) => (`${a.name}` < `${b.name}` ? -1 : 1))
        .map(formatNotice);
      writeFileSync(join(folder, NOTICES_FILE), `${[INTRODUCTION, ...notices].join(SEPARATOR)}\n`);
    },
  };
}

const INTRODUCTION = `Earmark contains code of the packages below, each under its own licence.
The source code of each is at the address given, and on https://www.npmjs.com/ under its name and version.`;

const SEPARATOR = `\n\n${"-".repeat(80)}\n\n`;

function formatNotice(dependency: Dependency): string {
  const { name, version, license: expression } = dependency;
  const text = dependency.licenseText ?? readWxtLicence(dependency);
  if (!text) throw new Error(`${name} is bundled, but its package has no licence file.`);
  const notices = [text.trim(), dependency.noticeText?.trim(), formatEmbeddedNotice(dependency)];
  return [
    `${name} ${version}\nLicence: ${expression}\nSource: ${getSourceUrl(dependency)}`,
    ...notices.filter(Boolean),
  ].join("\n\n");
}

const isOfWxt = (dependency: Dependency) => getSourceUrl(dependency) === "https://github.com/wxt-dev/wxt";

const readWxtLicence = (dependency: Dependency) =>
  isOfWxt(dependency) ? readFileSync(WXT_LICENCE_FILE, "utf8") : null;

const formatEmbeddedNotice = ({ name }: Dependency) =>
  name === "@wxt-dev/storage"
    ? `Contains dequal, under the MIT licence above (https://github.com/lukeed/dequal).\n${DEQUAL_COPYRIGHT}`
    : null;

/** The repository's address without the forms that only git and npm read, such as `git+https://….git`. */
function getSourceUrl({ repository, homepage, name }: Dependency): string {
  const url = typeof repository === "string" ? repository : repository?.url;
  if (!url) return homepage ?? `https://www.npmjs.com/package/${name}`;
  const address = url
    .replace(/^git\+/, "")
    .replace(/^(?:ssh|git):\/\/(?:git@)?/, "https://")
    .replace(/\.git$/, "");
  return /^[\w.-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}` : address;
}
