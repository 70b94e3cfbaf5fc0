'use client';

import { Button, Group, Stack, Table, TableTbody, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { ColumnProfile, FieldCode, Mapping, Suggestion } from '@/lib/engine';
import { ColumnChoice } from './column-choice';
import type { FieldOption } from './field-option';
import classes from './map-step.module.css';
import { groupOf, MAPPING_GROUPS, startMapping } from './mapping-groups';
import { MappingSentence } from './mapping-sentence';

interface Props {
  importId: number;
  profile: readonly ColumnProfile[];
  suggestions: readonly Suggestion[];
  mapping: Mapping | null;
  fields: readonly FieldOption[];
  accept: (mapping: Mapping) => Promise<Answer<void>>;
}

/** Columns to fields, in three groups by how sure the suggestion is. */
export function MapStep({ importId, profile, suggestions, mapping: accepted, fields, accept }: Props) {
  const t = useTranslations('map');
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  const [mapping, setMapping] = useState(() => startMapping(accepted, suggestions));
  const isField = useMemo(() => {
    const codes = new Set<string>(fields.map(({ code }) => code));
    return (code: string): code is FieldCode => codes.has(code);
  }, [fields]);
  const options = useOptions(fields);
  const columnOf = (suggestion: Suggestion) => profile.find(({ index }) => index === suggestion.index);
  const goOn = () =>
    run(
      () => accept(mapping),
      () => router.push(`/imports/${importId}/progress`),
    );
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        <MappingSentence mapping={mapping} profile={profile} fields={fields} />
      </Stack>
      {MAPPING_GROUPS.map((group) => {
        const columns = suggestions.filter((suggestion) => groupOf(suggestion) === group);
        if (columns.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <Title order={3} fz="lg" id={`group-${group}`}>
              {t(group)} <span className={classes.count}>{columns.length}</span>
            </Title>
            <Text c="dimmed" mb="sm">
              {t(`${group}Lead`)}
            </Text>
            <Table verticalSpacing="sm" className={classes.columns} aria-labelledby={`group-${group}`}>
              <TableThead>
                <TableTr>
                  <TableTh w="28%">{t('column')}</TableTh>
                  <TableTh>{t('samples')}</TableTh>
                  <TableTh w="34%">{t('field')}</TableTh>
                </TableTr>
              </TableThead>
              <TableTbody>
                {columns.map((suggestion) => {
                  const column = columnOf(suggestion);
                  return (
                    column && (
                      <ColumnChoice
                        key={suggestion.index}
                        profile={column}
                        suggestion={suggestion}
                        field={mapping[suggestion.index] ?? null}
                        options={options}
                        isField={isField}
                        choose={(field) => setMapping((before) => ({ ...before, [suggestion.index]: field }))}
                      />
                    )
                  );
                })}
              </TableTbody>
            </Table>
          </section>
        );
      })}
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button size="md" loading={pending} onClick={goOn}>
          {t('accept')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The fields by group, as the choice of a column wants them. */
function useOptions(fields: readonly FieldOption[]) {
  const t = useTranslations('ui.groups');
  return useMemo(() => {
    const groups = [...new Set(fields.map(({ group }) => group))];
    return groups.map((group) => ({
      group: t(group),
      items: fields.filter((field) => field.group === group).map(({ code, label }) => ({ value: code, label: `${label} · ${code}` })),
    }));
  }, [fields, t]);
}
