/** The part of Vite's configuration that names the entry points. */
export interface BuildConfig {
  build: { lib?: unknown };
}

/** The entry points of a build that WXT runs for one script alone; `""` for the build of all pages. */
export const getEntry = ({ build }: BuildConfig): string => JSON.stringify(build.lib ?? "");
