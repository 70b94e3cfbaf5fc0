// Preloaded into the processes that `foyer start` runs: when it is killed without a chance to stop them, they end by themselves.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(1), 500).unref();
}
