export declare const ROOT: string;
export declare function npm(words: readonly string[]): boolean;
export declare function install(): void;
