/**
 * Puts text on the clipboard; false when the browser refuses both ways. Where a page's policy forbids the
 * clipboard API, the copy command does it, fed by a listener that is heard once and leaves the reader's selection
 * alone (tried 2026-11 in Chromium 156 and Firefox 153).
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  let copied = false;
  const feed = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  document.addEventListener("copy", feed, { capture: true, once: true });
  const allowed = document.execCommand("copy");
  document.removeEventListener("copy", feed, { capture: true });
  return allowed && copied;
}
