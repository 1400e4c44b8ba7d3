import type { SegmentSink } from "./segment-writer.ts";

/** Bytes that are held in memory before they become a blob. */
const MAX_BUFFERED_BYTES = 4_000_000;

/** Collects a part of a segment in blobs, which browsers move to disk where they are large. */
export class BlobSink implements SegmentSink {
  length = 0;
  readonly #blobs: Blob[] = [];
  #buffered: BlobPart[] = [];
  #bufferedBytes = 0;

  writeBytes(bytes: Uint8Array<ArrayBuffer>): void {
    this.#buffered.push(bytes);
    this.length += bytes.length;
    this.#bufferedBytes += bytes.length;
    if (this.#bufferedBytes > MAX_BUFFERED_BYTES) this.#flush();
  }

  /** Appends a blob without reading it. */
  addBlob(blob: Blob): void {
    this.#flush();
    this.#blobs.push(blob);
    this.length += blob.size;
  }

  toBlob(): Blob {
    this.#flush();
    return new Blob(this.#blobs);
  }

  #flush(): void {
    this.#blobs.push(new Blob(this.#buffered));
    this.#buffered = [];
    this.#bufferedBytes = 0;
  }
}
