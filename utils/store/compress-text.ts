/** Compresses a text with gzip (https://developer.mozilla.org/docs/Web/API/CompressionStream). */
export const compressText = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await pipeBytes(new Blob([text]), new CompressionStream("gzip")).arrayBuffer());

/**
 * Expands a compressed text.
 * @throws TypeError if the bytes are damaged or incomplete.
 */
export const expandText = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  pipeBytes(new Blob([bytes]), new DecompressionStream("gzip")).text();

const pipeBytes = (blob: Blob, transform: CompressionStream | DecompressionStream): Response =>
  new Response(blob.stream().pipeThrough(transform));
