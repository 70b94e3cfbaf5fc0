'use client';

import { Button, Code, Group, Stack, Table, TableScrollContainer, TableTbody, TableTd, TableTh, TableThead, TableTr, TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import classes from './settings.module.css';
import type { SalutationCell, SalutationText } from './settings-shapes';

interface Props {
  titles: readonly string[];
  languages: readonly string[];
  /** One for each title and language. */
  cells: readonly SalutationCell[];
  /** Null for those who may only look. */
  save: ((changed: readonly (SalutationText & { title: string; language: string })[]) => Promise<Answer<void>>) | null;
}

const keyOf = ({ title, language }: Pick<SalutationCell, 'title' | 'language'>) => `${language} ${title}`;

/** How people are addressed: titles down, languages across. What is left empty shows the text that holds instead. */
export function SalutationGrid({ titles, languages, cells, save }: Props) {
  const t = useTranslations('settings');
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const [typed, setTyped] = useState<TypedTexts>({});
  const { pending, refusal, run } = useAnswer();
  const change = (cell: SalutationCell, text: SalutationText) => setTyped((before) => ({ ...before, [keyOf(cell)]: text }));
  const changed = cells.flatMap((cell) => {
    const now = typed[keyOf(cell)];
    const differs = now && (now.letter !== cell.own.letter || now.address !== cell.own.address);
    return differs ? [{ title: cell.title, language: cell.language, ...now }] : [];
  });
  return (
    <Stack>
      <TableScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('pages.salutations') } }}>
        <Table verticalSpacing="sm">
          <TableThead>
            <TableTr>
              <TableTh>{t('salutations.title')}</TableTh>
              {languages.map((language) => (
                <TableTh key={language}>{names.of(language)}</TableTh>
              ))}
            </TableTr>
          </TableThead>
          <TableTbody>
            {titles.map((title) => (
              <TitleRow key={title} title={title} {...{ languages, cells, typed }} change={save ? change : null} />
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
      <RefusalAlert refusal={refusal} />
      {save && (
        <Group>
          <Button loading={pending} disabled={changed.length === 0} onClick={() => run(() => save(changed))}>
            {t('salutations.save', { count: changed.length })}
          </Button>
          {changed.length === 0 && Object.keys(typed).length > 0 && (
            <Status tone="good" icon="done">
              {t('saved')}
            </Status>
          )}
        </Group>
      )}
    </Stack>
  );
}

type TypedTexts = Readonly<Record<string, SalutationText>>;

type RowProps = Pick<Props, 'languages' | 'cells'> & {
  title: string;
  typed: TypedTexts;
  change: ((cell: SalutationCell, text: SalutationText) => void) | null;
};

function TitleRow({ title, languages, cells, typed, change }: RowProps) {
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const ofTitle = cells.filter((cell) => cell.title === title);
  return (
    <TableTr>
      <TableTh scope="row">
        <Code>{title}</Code>
      </TableTh>
      {languages.map((language) => (
        <TableTd key={language} className={classes.cell}>
          {ofTitle
            .filter((cell) => cell.language === language)
            .map((cell) => (
              <CellInputs
                key={keyOf(cell)}
                cell={cell}
                language={names.of(language) ?? language}
                text={typed[keyOf(cell)] ?? cell.own}
                change={change && ((text) => change(cell, text))}
              />
            ))}
        </TableTd>
      ))}
    </TableTr>
  );
}

interface CellProps {
  cell: SalutationCell;
  language: string;
  text: SalutationText;
  change: ((text: SalutationText) => void) | null;
}

const PARTS = ['letter', 'address'] as const;

const CellInputs = ({ cell, language, text, change }: CellProps) => {
  const t = useTranslations('settings.salutations');
  return (
    <Stack gap={4}>
      {PARTS.map((part) => (
        <TextInput
          key={part}
          size="xs"
          aria-label={t(`${part}Of`, { title: cell.title, language })}
          placeholder={cell.builtIn[part] || t(`${part}None`)}
          maxLength={200}
          value={text[part]}
          readOnly={!change}
          onChange={(event) => change?.({ ...text, [part]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  );
};
