'use client';

import { Button, FileInput, Group, Stack, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { LIMITS } from '@/lib/engine';
import type { BroughtRecipe } from './recipe-shapes';

/** More than a form may send: refused here, where it costs nothing. */
const tooLarge: Answer<BroughtRecipe> = {
  ok: false,
  error: { code: 'recipe-file-too-large', params: { kilobytes: LIMITS.recipeBytes / 1000 } },
};

function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}

/** Takes a recipe that another institution exported. */
export function RecipeImport({ bring }: { bring: (form: FormData) => Promise<Answer<BroughtRecipe>> }) {
  const t = useTranslations('recipes.bring');
  const [file, setFile] = useState<File | null>(null);
  const [brought, setBrought] = useState<BroughtRecipe | null>(null);
  const { pending, refusal, run } = useAnswer();
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setBrought(null);
  };
  const send = (chosen: File) =>
    run(
      async () => (chosen.size > LIMITS.recipeBytes ? tooLarge : bring(formOf(chosen))),
      (recipe) => {
        setFile(null);
        setBrought(recipe);
      },
    );
  return (
    <Stack component="section" gap="md" mt={48} maw={480} aria-labelledby="bring">
      <Title order={3} id="bring" fz="md">
        {t('title')}
      </Title>
      <FileInput
        label={t('choose')}
        description={t('about')}
        placeholder={t('none')}
        accept=".json,application/json"
        leftSection={<IconUpload size={16} aria-hidden />}
        value={file}
        onChange={choose}
      />
      <RefusalAlert refusal={refusal} />
      {brought && (
        <Callout tone="good" icon="done" urgent>
          {t(brought.isNew ? 'done' : 'known', { name: brought.name, version: brought.version })}
        </Callout>
      )}
      <Group>
        <Button variant="default" loading={pending} disabled={file === null} onClick={() => file && send(file)}>
          {t('bring')}
        </Button>
      </Group>
    </Stack>
  );
}
