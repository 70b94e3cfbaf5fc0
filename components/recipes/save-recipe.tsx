'use client';

import { Button, Group, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import type { SavedRecipe } from './recipe-shapes';

interface Props {
  /** The name that the recipe for these columns has already; null where it has none. */
  known: string | null;
  save: (name: string) => Promise<Answer<SavedRecipe>>;
}

/** Keeps what stands on the page under a name, at any time. */
export function SaveRecipe({ known, save }: Props) {
  const t = useTranslations('recipes.save');
  const [asked, ask] = useState(false);
  const [saved, setSaved] = useState<SavedRecipe | null>(null);
  const name = saved?.name ?? known;
  const done = (recipe: SavedRecipe) => {
    setSaved(recipe);
    ask(false);
  };
  return (
    <>
      <Button size="md" variant="default" onClick={() => ask(true)}>
        {name ? t('openNamed', { name }) : t('open')}
      </Button>
      <span role="status">
        {saved && (
          <Status tone="good" icon="done">
            {t('saved', { ...saved })}
          </Status>
        )}
      </span>
      <Dialog opened={asked} onClose={() => ask(false)} title={t('title')}>
        <NameForm known={name} save={save} done={done} close={() => ask(false)} />
      </Dialog>
    </>
  );
}

/** What a recipe is called: the name it has, or a new one. */
function NameForm({ known, save, done, close }: Props & { done: (recipe: SavedRecipe) => void; close: () => void }) {
  const t = useTranslations('recipes.save');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState(known ?? '');
  const { pending, refusal, run } = useAnswer();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => save(typed), done);
  };
  return (
    <form onSubmit={submit}>
      <Text mb="md">{t(known ? 'aboutNamed' : 'about')}</Text>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={100}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <RefusalAlert refusal={refusal} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {ui('cancel')}
        </Button>
        <Button type="submit" loading={pending}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
