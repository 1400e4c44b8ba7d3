export declare const ROOT: string;
export declare function npm(args: readonly string[]): boolean;
export declare function install(): void;
