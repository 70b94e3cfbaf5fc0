import { gate } from '@/lib/server/threads/gate';

/** Threads of previews at a time in one process: each may take LIMITS.threadHeapMb. */
export const passToThreads = gate(2);
