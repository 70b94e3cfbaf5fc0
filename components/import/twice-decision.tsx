'use client';

import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { type Combination, combine, type MapState } from './map-state';

interface Props {
  field: string;
  columns: readonly number[];
  nameOf: (column: number) => string;
  state: MapState;
  change: (state: MapState) => void;
}

/** Several columns that go to one field: a person says how they become one value. */
export function TwiceDecision({ field, columns, nameOf, state, change }: Props) {
  const t = useTranslations('edits.twice');
  const form = useTranslations('edits.form');
  const format = useFormatter();
  const [how, setHow] = useState<string>('join');
  const [sign, setSign] = useState(' ');
  const decided: Combination = how === 'join' ? { how, sign } : how === 'first-filled' ? { how } : { how: 'only', column: Number(how) };
  return (
    <Callout tone="care" icon="warning" title={t('title', { field, count: columns.length })}>
      <Stack gap="sm">
        <Radio.Group value={how} onChange={setHow} label={t('lead', { columns: format.list(columns.map(nameOf)) })}>
          <Stack gap="xs" mt="xs">
            <Radio value="join" label={t('join')} description={t('joinAbout')} />
            <Radio value="first-filled" label={t('first')} description={t('firstAbout')} />
            {columns.map((column) => (
              <Radio key={column} value={String(column)} label={t('only', { column: nameOf(column) })} description={t('onlyAbout')} />
            ))}
          </Stack>
        </Radio.Group>
        {how === 'join' && (
          <TextInput label={form('sign')} value={sign} maxLength={10} maw="10rem" onChange={(event) => setSign(event.currentTarget.value)} />
        )}
        <Group>
          <Button variant="default" onClick={() => change(combine(state, columns, decided))}>
            {t('choose')}
          </Button>
        </Group>
      </Stack>
    </Callout>
  );
}
