/** Downloads content as a file. */
export function saveFile(document: Document, name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has started by the next task. An object URL that is not revoked lives as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
