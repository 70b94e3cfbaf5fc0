'use client';

import { TableTd, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { ShareBar } from '@/components/quality/share-bar';
import { isConsentField } from '@/components/values/consent-field';
import { ConsentValues } from '@/components/values/consent-values';
import { type ColumnProfile, columnsMade, type EditOffer, type Suggestion, sourceOf, type ValueColumn } from '@/lib/engine';
import { ColumnEdits } from './column-edits';
import { ColumnParts } from './column-parts';
import { FieldSelect, type FieldSelectProps } from './field-select';
import { type MapState, makerOf } from './map-state';
import classes from './map-step.module.css';
import { useEditText } from './use-edit-text';
import type { TriedEdits } from './use-edits-preview';

/** What all columns of a file have in common. */
export interface ColumnContext extends Pick<FieldSelectProps, 'options'> {
  state: MapState;
  tried: TriedEdits | null;
  offers: readonly EditOffer[];
  /** Of the columns that go to authorizations. */
  consents: readonly ValueColumn[];
  /** The columns of the file by their numbers. */
  columns: readonly { value: string; label: string }[];
  nameOf: (column: number) => string;
  change: (state: MapState) => void;
  /** Takes the code of a field; null leaves the column out. */
  choose: (column: number, code: string | null) => void;
}

interface Props {
  profile: ColumnProfile;
  suggestion: Suggestion;
  context: ColumnContext;
}

/** Samples shown of a column. */
const SAMPLES = 4;
/** As many distinct values are counted (see LIMITS.distinctValues). */
const COUNTED = 10_000;

/** One column of the file: what it holds, the field it goes to, and what is done to its values before. */
export function ColumnChoice({ profile, suggestion, context }: Props) {
  const { state, tried, offers, consents, columns, nameOf, options, change, choose } = context;
  const { index } = profile;
  const name = nameOf(index);
  const texts = useEditText(nameOf, state.edits, offers);
  return (
    <TableTr className={classes.column}>
      <TableTd>
        <ColumnFacts profile={profile} name={name} />
      </TableTd>
      <TableTd>
        <Samples profile={profile} />
      </TableTd>
      <TableTd>
        <ChosenField profile={profile} suggestion={suggestion} context={context} />
        {isConsentField(state.mapping[index]) && (
          <ConsentValues name={name} suggestion={suggestion} values={consents.find(({ column }) => column === index) ?? null} />
        )}
        <ColumnParts column={index} {...{ name, state, tried, texts, options, choose }} />
        <ColumnEdits
          column={index}
          others={columns.filter(({ value }) => value !== String(index))}
          {...{ name, state, tried, offers, texts, change }}
        />
      </TableTd>
    </TableTr>
  );
}

function ColumnFacts({ profile: { rows, filled, distinct }, name }: { profile: ColumnProfile; name: string }) {
  const t = useTranslations('map');
  const format = useFormatter();
  const rate = format.number(rows > 0 ? filled / rows : 0, { style: 'percent' });
  return (
    <>
      <Text fw={600} className={classes.header}>
        {name}
      </Text>
      <ShareBar parts={[{ kind: 'good', share: rows > 0 ? filled / rows : 0 }]} />
      <Text size="sm" c="dimmed">
        {t('filledRate', { rate })}
      </Text>
      <Text size="sm" c="dimmed">
        {t(distinct >= COUNTED ? 'distinctMore' : 'distinct', { count: distinct })}
      </Text>
    </>
  );
}

function Samples({ profile: { samples } }: { profile: ColumnProfile }) {
  const t = useTranslations('map');
  if (samples.length === 0) return <Text c="dimmed">{t('noSamples')}</Text>;
  return (
    <ul className={classes.samples}>
      {samples.slice(0, SAMPLES).map((sample) => (
        <li key={sample}>{sample}</li>
      ))}
    </ul>
  );
}

/** The field of the column itself, with why; or where its values go instead. */
function ChosenField({ profile: { index }, suggestion, context }: Props) {
  const { state, nameOf, options, choose } = context;
  const t = useTranslations('map');
  const edits = useTranslations('edits');
  const format = useFormatter();
  const field = state.mapping[index] ?? null;
  const maker = makerOf(state.edits, index);
  if (maker && field === null) {
    const shownAt = sourceOf(columnsMade(maker)[0] ?? index, state.edits);
    return <Text size="sm">{shownAt === index ? edits('goesIntoParts') : edits('goesInto', { column: nameOf(shownAt) })}</Text>;
  }
  const isSuggested = field === suggestion.field && suggestion.reason !== 'composed';
  const rate = format.number(suggestion.confidence, { style: 'percent' });
  return (
    <>
      <FieldSelect label={t('fieldOf', { column: nameOf(index) })} options={options} value={field} choose={(code) => choose(index, code)} />
      <Text size="sm" c="dimmed" mt={4}>
        {t(`reasons.${isSuggested ? suggestion.reason : 'chosen'}`)}
        {isSuggested && field !== null && ` (${t('confidence', { rate })})`}
      </Text>
    </>
  );
}
