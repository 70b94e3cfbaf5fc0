'use client';

import { Button, Code, Group, TableTd, TableTr, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { ScrollTable } from '@/components/ui/scroll-table';
import type { DefinedValue } from '@/lib/engine';
import classes from './criteria.module.css';
import type { TypedType } from './criteria-shapes';
import { DefinedStatus } from './defined-status';
import { type RetireActions, RetireButton } from './retire-button';
import { TypeDialog } from './type-dialog';

type Actions = RetireActions & { saveType: (typed: TypedType) => Promise<Answer<void>> };

interface Props {
  types: readonly DefinedValue[];
  /** Null for those who may only look. */
  actions: Actions | null;
}

/** The types of structures in their order, with what can be done with each. */
export function StructureTypes({ types, actions }: Props) {
  const t = useTranslations('criteria');
  const [adding, setAdding] = useState(false);
  const columns = [t('columns.code'), t('labels.en'), t('labels.fr'), t('columns.rank'), t('columns.state')];
  return (
    <div>
      <Group justify="space-between" align="flex-start" mb="xs">
        <div>
          <Title order={2} fz="lg">
            {t('structureTypes')}
          </Title>
          <Text c="dimmed" maw="70ch">
            {t('structureTypesAbout')}
          </Text>
        </div>
        {actions && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('newType')}
          </Button>
        )}
      </Group>
      {types.length === 0 ? (
        <Text>{t('noTypes')}</Text>
      ) : (
        <ScrollTable label={t('structureTypes')} minWidth={720} columns={[...columns, ...(actions ? [t('columns.actions')] : [])]}>
          {types.map((type) => (
            <TypeRow key={type.value} type={type} actions={actions} />
          ))}
        </ScrollTable>
      )}
      {adding && actions && <TypeDialog type={null} close={() => setAdding(false)} save={actions.saveType} />}
    </div>
  );
}

function TypeRow({ type, actions }: { type: DefinedValue; actions: Actions | null }) {
  const t = useTranslations('criteria');
  const [changing, setChanging] = useState(false);
  const { value: code, labels, rank, retired } = type;
  return (
    <TableTr>
      <TableTd className={classes.code}>
        <Code>{code}</Code>
      </TableTd>
      <TableTd>{labels.en}</TableTd>
      <TableTd>{labels.fr}</TableTd>
      <TableTd>{rank}</TableTd>
      <TableTd>
        <DefinedStatus retired={retired} />
      </TableTd>
      {actions && (
        <TableTd>
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-sm" variant="subtle" onClick={() => setChanging(true)} aria-label={t('changeOf', { name: code })}>
              {t('change')}
            </Button>
            <RetireButton compact place={{ list: 'structure-types', code }} retired={retired} {...actions} />
          </Group>
          {changing && <TypeDialog type={type} close={() => setChanging(false)} save={actions.saveType} />}
        </TableTd>
      )}
    </TableTr>
  );
}
