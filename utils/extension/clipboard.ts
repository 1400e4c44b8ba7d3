import type { FormattedQuote } from "../quote/formats/format-quote.ts";

/**
 * Puts a quote on the clipboard, as HTML as well where there is some; false when the browser refuses both ways. Where a
 * page's policy forbids the clipboard API, the copy command does it, fed by a listener that is heard once and leaves
 * the reader's selection alone (tried 2026-11 in Chromium 156 and Firefox 153).
 */
export async function copyFormattedText(written: FormattedQuote): Promise<boolean> {
  try {
    await writeToClipboard(written);
    return true;
  } catch {
    return copyWithCommand(written);
  }
}

/** The same for plain text. */
export const copyText = (text: string): Promise<boolean> => copyFormattedText({ text });

async function writeToClipboard({ text, html }: FormattedQuote): Promise<void> {
  if (html === undefined) return navigator.clipboard.writeText(text);
  const part = (type: string, content: string) => [type, new Blob([content], { type })] as const;
  const parts = Object.fromEntries([part("text/plain", text), part("text/html", html)]);
  return navigator.clipboard.write([new ClipboardItem(parts)]);
}

function copyWithCommand({ text, html }: FormattedQuote): boolean {
  let copied = false;
  const feed = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  document.addEventListener("copy", feed, { capture: true, once: true });
  const allowed = document.execCommand("copy");
  document.removeEventListener("copy", feed, { capture: true });
  return allowed && copied;
}
