'use client';

import { Anchor, Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useState } from 'react';
import type { FieldLabels } from '@/components/import/field-label';
import { RemoveDialog } from '@/components/settings/remove-dialog';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { TextLink } from '@/components/ui/text-link';
import { useAnswer } from '@/components/ui/use-answer';
import { RecipeContents } from './recipe-contents';
import { RecipeHistory } from './recipe-history';
import type { RecipeDetail } from './recipe-shapes';

interface Props {
  recipe: RecipeDetail;
  labels: FieldLabels;
  /** Null for those who may only look. */
  change: { rename: (name: string) => Promise<Answer<void>>; restore: (version: number) => Promise<Answer<void>> } | null;
  remove: (() => Promise<Answer<void>>) | null;
}

/** One recipe: its name, what it does, and its history. */
export function RecipeView({ recipe, labels, change, remove }: Props) {
  const t = useTranslations('recipes.page');
  return (
    <Stack gap={40}>
      <Group justify="space-between" align="flex-end">
        <div>
          <TextLink href="/settings/recipes">{t('back')}</TextLink>
          <Title order={2} mt="xs" style={{ overflowWrap: 'anywhere' }}>
            {recipe.name}
          </Title>
        </div>
        <Group>
          <Anchor underline="always" href={`/settings/recipes/${recipe.id}/export`} download>
            {t('export')}
          </Anchor>
          {remove && <Delete name={recipe.name} remove={remove} />}
        </Group>
      </Group>
      {change && <Rename key={recipe.name} name={recipe.name} rename={change.rename} />}
      <RecipeContents {...recipe} labels={labels} />
      <div>
        <Title order={3} fz="md" mb="xs">
          {t('history')}
        </Title>
        <RecipeHistory versions={recipe.versions} current={recipe.version} restore={change?.restore ?? null} />
      </div>
    </Stack>
  );
}

function Rename({ name, rename }: { name: string; rename: (name: string) => Promise<Answer<void>> }) {
  const t = useTranslations('recipes.page');
  const [typed, setTyped] = useState(name);
  const { pending, refusal, run } = useAnswer();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => rename(typed));
  };
  return (
    <form onSubmit={submit} aria-label={t('rename')}>
      <Group align="flex-end">
        <TextInput label={t('name')} required maxLength={100} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button type="submit" variant="default" loading={pending} disabled={typed.trim() === name}>
          {t('rename')}
        </Button>
      </Group>
      <RefusalAlert refusal={refusal} />
    </form>
  );
}

function Delete({ name, remove }: { name: string; remove: () => Promise<Answer<void>> }) {
  const t = useTranslations('recipes.page');
  const router = useRouter();
  const [asked, ask] = useState(false);
  const about = useCallback(async () => t('deleteAbout'), [t]);
  const removed = async () => {
    const answered = await remove();
    if (answered.ok) {
      router.push('/settings/recipes');
      router.refresh();
    }
    return answered;
  };
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => ask(true)}>
        {t('delete')}
      </Button>
      {asked && <RemoveDialog title={t('deleteOf', { name })} about={about} close={() => ask(false)} remove={removed} />}
    </>
  );
}
