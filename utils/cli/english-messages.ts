import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import type { Translate } from "../transcript/wording/translate.ts";

/** Reads the English messages of the interface, so that commands and pages share one wording. */
export async function loadEnglishMessages(): Promise<Translate> {
  const parsed = await parseMessagesFile(join(import.meta.dirname, "../../assets/locales/en.yml"));
  const messages = new Map(
    parsed.flatMap((entry) =>
      entry.type === "simple" ? [[entry.key.join("."), entry.message] as const] : [],
    ),
  );
  return (key, values) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`assets/locales/en.yml has no message “${key}”.`);
    return message.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
  };
}
