/** Lets the browser save something as a file in the reader's folder of downloads. */
export function saveFile(document: Document, name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next task; keeping it longer would keep it as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
