import type { FormattedQuote } from "../quote/formats/format-quote.ts";

/**
 * Copies a quote as text and, where it has any, as HTML. A page's Permissions-Policy can forbid the clipboard API; the
 * copy command still works there and keeps the selection (tried in Chromium 156 and Firefox 153, 2026-11).
 * @returns false when the browser refuses both.
 */
export async function copyFormattedText(quote: FormattedQuote): Promise<boolean> {
  try {
    await writeToClipboard(quote);
    return true;
  } catch {
    return copyWithCommand(quote);
  }
}

/** Copies plain text; false when the browser refuses. */
export const copyText = (text: string): Promise<boolean> => copyFormattedText({ text });

async function writeToClipboard({ text, html }: FormattedQuote): Promise<void> {
  if (html === undefined) return navigator.clipboard.writeText(text);
  const part = (type: string, content: string) => [type, new Blob([content], { type })] as const;
  const parts = Object.fromEntries([part("text/plain", text), part("text/html", html)]);
  return navigator.clipboard.write([new ClipboardItem(parts)]);
}

function copyWithCommand({ text, html }: FormattedQuote): boolean {
  let copied = false;
  const fillClipboard = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  document.addEventListener("copy", fillClipboard, { capture: true, once: true });
  const allowed = document.execCommand("copy");
  document.removeEventListener("copy", fillClipboard, { capture: true });
  return allowed && copied;
}
