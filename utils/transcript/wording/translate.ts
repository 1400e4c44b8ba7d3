/**
 * Looks up a sentence of the interface by its key in `assets/locales/` and fills in its values.
 * Pages pass the browser's language; the commands in `utils/cli` pass English.
 */
export type Translate = (key: string, values: { [name: string]: string }) => string;
