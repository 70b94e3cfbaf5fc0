'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { DamageNotes, type ListedDamage } from '@/components/damage/damage-notes';
import type { ImportRecipe, SavedRecipe } from '@/components/recipes/recipe-shapes';
import { SaveRecipe } from '@/components/recipes/save-recipe';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { type ReadConsents, useConsentValues } from '@/components/values/use-consent-values';
import type { ColumnProfile, EditOffer, Edits, ImportRules, Mapping, Suggestion, ValueColumn } from '@/lib/engine';
import type { ColumnContext } from './column-choice';
import type { FieldOption } from './field-option';
import type { MapState } from './map-state';
import { MappingGroupTable } from './mapping-group-table';
import { groupOf, MAPPING_GROUPS, severalFor, startMapping } from './mapping-groups';
import { MappingSentence } from './mapping-sentence';
import { RuleOptions } from './rule-options';
import { TwiceDecision } from './twice-decision';
import { useEditText } from './use-edit-text';
import { type PreviewEdits, useEditsPreview } from './use-edits-preview';
import { useFieldChoices } from './use-field-choices';

interface Props {
  importId: number;
  profile: readonly ColumnProfile[];
  suggestions: readonly Suggestion[];
  mapping: Mapping | null;
  /** What was accepted, else what is proposed. */
  edits: Edits;
  offers: readonly EditOffer[];
  fields: readonly FieldOption[];
  /** What was chosen before, or the institution decided. */
  rules: ImportRules;
  mayDefine: boolean;
  /** The recipe with a name for these columns. */
  recipe: ImportRecipe | null;
  /** Keeps what stands here under a name; null for those who may not. */
  saveRecipe: ((recipe: MapState & { name: string; rules: ImportRules }) => Promise<Answer<SavedRecipe>>) | null;
  accept: (mapping: Mapping, edits: Edits, rules: ImportRules) => Promise<Answer<'plan' | 'values'>>;
  preview: PreviewEdits;
  damages: readonly ListedDamage[];
  /** The values of authorizations, as the mapping is at first. */
  consents: readonly ValueColumn[];
  readConsents: ReadConsents;
}

/** Columns to fields, in three groups by how sure the suggestion is, with what is done to their values before. */
export function MapStep({
  importId,
  profile,
  suggestions,
  mapping,
  edits,
  offers,
  fields,
  rules: before,
  mayDefine,
  recipe,
  saveRecipe,
  accept,
  preview: tryEdits,
  damages,
  consents: first,
  readConsents,
}: Props) {
  const t = useTranslations('map');
  const said = useTranslations('edits');
  const recognised = useTranslations('recipes.recognised');
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  const [state, setState] = useState<MapState>(() => ({ mapping: startMapping(mapping, suggestions), edits }));
  const [rules, setRules] = useState(before);
  const { tried, refusal: untried, looking } = useEditsPreview(state, tryEdits);
  const consents = useConsentValues(state, first, readConsents);
  const context = useContext({ state, setState, profile, fields, offers, tried, consents });
  const columns = useMemo(() => paired(suggestions, profile), [suggestions, profile]);
  const texts = useEditText(context.nameOf, state.edits, offers);
  const goOn = () =>
    run(
      () => accept(state.mapping, state.edits, rules),
      (next) => router.push(`/imports/${importId}/${next === 'values' ? next : 'progress'}`),
    );
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        {recipe && <Text>{recognised('onMap', { name: recipe.name, version: recipe.version })}</Text>}
        <MappingSentence state={state} profile={profile} fields={fields} nameOf={texts.columnName} />
        {state.edits.list.length > 0 && (
          <Text c="dimmed" style={{ visibility: looking ? 'visible' : 'hidden' }}>
            {said('looking')}
          </Text>
        )}
        <RefusalAlert refusal={untried} />
      </Stack>
      <DamageNotes damages={damages} />
      {undecided(state.mapping, fields).map(({ field, columns: several }) => (
        <TwiceDecision
          key={field}
          field={fields.find(({ code }) => code === field)?.label ?? field}
          columns={several}
          nameOf={texts.columnName}
          state={state}
          change={setState}
        />
      ))}
      {MAPPING_GROUPS.map((group) => (
        <MappingGroupTable key={group} group={group} columns={columns.filter(({ suggestion }) => groupOf(suggestion) === group)} context={context} />
      ))}
      <RuleOptions rules={rules} mayDefine={mayDefine} change={setRules} />
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button size="md" loading={pending} onClick={goOn}>
          {t('accept')}
        </Button>
        {saveRecipe && <SaveRecipe known={recipe?.name ?? null} save={(name) => saveRecipe({ ...state, rules, name })} />}
      </Group>
    </Stack>
  );
}

const paired = (suggestions: readonly Suggestion[], profile: readonly ColumnProfile[]) =>
  suggestions.flatMap((suggestion) => profile.filter(({ index }) => index === suggestion.index).map((column) => ({ suggestion, profile: column })));

/** Fields that several columns go to and that have one value of a row. */
const undecided = (mapping: Mapping, fields: readonly FieldOption[]) =>
  severalFor(mapping).filter(({ field }) => !fields.find(({ code }) => code === field)?.severalColumns);

interface ContextParts extends Pick<ColumnContext, 'state' | 'offers' | 'tried' | 'consents'> {
  setState: (change: MapState | ((before: MapState) => MapState)) => void;
  profile: readonly ColumnProfile[];
  fields: readonly FieldOption[];
}

/** What the columns need to know and to change. */
function useContext({ state, setState, profile, fields, offers, tried, consents }: ContextParts): ColumnContext {
  const read = useTranslations('read');
  const options = useFieldChoices(fields);
  const nameOf = useCallback(
    (column: number) => profile.find(({ index }) => index === column)?.header || read('unnamed', { number: column + 1 }),
    [profile, read],
  );
  const columns = useMemo(() => profile.map(({ index }) => ({ value: String(index), label: nameOf(index) })), [profile, nameOf]);
  const choose = (column: number, code: string | null) => {
    const field = fields.find((option) => option.code === code)?.code ?? null;
    setState((before) => ({ ...before, mapping: { ...before.mapping, [column]: field } }));
  };
  return { state, tried, offers, consents, columns, nameOf, options, change: setState, choose };
}
