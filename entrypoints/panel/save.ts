/** Lets the browser save a text as a file in the reader's folder of downloads. */
export function saveText(document: Document, name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next task; keeping the text longer would keep it as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
