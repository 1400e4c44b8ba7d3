import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startPages } from "../pages/server.ts";
import { start, type Kind, type Options, type Session } from "./browsers.ts";
import { clearAllData } from "./extension-driver.ts";

/** Starting a browser takes seconds, so the groups of tests that run in one process share one. */

let pages: Promise<{ port: number }> | undefined;
let shared: Session | undefined;

/** Starts a browser on the stand-in pages. */
export async function launchSession(kind: Kind, options: Partial<Options> = {}): Promise<Session> {
  pages ??= startPages();
  const { port } = await pages;
  return start(kind, { port, ...options });
}

/** The shared browser with an extension, without any data of earlier tests; started again where it does not answer. */
export async function takeSharedSession(kind: Kind, extension: string): Promise<Session> {
  try {
    if (shared) {
      await resetSession(shared, extension);
      return shared;
    }
  } catch (error) {
    console.warn("The shared browser is started again:", error);
    await shared?.close().catch(() => null);
  }
  shared = await launchSession(kind, { extension });
  return shared;
}

async function resetSession(session: Session, extension: string): Promise<void> {
  await session.closePages();
  if (session.kind === "chromium") await session.browser.defaultBrowserContext().clearPermissionOverrides();
  if (session.extension !== extension) await session.replaceExtension(extension);
  await session.closePages();
  await clearAllData(session);
  for (const file of readdirSync(session.downloads))
    rmSync(join(session.downloads, file), { recursive: true });
}
