'use client';

import { SegmentedControl, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import type { GridColumn } from '@/components/ui/grid-table';
import { ServerGrid } from '@/components/ui/server-grid';
import { TextLink } from '@/components/ui/text-link';
import { ChangeFields } from './change-fields';
import type { FieldLabels } from './field-label';
import type { ChangeKind, ListedChange } from './plan-shapes';

interface Props {
  /** The kinds to choose from, and the one shown first. */
  offered: readonly ChangeKind[];
  first: ChangeKind;
  /** Whether the plan takes something back: its kinds have names of their own. */
  undo: boolean;
  labels: FieldLabels;
  load: (filter: { kind: ChangeKind; offset: number; limit: number }) => Promise<Answer<{ total: number; changes: ListedChange[] }>>;
}

/** Every change of the plan: whom, and old → new field by field. */
export function ChangeGrid({ offered, first, undo, labels, load }: Props) {
  const t = useTranslations('plan');
  const kinds = useTranslations('ui.kinds');
  const names = useTranslations(undo ? 'undo.changeKinds' : 'plan.changeKinds');
  const [kind, setKind] = useState(first);
  const columns = useMemo<GridColumn<ListedChange>[]>(
    () => [
      { id: 'row', header: t('row'), width: '5rem', figures: true, cell: ({ row }) => row },
      {
        id: 'contact',
        header: t('contact'),
        width: 'minmax(12rem, 18rem)',
        cell: ({ contactId, contactNumber, name, part, kind: change }) => (
          <>
            <div>{change === 'create' || !name ? (name ?? t('newContact')) : <TextLink href={`/contacts/${contactId}`}>{name}</TextLink>}</div>
            <small>
              {kinds(part)} {contactNumber ?? t('newContact')}
            </small>
          </>
        ),
      },
      { id: 'what', header: t('what'), width: 'minmax(24rem, 1fr)', cell: (change) => <ChangeFields change={change} labels={labels} /> },
    ],
    [t, kinds, labels],
  );
  const loadRows = async (offset: number, limit: number) => {
    const answer = await load({ kind, offset, limit });
    return answer.ok ? { ok: true as const, value: { total: answer.value.total, rows: answer.value.changes } } : answer;
  };
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('changes')}
        value={kind}
        onChange={setKind}
        data={offered.map((value) => ({ value, label: names(value) }))}
        maw="28rem"
      />
      <ServerGrid
        label={t('changes')}
        columns={columns}
        load={loadRows}
        filter={kind}
        rowHeight={72}
        count={(total) => t('changeCount', { count: total })}
      />
    </Stack>
  );
}
