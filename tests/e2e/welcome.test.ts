import { expect, it } from "vitest";
import { welcomeTabs } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";

inBrowsers("the welcome page", (session) => {
  it("is allowed WebAssembly, without which it would take longer", async () => {
    const isMade = await session().welcome.evaluate(() => {
      const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
      return new WebAssembly.Module(empty) instanceof WebAssembly.Module;
    });
    expect(isMade).toBe(true);
  });

  it("opens once, after the install, and lists the episodes with their links", async () => {
    const opened = await welcomeTabs(session());
    expect(opened).toBe(session().kind === "firefox" ? 2 : 1); // In Firefox the tests open one of their own.
    const links = () =>
      session().welcome.evaluate(() => document.querySelectorAll(".episodes a[href^='https:']").length);
    await expect.poll(links).toBe(10);
    await session().update();
    const again = await session().openOwn("welcome.html");
    expect(await again.evaluate(() => document.querySelector("h1")?.textContent)).toBe("Welcome to Earmark");
    expect(await welcomeTabs({ ...session(), welcome: again })).toBeLessThanOrEqual(opened + 1);
  });
});
