'use client';

import {
  Button,
  Group,
  NativeSelect,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { RemoveDialog } from './remove-dialog';
import type { NumberRangeItem } from './settings-shapes';

type Typed = Omit<NumberRangeItem, 'id'>;

export interface RangeActions {
  add: (typed: Typed) => Promise<Answer<void>>;
  remove: (numberRangeId: number) => Promise<Answer<void>>;
}

interface Props {
  ranges: readonly NumberRangeItem[];
  /** Null for those who may only look. */
  actions: RangeActions | null;
}

const COLUMNS = ['environment', 'first', 'last', 'label'] as const;

/** Contact numbers that are kept for imports, by environment. */
export function NumberRanges({ ranges, actions }: Props) {
  const t = useTranslations('settings');
  return (
    <>
      {ranges.length === 0 ? (
        <Text mb="xl">{t('numbers.empty')}</Text>
      ) : (
        <TableScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('pages.numbers') } }}>
          <Table mb="xl">
            <TableThead>
              <TableTr>
                {COLUMNS.map((column) => (
                  <TableTh key={column}>{t(`numbers.${column}`)}</TableTh>
                ))}
                {actions && <TableTh>{t('lists.actions')}</TableTh>}
              </TableTr>
            </TableThead>
            <TableTbody>
              {ranges.map((range) => (
                <RangeRow key={range.id} range={range} actions={actions} />
              ))}
            </TableTbody>
          </Table>
        </TableScrollContainer>
      )}
      {actions && <AddRange add={actions.add} />}
    </>
  );
}

function RangeRow({ range, actions }: { range: NumberRangeItem; actions: RangeActions | null }) {
  const t = useTranslations('settings');
  const [asked, ask] = useState(false);
  const about = useCallback(async () => t('numbers.removeAbout'), [t]);
  const title = t('numbers.removeOf', { first: range.first, last: range.last });
  return (
    <TableTr>
      <TableTd>
        <EnvironmentBadge environment={range.environment} />
      </TableTd>
      <TableTd>{range.first}</TableTd>
      <TableTd>{range.last}</TableTd>
      <TableTd>{range.label}</TableTd>
      {actions && (
        <TableTd>
          <Button size="compact-sm" variant="subtle" aria-label={title} onClick={() => ask(true)}>
            {t('remove')}
          </Button>
          {asked && <RemoveDialog title={title} about={about} close={() => ask(false)} remove={() => actions.remove(range.id)} />}
        </TableTd>
      )}
    </TableTr>
  );
}

const EMPTY: Typed = { environment: 'P', first: '', last: '', label: '' };

function AddRange({ add }: Pick<RangeActions, 'add'>) {
  const t = useTranslations('settings.numbers');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState(EMPTY);
  const { pending, refusal, run } = useAnswer();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => add(typed),
      () => setTyped({ ...EMPTY, environment: typed.environment }),
    );
  };
  const text = (name: 'first' | 'last' | 'label', required: boolean) => (
    <TextInput
      label={t(name)}
      required={required}
      value={typed[name]}
      maxLength={name === 'label' ? 100 : 40}
      inputMode={name === 'label' ? 'text' : 'numeric'}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit} aria-label={t('add')}>
      <Group align="flex-end" mb="md">
        <NativeSelect
          label={t('environment')}
          value={typed.environment}
          data={(['P', 'PP'] as const).map((value) => ({ value, label: ui(`environments.${value}`) }))}
          onChange={(event) => setTyped({ ...typed, environment: event.currentTarget.value === 'PP' ? 'PP' : 'P' })}
        />
        {text('first', true)}
        {text('last', true)}
        {text('label', false)}
        <Button type="submit" loading={pending}>
          {t('add')}
        </Button>
      </Group>
      <RefusalAlert refusal={refusal} />
    </form>
  );
}
