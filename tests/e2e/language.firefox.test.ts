import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { alterExtension } from "./altered-extension.ts";
import { inBrowsers } from "./in-browsers.ts";
import { boxOf, click, hits, openPanel, texts } from "./panel-driver.ts";

/** Behaviour of components, in Firefox. Chromium runs the same cases without the extension. */

/** The built extension with another text in one episode. */
const withTranscript = (language: string, text: string) =>
  alterExtension((folder) => {
    const paragraphs = Array.from({ length: 40 }, (_, i) => ({
      speaker: i % 2 ? null : "A",
      text,
      times: [[0, i * 20]],
      changes: [],
    }));
    const transcript = { episode: "lex-fridman-035", timing: "exact", language, paragraphs };
    writeFileSync(join(folder, "library/lex-fridman-035.json"), JSON.stringify(transcript));
  });

for (const [language, text, side, found] of [
  ["ar", "مرحبا بكم في هذا الحديث. نتكلم اليوم عن التعلم العميق.", "right", "التعلم"],
  ["ja", "今日は深層学習についてお話しします。よろしくお願いします。", "left", "深層学習"],
] as const)
  inBrowsers(
    `a transcript in ${language}`,
    (session) => {
      it("is aligned to the side of its script, and can be searched", async () => {
        const page = await session().open("https://www.youtube.com/watch?v=J6XcP4JOHmk");
        await openPanel(page);
        const [time, words] = [
          (await boxOf(page, '[data-index="4"] .time'))!,
          (await boxOf(page, '[data-index="4"] .text'))!,
        ];
        expect(time.x > words.x ? "right" : "left").toBe(side);
        await click(page, ".find input");
        await page.keyboard.type(found);
        await expect.poll(() => texts(page, ".count")).toEqual(["1 of 40"]);
        await expect.poll(() => hits(page, "earmark-hit")).toEqual([found]);
        await page.close();
      });
    },
    { extension: withTranscript(language, text) },
  );
