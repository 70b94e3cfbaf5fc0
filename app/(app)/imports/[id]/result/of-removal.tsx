import type { ReactNode } from 'react';
import { show } from '@/app/acting';
import type { ImportCounts, ImportDetail } from '@/components/import/import-shapes';
import { RemovalResult } from '@/components/removals/removal-result';
import { countIrreversible } from '@/components/removals/removal-shapes';
import { may } from '@/lib/server/actor';
import { getApproval } from '@/lib/server/approvals/get-approval';
import { getRemovalSummary } from '@/lib/server/removals/get-removal-summary';

interface Props {
  detail: ImportDetail;
  counts: ImportCounts;
  unfinished: ReactNode;
  undo: ReactNode;
  replan: ReactNode;
}

/** What came of an import that removes, with its certificate for those who may have it. */
export async function OfRemoval({ detail: { id, environment, balanced, appliedAt, state }, ...rest }: Props) {
  const approval = await show((actor) => getApproval(actor, { importId: id }));
  const summary = await show((actor) => getRemovalSummary(actor, { importId: id }));
  const mayHave = await show(async (actor) => may(actor, 'certificate.view'));
  return (
    <RemovalResult
      {...{ importId: id, environment, balanced, appliedAt, ...rest }}
      isForEver={countIrreversible(summary) > 0}
      hasCertificate={mayHave && approval && state === 'applied' ? approval.hasCertificate : null}
    />
  );
}
