/** The engine's only door: what the app, the server and the command line may use. */
export * from './issues';
export * from './limits';
export { openFile, openSheets, READ_ERRORS, ReadError, type ReadErrorCode, readers, type WholeSheet } from './readers';
export type * from './types';
export { BUCKETS } from './types';
