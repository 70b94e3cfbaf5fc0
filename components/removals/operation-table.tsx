'use client';

import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { OperationName } from './operation-name';
import { OPERATIONS, type RemovalFigures } from './removal-shapes';
import { UndoStatus } from './undo-status';

interface Props {
  label: string;
  /** Contacts per operation; without them every operation is explained. */
  perOperation?: RemovalFigures['perOperation'];
}

/** Operations with what stays, what goes, whether it can be undone, and how many contacts it touches. */
export function OperationTable({ label, perOperation }: Props) {
  const t = useTranslations('removals.plan');
  const format = useFormatter();
  const shown = OPERATIONS.filter((operation) => !perOperation || (perOperation[operation] ?? 0) > 0);
  return (
    <Table verticalSpacing="sm" maw="48rem" aria-label={label}>
      <TableThead>
        <TableTr>
          <TableTh>{t('operation')}</TableTh>
          {perOperation && <TableTh ta="right">{t('contacts')}</TableTh>}
        </TableTr>
      </TableThead>
      <TableTbody>
        {shown.map((operation) => (
          <TableTr key={operation}>
            <TableTd>
              <OperationName operation={operation} />
              <UndoStatus operation={operation} />
            </TableTd>
            {perOperation && (
              <TableTd ta="right" fw={600} className="figures">
                {format.number(perOperation[operation] ?? 0)}
              </TableTd>
            )}
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}
