'use client';

import { Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import type { Bucket } from '@/lib/engine';
import { BucketFilter } from './bucket-filter';
import { CauseList } from './cause-list';
import type { FieldLabels } from './field-label';
import type { ImportCounts } from './import-shapes';
import type { Problem, RowFilter } from './problem-shapes';
import classes from './problems-step.module.css';
import { type LoadListedRows, RowGrid } from './row-grid';

interface Props {
  importId: number;
  /** Whether the rows are those of an undo: what is kept is no problem. */
  undo: boolean;
  header: readonly string[];
  labels: FieldLabels;
  counts: ImportCounts;
  problems: readonly Problem[];
  /** The filter that the address asks for. */
  first: Pick<RowFilter, 'bucket' | 'issueCode'>;
  /** Whether there is a plan still to be confirmed. */
  planAhead: boolean;
  /** What was settled by a recipe without asking. */
  recognised: ReactNode;
  load: LoadListedRows;
  /** Said before the causes. */
  children?: ReactNode;
}

/** Milliseconds of silence after which typed text is searched for. */
const TYPING_MS = 300;

/** Causes on the left, their rows on the right. */
export function ProblemsStep({ importId, undo, header, labels, counts, problems, first, planAhead, recognised, load, children }: Props) {
  const t = useTranslations('problems');
  const kept = useTranslations('undo');
  const [chosen, choose] = useState(() => problems.find(({ code }) => code === first.issueCode) ?? null);
  const [bucket, setBucket] = useState<Bucket | undefined>(first.bucket);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, TYPING_MS);
  const filter = useMemo(
    () => ({ bucket, issueCode: chosen?.code, issueField: chosen?.field ?? undefined, search: search || undefined }),
    [bucket, chosen, search],
  );
  const cells = problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack gap="lg">
      {recognised}
      <Group justify="space-between" align="flex-end">
        <Stack gap="xs" maw="70ch">
          <Title order={2}>{undo ? kept('keptTitle') : t('title')}</Title>
          <Text>
            {undo ? kept('keptSentence', { kept: counts.held, cells }) : t('sentence', { causes: problems.length, cells, refused: counts.refused })}
          </Text>
        </Stack>
        {planAhead && <LinkButton href={`/imports/${importId}/plan`}>{t('toPlan')}</LinkButton>}
      </Group>
      {children}
      <div className={classes.sides}>
        <section aria-label={t('causes')}>
          <CauseList problems={problems} header={header} labels={labels} chosen={chosen} choose={choose} />
        </section>
        <Stack gap="md" miw={0}>
          <Group align="flex-end">
            <TextInput
              label={t('searchRows')}
              type="search"
              leftSection={<IconSearch size={16} aria-hidden />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <BucketFilter counts={counts} bucket={bucket} choose={setBucket} />
          </Group>
          <RowGrid label={t('rows')} header={header} labels={labels} filter={filter} load={load} />
        </Stack>
      </div>
    </Stack>
  );
}
