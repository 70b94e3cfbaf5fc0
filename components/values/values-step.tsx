'use client';

import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import { changedAnswers, startAnswers, stillOpen } from './value-answers';
import { ValueColumnTable } from './value-column-table';
import type { AcceptValues, ListedValues } from './value-shapes';

interface Props {
  importId: number;
  listed: ListedValues;
  /** Headers of the columns of the file, and of what they are made of, by column; labels of fields. */
  names: Readonly<Record<number, { header: string; field: string }>>;
  accept: AcceptValues;
}

/** What the values of columns of codes are: each is asked once, for all rows of the file. */
export function ValuesStep({ importId, listed, names, accept }: Props) {
  const t = useTranslations('values');
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  const [said, setSaid] = useState(() => startAnswers(listed.columns));
  const [defines, setDefines] = useState(listed.defineUnknown);
  const open = stillOpen(listed.columns, said);
  const goOn = () =>
    run(
      () => accept(changedAnswers(listed.columns, said), defines),
      () => router.push(`/imports/${importId}/progress`),
    );
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        <Text maw="70ch">{t(listed.columns.length > 0 ? 'lead' : 'nothing')}</Text>
        <div role="status">
          {listed.columns.length > 0 && (
            <Status {...(open.values > 0 ? ({ tone: 'care', icon: 'warning' } as const) : ({ tone: 'good', icon: 'done' } as const))}>
              {open.values > 0 ? t('open', open) : t('allSaid')}
            </Status>
          )}
        </div>
      </Stack>
      {listed.columns.map((column) => (
        <ValueColumnTable
          key={column.column}
          column={column}
          names={names[column.column] ?? { header: '', field: column.field }}
          listed={listed}
          defines={defines}
          said={said}
          say={setSaid}
        />
      ))}
      {listed.mayDefine && listed.columns.some(({ field }) => field === 'STRUCT_TYPE' || field.startsWith('CRIT')) && (
        <Checkbox
          maw="70ch"
          label={t('define')}
          description={t('defineAbout')}
          checked={defines}
          onChange={(event) => setDefines(event.currentTarget.checked)}
        />
      )}
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button size="md" loading={pending} onClick={goOn}>
          {t('accept')}
        </Button>
      </Group>
    </Stack>
  );
}
