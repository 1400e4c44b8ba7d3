import { describe, expect, it } from "vitest";
import {
  createPanelRequest,
  encodePanelParams,
  parseClient,
} from "../../../../utils/sources/youtube/panel-request.ts";

describe("the request for get_panel", () => {
  // Parameters that YouTube's own page sends.
  it.each([
    ["dQw4w9WgXcQ", "qgkPCgtkUXc0dzlXZ1hjURgB"],
    ["3sbYbckT1VY", "qgkPCgszc2JZYmNrVDFWWRgB"],
    ["jNQXAC9IVRw", "qgkPCgtqTlFYQUM5SVZSdxgB"],
  ])("has the parameters of %s", (video, params) => expect(encodePanelParams(video)).toBe(params));

  it("asks for a language, with the page's cookies and without authorization", () => {
    const client = parseClient('ytcfg.set({"GL":"DE","INNERTUBE_CLIENT_VERSION":"2.20261101.01.00"});');
    const { url, init } = createPanelRequest("https://www.youtube.com", "dQw4w9WgXcQ", "ja", client);
    expect(url).toBe("https://www.youtube.com/youtubei/v1/get_panel?prettyPrint=false");
    expect(init).toMatchObject({ method: "POST", credentials: "same-origin" });
    expect(init.headers).toEqual({ "content-type": "application/json" });
    expect(JSON.parse(init.body as string)).toEqual({
      context: { client: { clientName: "WEB", clientVersion: "2.20261101.01.00", hl: "ja", gl: "DE" } },
      panelId: "PAmodern_transcript_view",
      params: "qgkPCgtkUXc0dzlXZ1hjURgB",
    });
  });

  it("has a version where the page tells none", () => {
    expect(parseClient("")).toEqual({
      version: expect.stringMatching(/^2\.\d{8}\./) as string,
      region: "US",
    });
  });
});
