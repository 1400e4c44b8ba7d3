import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const LOCALES = join(ROOT, "assets/locales");

const messages = async (file: string) =>
  // Those that begin with "@@" are the browser's own.
  (await parseMessagesFile(join(LOCALES, file)))
    .filter(({ key }) => !key.join("").startsWith("@@"))
    .map((message) => ({
      key: message.key.join("."),
      marks: [...JSON.stringify(message).matchAll(/\{\w+\}|\$\d/g)].map(([mark]) => mark).toSorted(),
    }));

/** Everything that may name a key. */
const sources = ["components", "entrypoints", "utils", "wxt.config.ts"]
  .flatMap((place) =>
    place.endsWith(".ts")
      ? [place]
      : readdirSync(join(ROOT, place), { recursive: true, encoding: "utf8" })
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => join(place, name)),
  )
  .map((file) => readFileSync(join(ROOT, file), "utf8"))
  .join("\n");

it("every language has the same keys with the same marks, and each key is used", async () => {
  const english = await messages("en.yml");
  for (const file of readdirSync(LOCALES)) expect(await messages(file), file).toEqual(english);
  const isUsed = (key: string) =>
    sources.includes(`"${key}"`) || sources.includes(`__MSG_${key.replaceAll(".", "_")}__`);
  expect(
    english
      .map(({ key }) => key)
      .filter((key) => !isUsed(key))
      .join(),
  ).toBe("");
});
