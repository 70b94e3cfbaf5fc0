export declare function generateWhenNeeded(): void;
export declare function buildWhenNeeded(): Promise<void>;
export declare function watchSources(): { stop(): void };
