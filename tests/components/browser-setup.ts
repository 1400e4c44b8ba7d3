import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** English messages by their key in `_locales`. */
    messages: { [key: string]: { message: string } };
  }
}

/** What components need of the browser's interfaces for extensions: its messages. */
const messages = inject("messages");
Object.assign(globalThis, {
  browser: {
    runtime: { id: "tests" },
    i18n: {
      getMessage: (key: string, substitutions: string | readonly string[] = []) =>
        (messages[key]?.message ?? "").replace(
          /\$(\d)/g,
          (_, place: string) => [substitutions].flat()[Number(place) - 1] ?? "",
        ),
      getUILanguage: () => "en",
    },
  },
});
