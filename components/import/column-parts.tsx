'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ColumnKey, columnsMade, columnsRead, type Mapping } from '@/lib/engine';
import { FieldSelect, type FieldSelectProps } from './field-select';
import { editsOf, type MapState } from './map-state';
import classes from './map-step.module.css';
import type { EditTexts } from './use-edit-text';
import type { TriedEdits } from './use-edits-preview';

interface Props extends Pick<FieldSelectProps, 'options'> {
  column: number;
  name: string;
  state: MapState;
  tried: TriedEdits | null;
  texts: EditTexts;
  choose: (column: number, code: string | null) => void;
}

/** The columns that edits make of one column, each with its field and an example. */
export function ColumnParts({ column, name, state: { mapping, edits }, tried, texts, options, choose }: Props) {
  const t = useTranslations('edits');
  const map = useTranslations('map');
  const parts = editsOf(edits, column).flatMap((at) => {
    const edit = edits.list[at];
    return edit ? columnsMade(edit).map((made, place) => ({ made, place, edit, preview: tried?.of(edit) })) : [];
  });
  if (parts.length === 0) return null;
  return (
    <ul className={classes.parts}>
      {parts.map(({ made, place, edit, preview }) => {
        const part = texts.partName(made);
        const example = preview?.examples.find(({ after }) => after[place]);
        return (
          <li key={made}>
            <Text size="sm" fw={600}>
              {part}
            </Text>
            <FieldSelect
              label={map('fieldOf', { column: t('partOf', { part, column: columnsRead(edit).map(texts.columnName).join(' + ') || name }) })}
              options={options}
              value={fieldOf(mapping, made)}
              choose={(code) => choose(made, code)}
            />
            {example && (
              <Text size="sm" c="dimmed" className={classes.example}>
                {t('example', { before: example.before.filter(Boolean).join(' + '), after: example.after[place] ?? '' })}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const fieldOf = (mapping: Mapping, column: number): ColumnKey | null => mapping[column] ?? null;
