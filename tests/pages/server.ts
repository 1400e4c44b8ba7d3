import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { generate } from "selfsigned";
import { captionsFile } from "./captions.ts";
import { sendSilence } from "./media.ts";
import { REDIRECTS, showPage } from "./shows.ts";
import { answerPanelRequest, playerCaptions, playerResponse, TALKS } from "./talks.ts";
import { VIDEOS } from "./videos.ts";
import { youtubePage } from "./youtube.ts";

/** As strict as YouTube's, and then some. Styles are the page's own matter. */
const POLICY =
  "default-src 'self'; script-src 'self'; frame-src https:; require-trusted-types-for 'script'; trusted-types 'none'";

const file = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");

/** A page can forbid the clipboard to all that runs in it, the scripts of extensions included. */
const NO_CLIPBOARD: { [host: string]: string } = { "lexfridman.com": "clipboard-write=()" };

/** Serves the stand-in pages under every host name, over TLS with a certificate nobody knows. */
export async function startPages(): Promise<{ port: number; stop: () => Promise<void> }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "stand-in" }], {
    keySize: 2048,
  });
  const server = createServer({ key, cert }, (request, response) => {
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "localhost"}`);
    respond(url, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

function respond(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const [first = "", second = ""] = url.pathname.split("/").slice(1);
  const host = url.hostname.replace(/^www\./, "");
  const send = (type: string, body: string, status = 200) =>
    response
      .writeHead(status, {
        "content-type": `${type}; charset=utf-8`,
        "content-security-policy": POLICY,
        // Without it Firefox 153 sometimes waited forever for the end of a large page (2026-11).
        "content-length": Buffer.byteLength(body),
        ...(NO_CLIPBOARD[host] && { "permissions-policy": NO_CLIPBOARD[host] }),
      })
      .end(body);
  const to = REDIRECTS[`${host}${url.pathname.replace(/\/+$/, "")}`];
  if (to) response.writeHead(302, { location: to + url.search }).end();
  else if (first === "media")
    sendSilence((VIDEOS[second] ?? TALKS[second])?.seconds ?? (Number(second) || 60), request, response);
  else if (url.pathname === "/standin.js") send("text/javascript", file("standin.js"));
  else if (url.pathname === "/standin.css") send("text/css", file("standin.css"));
  else if (url.pathname === "/captions.vtt") send("text/vtt", captionsFile());
  else if (first === "facts") send("application/json", JSON.stringify(factsOf(second)));
  else if (url.pathname === "/youtubei/v1/get_panel") void answerPanelRequest(request, response);
  else if (url.pathname === "/api/timedtext")
    send("application/json", playerCaptions(url.searchParams.get("v") ?? ""));
  else if (/(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname)) send("text/html", youtubePage(url));
  else if (host === "youtu.be")
    response.writeHead(302, { location: `https://www.youtube.com/watch?v=${first}` }).end();
  else {
    const page = showPage(url);
    send("text/html", page ?? "<!doctype html><title>Not found</title><p>Not found</p>", page ? 200 : 404);
  }
}

/** What the page learns of a video after it went there without a load. */
const factsOf = (id: string) =>
  TALKS[id] ? { ...TALKS[id], player: playerResponse(id) } : (VIDEOS[id] ?? { title: "", channel: "" });
