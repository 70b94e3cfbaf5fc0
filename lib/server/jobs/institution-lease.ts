import { setTimeout as wait } from 'node:timers/promises';
import { type Lease, takeLease } from './lease';

/** Milliseconds between two tries. */
const BUSY_MS = 200;

/** Waits until no job plans or applies in the institution, and keeps others from beginning to: half an import is nothing to compare with. */
export async function institutionLease(institutionId: number): Promise<Lease> {
  for (;;) {
    const lease = await takeLease([{ kind: 'institution', id: institutionId }]);
    if (lease) return lease;
    await wait(BUSY_MS);
  }
}
