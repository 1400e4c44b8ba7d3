import type { IncomingMessage, ServerResponse } from "node:http";

const HEADER_BYTES = 44;
const BYTES_PER_SECOND = 3000;
/** Silence in 8-bit samples. */
const SILENCE = 0x80;

/** Answers with a silent recording of any length, made on the fly, in ranges, so that players can seek in it. */
export function sendSilence(seconds: number, request: IncomingMessage, response: ServerResponse): void {
  const size = HEADER_BYTES + Math.round(seconds) * BYTES_PER_SECOND;
  const [, from = "0", to = ""] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "") ?? [];
  const start = Number(from);
  const end = Math.min(to ? Number(to) : size - 1, size - 1, start + 1_000_000);
  const bytes = Buffer.alloc(Math.max(0, end - start + 1), SILENCE);
  if (start < HEADER_BYTES) wavHeader(size - HEADER_BYTES).copy(bytes, 0, start);
  response.writeHead(206, {
    "content-type": "audio/wav",
    "accept-ranges": "bytes",
    "content-range": `bytes ${start}-${end}/${size}`,
    "content-length": bytes.length,
  });
  response.end(bytes);
}

function wavHeader(length: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("RIFF", 0);
  header.writeUInt32LE(length + 36, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(BYTES_PER_SECOND, 24);
  header.writeUInt32LE(BYTES_PER_SECOND, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(length, 40);
  return header;
}
