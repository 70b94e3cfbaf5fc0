'use client';

import { Code, Stack, TableTd, TableTr, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ScrollTable } from '@/components/ui/scroll-table';
import { Status, type StatusIcon, type Tone } from '@/components/ui/status';
import { useRefusalText } from '@/components/ui/use-refusal-text';
import type { DefinitionChange, DefinitionMove } from '@/lib/engine';
import classes from './criteria.module.css';
import type { FilePlan } from './criteria-shapes';

const LOOK: Record<DefinitionMove, { tone: Tone; icon: StatusIcon }> = {
  create: { tone: 'good', icon: 'created' },
  extend: { tone: 'good', icon: 'created' },
  change: { tone: 'busy', icon: 'updated' },
  relabel: { tone: 'busy', icon: 'updated' },
  reorder: { tone: 'busy', icon: 'updated' },
  retire: { tone: 'care', icon: 'skipped' },
  reinstate: { tone: 'good', icon: 'before' },
};

/** What a file would do: every change with what was there before, and every refused row with its reason. */
export function DefinitionPlan({ plan }: { plan: FilePlan }) {
  const t = useTranslations('criteria.plan');
  const { list, rows, changes, problems, ignored } = plan;
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} fz="lg" mb={4}>
          {t(`title.${list}`)}
        </Title>
        <Text>{t('sentence', { rows, changes: changes.length, refused: problems.length })}</Text>
        {ignored.length > 0 && <Text>{t('ignored', { columns: ignored.join(', '), count: ignored.length })}</Text>}
      </div>
      {problems.length > 0 && <Refused problems={problems} />}
      {changes.length > 0 && (
        <div>
          <Title order={3} fz="md" mb="xs">
            {t('changes')}
          </Title>
          <ScrollTable label={t('changes')} minWidth={640} columns={[t('row'), t('what'), t('which'), t('cells')]}>
            {changes.map((change) => (
              <ChangeRow key={`${change.code} ${change.value ?? ''}`} change={change} />
            ))}
          </ScrollTable>
        </div>
      )}
    </Stack>
  );
}

function Refused({ problems }: Pick<FilePlan, 'problems'>) {
  const t = useTranslations('criteria.plan');
  const textOf = useRefusalText();
  return (
    <div>
      <Title order={3} fz="md" mb="xs">
        {t('refused')}
      </Title>
      <ScrollTable label={t('refused')} minWidth={640} columns={[t('row'), t('column'), t('why')]}>
        {problems.map(({ row, column, code, params }) => (
          <TableTr key={`${row} ${column} ${code}`}>
            <TableTd>{row}</TableTd>
            <TableTd>{column && <Code>{column}</Code>}</TableTd>
            <TableTd className={classes.word}>
              <Status tone="bad" icon="refused">
                {textOf({ code, params })}
              </Status>
            </TableTd>
          </TableTr>
        ))}
      </ScrollTable>
    </div>
  );
}

function ChangeRow({ change }: { change: DefinitionChange }) {
  const t = useTranslations('criteria.plan');
  const { row, code, value, move, before, after } = change;
  const cells = Object.entries(after).filter(([column, text]) => text !== (before[column] ?? ''));
  return (
    <TableTr>
      <TableTd>{row}</TableTd>
      <TableTd>
        <Status {...LOOK[move]}>{t(`moves.${move}`)}</Status>
      </TableTd>
      <TableTd className={classes.word}>
        <Code>{value === null ? code : `${code} = ${value}`}</Code>
      </TableTd>
      <TableTd>
        <dl className={classes.cells}>
          {cells.map(([column, text]) => (
            <Cell key={column} column={column} before={before[column] ?? ''} after={text} />
          ))}
        </dl>
      </TableTd>
    </TableTr>
  );
}

function Cell({ column, before, after }: { column: string; before: string; after: string }) {
  const t = useTranslations('criteria.plan');
  return (
    <>
      <dt>{column}</dt>
      <dd>{before === '' ? after : t('becomes', { before, after: after || t('nothing') })}</dd>
    </>
  );
}
