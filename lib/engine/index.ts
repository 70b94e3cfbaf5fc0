/** The engine's only door: what the app, the server and the command line may use. */
export * from './issues';
export * from './limits';
export type * from './types';
export { BUCKETS } from './types';
