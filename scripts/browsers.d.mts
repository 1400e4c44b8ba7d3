export function findBrowser(kind: "chromium" | "firefox"): string | null;
export function needBrowser(kind: "chromium" | "firefox"): string;
