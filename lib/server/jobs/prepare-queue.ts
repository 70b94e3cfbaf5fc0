import pg from 'pg';
import PgBoss from 'pg-boss';
import { APP_ROLE } from '@/lib/server/database/app-role';
import { QUEUE_NAMES } from './queues';

/** Schema of the queue's tables. */
export const QUEUE_SCHEMA = 'pgboss';

/** Makes or updates the queue's tables and queues with the owner's rights; the app's role only gets to use them. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: QUEUE_SCHEMA, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  // A job may take as long as it needs (the queue allows no more than a day): that its worker died is told by the lease, not by time.
  for (const name of QUEUE_NAMES) {
    if (!(await boss.getQueue(name)))
      await boss.createQueue(name, { name, policy: 'standard', retryLimit: 3, retryDelay: 1, expireInSeconds: 23 * 3600 });
  }
  await boss.stop({ graceful: false });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
  await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
  await owner.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
  await owner.end();
}
