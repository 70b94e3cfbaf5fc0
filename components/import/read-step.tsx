'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { DamageNotes, type ListedDamage } from '@/components/damage/damage-notes';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { RawRow, Reading, ReadOptions } from '@/lib/engine';
import { PreviewTable } from './preview-table';
import classes from './read-step.module.css';
import { ReadingNotes } from './reading-notes';
import { ReadingOptions } from './reading-options';
import { ReadingProof } from './reading-proof';
import { SameFile } from './same-file';
import { UnlockForm } from './unlock-form';

/** What a file looks like with some options. */
export interface Preview {
  reading: Reading;
  rows: readonly RawRow[];
}

interface Props {
  importId: number;
  fileName: string;
  options: ReadOptions;
  first: Answer<Preview>;
  /** What is to be known before the file is looked at. */
  note: ReactNode;
  /** What is said while the whole file is still being read. */
  reading: ReactNode;
  /** What tools did to its values; known once the whole file is read. */
  damages: readonly ListedDamage[];
  sameFileAs: { importId: number; appliedAt: string } | null;
  preview: (options: ReadOptions) => Promise<Answer<Preview>>;
  accept: (options: ReadOptions) => Promise<Answer<void>>;
  unlock: (password: string) => Promise<Answer<void>>;
}

/** Milliseconds after the last change before the picture is redrawn. */
const REDRAW_MS = 250;

/** How the file was read, beside its first rows: whatever is settled otherwise redraws them. */
export function ReadStep({
  importId,
  fileName,
  options: accepted,
  first,
  note,
  reading: underWay,
  damages,
  sameFileAs,
  preview,
  accept,
  unlock,
}: Props) {
  const t = useTranslations('read');
  const router = useRouter();
  const [options, setOptions] = useState(accepted);
  const [shown, setShown] = useState(first);
  const drawing = useAnswer();
  const accepting = useAnswer();
  const redraw = useDebouncedCallback(
    (wanted: ReadOptions) =>
      drawing.run(async () => {
        const answer = await preview(wanted);
        setShown(answer);
        return answer;
      }),
    REDRAW_MS,
  );
  const change = (wanted: ReadOptions) => {
    setOptions(wanted);
    redraw(wanted);
  };
  const goOn = () =>
    accepting.run(
      () => accept(options),
      () => router.push(`/imports/${importId}/map`),
    );
  const unlocked = () => {
    redraw(options);
    router.refresh();
  };
  // Nothing was found in a locked file yet that could be settled otherwise.
  const isLocked = !shown.ok && shown.error.code === 'password-protected';
  const reading = shown.ok ? shown.value.reading : null;
  return (
    <Stack gap="lg">
      <Title order={2}>{t('title')}</Title>
      {note}
      {sameFileAs && <SameFile {...sameFileAs} />}
      <div className={classes.sides}>
        {!isLocked && (
          <section aria-labelledby="detected">
            <Title order={3} id="detected" fz="md" mb="md">
              {t('detected')}
            </Title>
            <ReadingOptions reading={reading} options={options} change={change} />
          </section>
        )}
        <Stack gap="md" miw={0} aria-busy={drawing.pending} className={classes.picture}>
          {shown.ok ? (
            <>
              <ReadingProof {...shown.value} />
              <Text c="dimmed">{t('previewLead', { columns: shown.value.reading.header.length })}</Text>
              <PreviewTable label={t('preview', { name: fileName })} {...shown.value} />
              <ReadingNotes issues={shown.value.reading.issues} />
            </>
          ) : (
            <>
              <RefusalAlert refusal={shown.error} title={t('unreadable')} />
              {isLocked && <UnlockForm unlock={unlock} unlocked={unlocked} />}
            </>
          )}
        </Stack>
      </div>
      {underWay}
      <DamageNotes damages={damages} />
      <RefusalAlert refusal={accepting.refusal} />
      <Group>
        <Button size="md" onClick={goOn} loading={accepting.pending} disabled={!shown.ok || drawing.pending}>
          {t('accept')}
        </Button>
      </Group>
    </Stack>
  );
}
