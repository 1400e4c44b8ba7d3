import type { Session } from "../e2e/browsers.ts";

/** Milliseconds from the navigation, and from when its scripts may run, to the frame that shows something of a page. */
export async function measureFirstScreen(
  session: Session,
  name: string,
  shown: string,
): Promise<[all: number, own: number]> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument((wanted) => {
    const look = () => {
      if (!document.querySelector(wanted)) requestAnimationFrame(look);
      else
        requestAnimationFrame(() => {
          const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
          document.documentElement.dataset["seen"] =
            `${performance.now()} ${performance.now() - navigation!.domInteractive}`;
        });
    };
    requestAnimationFrame(look);
  }, shown);
  await page.bringToFront();
  await page.goto(session.welcome.url().replace("welcome", name));
  const seen = await page.waitForFunction(() => document.documentElement.dataset["seen"]);
  const [all, own] = String(await seen.jsonValue())
    .split(" ")
    .map(Number) as [number, number];
  await page.close();
  return [all, own];
}
