/**
 * Answers in the shape of YouTube's `get_panel`, with words of our own. The shape is that of trimmed real answers of
 * 2026: sections per chapter, chapter titles in two places, texts in several forms.
 */

interface RowOptions {
  video: string;
  seconds: number | null;
  /** The printed time. */
  timestamp?: string;
  /** Several texts are several items of one row. */
  texts: readonly (string | { runs: { text: string }[] })[];
}

/** One row of a transcript. */
export const panelRow = ({ video, seconds, timestamp = "", texts }: RowOptions) => ({
  macroMarkersPanelItemViewModel: {
    item: {
      timelineItemViewModel: {
        timestamp,
        contentItems: texts.map((text) => ({
          transcriptSegmentViewModel: {
            ...(typeof text === "string" ? { simpleText: text } : text),
            timestamp,
          },
        })),
      },
    },
    onTap: { innertubeCommand: { watchEndpoint: { videoId: video, startTimeSeconds: seconds } } },
  },
});

/** A chapter's title among the rows, with a time of its own. */
export const chapterRow = (video: string, seconds: number, title: string) => ({
  macroMarkersPanelItemViewModel: {
    item: { timelineItemViewModel: { contentItems: [{ timelineChapterViewModel: { title } }] } },
    onTap: { innertubeCommand: { watchEndpoint: { videoId: video, startTimeSeconds: seconds } } },
  },
});

/** A chapter's title in the header of its section. */
export const chapterHeader = (title: string, index: number) => ({
  macroMarkersPanelItemViewModel: { item: { timelineChapterViewModel: { title, index } } },
});

interface PanelSection {
  header?: unknown;
  rows: readonly unknown[];
}

/** A whole answer. Real ones have a section per chapter. */
export const panelAnswer = (sections: readonly PanelSection[]) => ({
  responseContext: { visitorData: "x" },
  content: {
    engagementPanelSectionListRenderer: {
      content: {
        sectionListRenderer: {
          contents: sections.map(({ header, rows }) => ({
            itemSectionRenderer: { ...(header !== undefined && { header }), contents: rows },
          })),
        },
      },
    },
  },
  trackingParams: "x",
});

/** The answer for a video without captions. */
export const EMPTY_ANSWER = { responseContext: {}, trackingParams: "x" };
