import type { Definitions } from '@/lib/engine';
import { type Actor, may, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { readDefinitions } from './read-definitions';
import { customersDefine, mayDefine } from './require-defining';

/** What an institution defines, and who may change it. */
export interface ListedDefinitions extends Definitions {
  mayDefine: boolean;
  /** The institution's policy. */
  customersDefine: boolean;
  maySetPolicy: boolean;
}

/** All criteria and structure types of the institution, retired ones among them. */
export async function listDefinitions(actor: Actor): Promise<ListedDefinitions> {
  requirePermission(actor, 'criteria.view');
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => ({
    ...(await readDefinitions(db, institutionId)),
    mayDefine: await mayDefine(db, actor),
    customersDefine: await customersDefine(db, institutionId),
    maySetPolicy: may(actor, 'criteria.policy'),
  }));
}
