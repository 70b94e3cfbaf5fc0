export declare function buildWhenNeeded(): Promise<void>;
