'use client';

import { ActionIcon, Button, Code, Group, TableTd, TableTr, Text, TextInput, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScrollTable } from '@/components/ui/scroll-table';
import type { DefinedValue } from '@/lib/engine';
import classes from './criteria.module.css';
import type { TypedValue } from './criteria-shapes';
import { DefinedStatus } from './defined-status';
import { type RetireActions, RetireButton } from './retire-button';

interface Props {
  code: string;
  values: readonly TypedValue[];
  /** As they are stored: only these can be retired, others can be taken back. */
  stored: readonly DefinedValue[];
  change: (values: TypedValue[]) => void;
  /** Null for those who may only look. */
  actions: RetireActions | null;
}

/** The values of a list in their order: relabelled, moved, added; each is kept with the criterion, retiring happens at once. */
export function ValueEditor({ code, values, stored, change, actions }: Props) {
  const t = useTranslations('criteria');
  const move = (at: number, by: number) => {
    const moved = [...values];
    const [value] = moved.splice(at, 1);
    if (value) moved.splice(at + by, 0, value);
    change(moved);
  };
  const columns = [t('columns.value'), t('labels.en'), t('labels.fr'), t('columns.state'), ...(actions ? [t('columns.actions')] : [])];
  return (
    <div>
      <Title order={2} fz="lg" mb="xs">
        {t('values')}
      </Title>
      {values.length === 0 && <Text mb="xs">{t('noValues')}</Text>}
      {values.length > 0 && (
        <ScrollTable label={t('values')} minWidth={820} columns={columns}>
          {values.map((value, at) => (
            <ValueRow
              key={value.value}
              code={code}
              value={value}
              stored={stored.find((each) => each.value === value.value) ?? null}
              change={(changed) => change(values.map((each, index) => (index === at ? changed : each)))}
              takeBack={() => change(values.filter((_, index) => index !== at))}
              up={at > 0 ? () => move(at, -1) : null}
              down={at < values.length - 1 ? () => move(at, 1) : null}
              actions={actions}
            />
          ))}
        </ScrollTable>
      )}
      {actions && <NewValue taken={values.map(({ value }) => value)} add={(value) => change([...values, { value, labels: {}, rank: 0 }])} />}
    </div>
  );
}

interface RowProps extends Pick<Props, 'code' | 'actions'> {
  value: TypedValue;
  stored: DefinedValue | null;
  change: (value: TypedValue) => void;
  takeBack: () => void;
  up: (() => void) | null;
  down: (() => void) | null;
}

function ValueRow({ code, value: typed, stored, change, takeBack, up, down, actions }: RowProps) {
  const t = useTranslations('criteria');
  const { value, labels } = typed;
  const label = (language: 'en' | 'fr') => (
    <TableTd className={classes.field}>
      <TextInput
        aria-label={t('labelOf', { name: value, language })}
        maxLength={200}
        readOnly={!actions}
        value={labels[language] ?? ''}
        onChange={(event) => change({ ...typed, labels: { ...labels, [language]: event.currentTarget.value } })}
      />
    </TableTd>
  );
  return (
    <TableTr>
      <TableTd className={classes.word}>
        <Code>{value}</Code>
      </TableTd>
      {label('en')}
      {label('fr')}
      <TableTd>{stored ? <DefinedStatus retired={stored.retired} /> : t('unsaved')}</TableTd>
      {actions && (
        <TableTd>
          <Group gap="xs" wrap="nowrap">
            <Move label={t('up', { name: value })} move={up} icon={<IconArrowUp size={16} aria-hidden />} />
            <Move label={t('down', { name: value })} move={down} icon={<IconArrowDown size={16} aria-hidden />} />
            {stored ? (
              <RetireButton compact place={{ list: 'criteria', code, value }} retired={stored.retired} {...actions} />
            ) : (
              <Button size="compact-sm" variant="subtle" onClick={takeBack} aria-label={t('takeBackOf', { name: value })}>
                {t('takeBack')}
              </Button>
            )}
          </Group>
        </TableTd>
      )}
    </TableTr>
  );
}

const Move = ({ label, move, icon }: { label: string; move: (() => void) | null; icon: React.ReactNode }) => (
  <ActionIcon variant="default" aria-label={label} disabled={!move} onClick={() => move?.()}>
    {icon}
  </ActionIcon>
);

function NewValue({ taken, add }: { taken: readonly string[]; add: (value: string) => void }) {
  const t = useTranslations('criteria');
  const [typed, setTyped] = useState('');
  const value = typed.trim();
  const isTaken = taken.includes(value);
  const submit = () => {
    if (value === '' || isTaken) return;
    add(value);
    setTyped('');
  };
  return (
    <Group align="flex-end" gap="sm" mt="md">
      <TextInput
        label={t('newValue')}
        description={t('newValueAbout')}
        maxLength={200}
        value={typed}
        error={isTaken && t('valueTaken')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          submit();
        }}
        w={{ base: '100%', xs: 360 }}
      />
      <Button variant="default" onClick={submit}>
        {t('addValue')}
      </Button>
    </Group>
  );
}
