'use client';

import { Button, FileInput, Group, Loader, Stack } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { TextLink } from '@/components/ui/text-link';
import { useAnswer } from '@/components/ui/use-answer';
import { LIMITS } from '@/lib/engine';
import type { FilePlan } from './criteria-shapes';
import { DefinitionPlan } from './definition-plan';

interface Props {
  plan: (form: FormData) => Promise<Answer<FilePlan>>;
  carryOut: (form: FormData) => Promise<Answer<FilePlan>>;
}

/** More than a form may send: refused here, where it costs nothing. */
const tooLarge: Answer<FilePlan> = {
  ok: false,
  error: { code: 'definition-file-too-large', params: { rows: LIMITS.definitionRows, kilobytes: LIMITS.definitionBytes / 1000 } },
};

function formOf(file: File, hash = ''): FormData {
  const form = new FormData();
  form.set('file', file);
  form.set('hash', hash);
  return form;
}

/** A file of definitions: chosen, looked at as a plan, and carried out as it was seen. */
export function DefinitionImport({ plan, carryOut }: Props) {
  const t = useTranslations('criteria');
  const [file, setFile] = useState<File | null>(null);
  const [shown, setShown] = useState<FilePlan | null>(null);
  const [done, setDone] = useState(false);
  const { pending, refusal, run } = useAnswer();
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setShown(null);
    setDone(false);
    if (chosen) run(async () => (chosen.size > LIMITS.definitionBytes ? tooLarge : plan(formOf(chosen))), setShown);
  };
  return (
    <Stack gap="xl">
      <FileInput
        label={t('file.choose')}
        description={t('file.chooseAbout', { rows: LIMITS.definitionRows })}
        placeholder={t('file.none')}
        leftSection={<IconUpload size={16} aria-hidden />}
        value={file}
        onChange={choose}
        maw={480}
      />
      {pending && !shown && <Loader size="sm" aria-label={t('file.planning')} />}
      <RefusalAlert refusal={refusal} />
      {shown && <DefinitionPlan plan={shown} />}
      {done && shown && (
        <Callout tone="good" icon="done" urgent>
          {t('file.done', { count: shown.changes.length })} <TextLink href="/criteria">{t('file.see')}</TextLink>
        </Callout>
      )}
      {shown && !done && shown.changes.length > 0 && file && (
        <Group>
          <Button
            size="md"
            loading={pending}
            onClick={() =>
              run(
                () => carryOut(formOf(file, shown.hash)),
                () => setDone(true),
              )
            }
          >
            {t('file.carryOut', { count: shown.changes.length })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
