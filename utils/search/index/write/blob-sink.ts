import type { SegmentSink } from "./segment-writer.ts";

/** So much is held before it is handed to the browser, in bytes. */
const MAX_BUFFERED_BYTES = 4_000_000;

/** A part of a segment that is held by the browser, which puts large ones on the disk. */
export class BlobSink implements SegmentSink {
  length = 0;
  readonly #blobs: Blob[] = [];
  #waiting: BlobPart[] = [];
  #held = 0;

  writeBytes(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(bytes);
    this.length += bytes.length;
    this.#held += bytes.length;
    if (this.#held > MAX_BUFFERED_BYTES) this.#flush();
  }

  /** What the browser holds already. */
  addBlob(toBlob: Blob): void {
    this.#flush();
    this.#blobs.push(toBlob);
    this.length += toBlob.size;
  }

  blob(): Blob {
    this.#flush();
    return new Blob(this.#blobs);
  }

  #flush(): void {
    this.#blobs.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#held = 0;
  }
}
