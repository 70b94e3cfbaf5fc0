'use client';

import { Button, Code, Group, Table, TableScrollContainer, TableTbody, TableTd, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import type { PlainList } from '@/lib/engine';
import { RemoveDialog } from './remove-dialog';
import classes from './settings.module.css';
import type { ListedValueItem } from './settings-shapes';
import { type TypedValue, ValueDialog } from './value-dialog';

export interface ListActions {
  add: (list: PlainList, typed: TypedValue) => Promise<Answer<void>>;
  change: (listValueId: number, typed: TypedValue) => Promise<Answer<void>>;
  remove: (listValueId: number) => Promise<Answer<void>>;
  /** How many contacts have the value. */
  count: (listValueId: number) => Promise<Answer<number>>;
}

interface Props {
  list: PlainList;
  /** Of the field that the list is for. */
  name: string;
  values: readonly ListedValueItem[];
  /** Null for those who may only look. */
  actions: ListActions | null;
}

/** One of the institution's lists, with what can be done with its values. */
export function ValueList({ list, name, values, actions }: Props) {
  const t = useTranslations('settings.lists');
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby={`list-${list}`}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <div>
          <Title order={2} id={`list-${list}`} fz="lg">
            {name}
          </Title>
          <Text c="dimmed" maw="70ch">
            {t(`about.${list}`)}
          </Text>
        </div>
        {actions && (
          <Button variant="default" onClick={() => setAdding(true)} aria-label={t('addTo', { list: name })}>
            {t('add')}
          </Button>
        )}
      </Group>
      {values.length === 0 ? <Text>{t(`empty.${list}`)}</Text> : <Values name={name} values={values} actions={actions} />}
      {adding && actions && (
        <ValueDialog title={t('addTo', { list: name })} value={null} close={() => setAdding(false)} save={(typed) => actions.add(list, typed)} />
      )}
    </section>
  );
}

const COLUMNS = ['code', 'label.en', 'label.fr', 'rank'] as const;

function Values({ name, values, actions }: Pick<Props, 'name' | 'values' | 'actions'>) {
  const t = useTranslations('settings.lists');
  return (
    <TableScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': name } }}>
      <Table verticalSpacing="xs">
        <TableThead>
          <TableTr>
            {COLUMNS.map((column) => (
              <TableTh key={column}>{t(column)}</TableTh>
            ))}
            {actions && <TableTh>{t('actions')}</TableTh>}
          </TableTr>
        </TableThead>
        <TableTbody>
          {values.map((value) => (
            <ValueRow key={value.id} value={value} actions={actions} />
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

function ValueRow({ value, actions }: { value: ListedValueItem; actions: ListActions | null }) {
  const t = useTranslations('settings');
  const { id, code, labels, rank } = value;
  const [asked, ask] = useState<'change' | 'remove' | null>(null);
  const about = useCallback(async () => {
    const answer = await actions?.count(id);
    return t('lists.removeAbout', { count: answer?.ok ? answer.value : 0 });
  }, [actions, id, t]);
  const close = () => ask(null);
  return (
    <TableTr>
      <TableTd className={classes.code}>
        <Code>{code}</Code>
      </TableTd>
      <TableTd>{labels.en}</TableTd>
      <TableTd>{labels.fr}</TableTd>
      <TableTd>{rank}</TableTd>
      {actions && (
        <TableTd>
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-sm" variant="subtle" onClick={() => ask('change')} aria-label={t('lists.changeOf', { code })}>
              {t('change')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => ask('remove')} aria-label={t('lists.removeOf', { code })}>
              {t('remove')}
            </Button>
          </Group>
          {asked === 'change' && (
            <ValueDialog title={t('lists.changeOf', { code })} value={value} close={close} save={(typed) => actions.change(id, typed)} />
          )}
          {asked === 'remove' && <RemoveDialog title={t('lists.removeOf', { code })} about={about} close={close} remove={() => actions.remove(id)} />}
        </TableTd>
      )}
    </TableTr>
  );
}
