import { expect, test } from "vitest";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";

const cues = (text: string) =>
  parseTranscript(text).cues.map(({ start, end, speaker, text: said }) => [start, end, speaker, said]);

test("GOOD: Podcasting 2.0 JSON, numbers as strings, speaker left out where it stays the same", () => {
  const segments = [
    { speaker: "Ann", startTime: "0.5", endTime: "2", body: "Hello to everyone here\n" },
    { startTime: 2, body: "and welcome back." },
    { speaker: "Bob", startTime: 4, endTime: 5, body: "Thank you very much" },
  ];
  const text = JSON.stringify({ version: "1.0.0", segments });
  expect(parseTranscript(text).format).toBe("podcast-json");
  expect(cues(text)).toEqual([
    [0.5, 2, "Ann", "Hello to everyone here"],
    [2, null, "Ann", "and welcome back."],
    [4, 5, "Bob", "Thank you very much"],
  ]);
});

test("GOOD: Podcasting 2.0 JSON word by word becomes lines with times of words", () => {
  const word = (body: string, startTime: number, speaker: string) => ({
    speaker,
    startTime,
    endTime: startTime + 0.2,
    body,
  });
  const segments = [
    word("I", 0, "A"),
    word("am", 0.2, "A"),
    word("here", 0.4, "A"),
    word(".", 0.6, "A"),
    word("Really", 1, "A"),
    word("?", 1.2, "A"),
    word("Yes", 2, "B"),
  ];
  const { cues: read } = parseTranscript(JSON.stringify({ segments }));
  expect(read.map(({ text, speaker, words }) => [speaker, text, words])).toEqual([
    [
      "A",
      "I am here.",
      [
        [0, 0],
        [2, 0.2],
        [5, 0.4],
      ],
    ],
    ["A", "Really?", [[0, 1]]],
    ["B", "Yes", [[0, 2]]],
  ]);
});

test("BAD: JSON that breaks off keeps the objects before, and reports the line", () => {
  const whole = JSON.stringify({
    segments: [
      { startTime: 1, body: "One and two" },
      { startTime: 2, body: "three and four" },
    ],
  });
  const { cues: read, problems } = parseTranscript(whole.slice(0, -20));
  expect(read.map(({ text }) => text)).toEqual(["One and two"]);
  expect(problems).toEqual([{ line: 1, code: "truncated" }]);
});

test("BAD: JSON of another kind reports that there are no words", () => {
  expect(parseTranscript('{"segments": [], "body": 1}').problems).toEqual([{ line: 1, code: "empty" }]);
});

test("GOOD: the podcast namespace's HTML", () => {
  const text =
    "<cite>Kevin:</cite>\n<time>0:05</time>\n<p>We have <b>an</b> update &amp; more.</p>\n<cite>Ann:</cite><time>1:02:03</time><p>No<p>Yes";
  expect(parseTranscript(text).format).toBe("podcast-html");
  expect(cues(text)).toEqual([
    [5, null, "Kevin", "We have an update & more."],
    [3723, null, "Ann", "No"],
    [null, null, "Ann", "Yes"],
  ]);
});

test("GOOD: on a whole page, text before the first name is notes, and scripts are ignored", () => {
  const text =
    '<!doctype html><html lang="en"><head><title>T</title><script>var p = "<p>x</p>"</script></head><body><nav><p>Menu</p></nav><p>About the show</p><cite>Ann</cite><p>Hello.</p></body></html>';
  expect(parseTranscript(text)).toMatchObject({ notes: ["About the show"], language: "en" });
  expect(cues(text)).toEqual([[null, null, "Ann", "Hello."]]);
});

test("GOOD: YouTube json3 with words, line breaks and overlapping lengths", () => {
  const events = [
    { tStartMs: 0, dDurationMs: 2632000, id: 1 },
    {
      tStartMs: "160",
      dDurationMs: 4160,
      segs: [
        { utf8: "the", acAsrConf: 0 },
        { utf8: " following", tOffsetMs: 240 },
      ],
    },
    { tStartMs: 2310, dDurationMs: 2010, aAppend: 1, segs: [{ utf8: "\n" }] },
    { tStartMs: 2320, segs: [{ utf8: "is a\nconversation" }] },
  ];
  const text = JSON.stringify({ wireMagic: "pb3", events });
  expect(parseTranscript(text).format).toBe("youtube-json3");
  expect(cues(text)).toEqual([
    [0.16, 2.32, null, "the following"],
    [2.32, null, null, "is a conversation"],
  ]);
  expect(parseTranscript(text).cues[0]!.words).toEqual([[4, 0.4]]);
});

test("GOOD: YouTube srv1, escaped twice", () => {
  const text =
    '<?xml version="1.0"?><transcript><text start="0.16" dur="4.16">it&amp;#39;s &lt;i&gt;one&lt;/i&gt; &amp;amp; two</text><text start="2">three</text></transcript>';
  expect(parseTranscript(text).format).toBe("youtube-srv1");
  expect(cues(text)).toEqual([
    [0.16, 2, null, "it's one & two"],
    [2, null, null, "three"],
  ]);
});

test("GOOD: YouTube srv3 with words", () => {
  const text =
    '<timedtext format="3"><head><ws id="1"/></head><body><w t="0" id="1"/><p t="160" d="4160" w="1"><s ac="0">the</s><s t="240" ac="0"> following</s></p><p t="2310" d="2010" w="1" a="1">\n</p><p t="4320">plain &#39;text&#39;</p></body></timedtext>';
  expect(parseTranscript(text).format).toBe("youtube-srv3");
  expect(cues(text)).toEqual([
    [0.16, 4.32, null, "the following"],
    [4.32, null, null, "plain 'text'"],
  ]);
  expect(parseTranscript(text).cues[0]!.words).toEqual([
    [0, 0.16],
    [4, 0.4],
  ]);
});

test("BAD: XML that breaks off keeps the cues before", () => {
  expect(cues('<transcript><text start="1" dur="1">one</text><text start="2" dur="1">tw')).toEqual([
    [1, 2, null, "one"],
    [2, 3, null, "tw"],
  ]);
});

test("GOOD: TTML with agents, breaks and times of every kind", () => {
  const text =
    '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en" ttp:tickRate="1000"><head><metadata><ttm:agent xml:id="a1" type="person"><ttm:name>Ann Lee</ttm:name></ttm:agent></metadata></head><body><div><p begin="00:00:01.5" end="2.5s" ttm:agent="a1">One<br/>two</p><p begin="3500t" end="500ms">three</p><p begin="01:02.25">four</p></div></body></tt>';
  expect(parseTranscript(text)).toMatchObject({ format: "ttml", language: "en" });
  expect(cues(text)).toEqual([
    [1.5, 2.5, "Ann Lee", "One two"],
    [3.5, 0.5, null, "three"],
    [62.25, null, null, "four"],
  ]);
});

test("GOOD: Apple's TTML, whose words have no spaces between them", () => {
  const word = (text: string, begin: string) =>
    `<span podcasts:unit="word" begin="${begin}" end="${begin}">${text}</span>`;
  const text = `<tt xmlns:podcasts="x"><body><div><p begin="0.5" end="7" ttm:agent="SPEAKER_1"><span podcasts:unit="sentence">${word("Hi", "0.5")}${word("there.", "0.9")}</span></p></div></body></tt>`;
  expect(parseTranscript(text).cues).toMatchObject([
    {
      text: "Hi there.",
      speaker: "SPEAKER_1",
      start: 0.5,
      words: [
        [0, 0.5],
        [3, 0.9],
      ],
    },
  ]);
});

test("GOOD: Whisper, with segments and words", () => {
  const text = JSON.stringify({
    text: "x",
    language: "en",
    segments: [
      {
        id: 0,
        start: 0,
        end: 2.5,
        text: " Hello there.",
        words: [
          { word: " Hello", start: 0.1 },
          { word: " there.", start: 1 },
        ],
      },
    ],
  });
  expect(parseTranscript(text)).toMatchObject({ format: "whisper-json", language: "en" });
  expect(parseTranscript(text).cues).toMatchObject([
    {
      start: 0,
      end: 2.5,
      text: "Hello there.",
      words: [
        [0, 0.1],
        [6, 1],
      ],
    },
  ]);
});

test("GOOD: whisper.cpp counts in milliseconds, Substack names speakers", () => {
  expect(
    cues(
      '{"result":{"language":"de"},"transcription":[{"offsets":{"from":1500,"to":2500},"text":" Hallo"}]}',
    ),
  ).toEqual([[1.5, 2.5, null, "Hallo"]]);
  expect(cues('[{"start":1,"end":2,"text":"Hi","speaker":"SPEAKER_00","words":[]}]')).toEqual([
    [1, 2, "SPEAKER_00", "Hi"],
  ]);
});
