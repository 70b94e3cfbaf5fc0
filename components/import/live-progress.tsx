'use client';

import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { useSizes } from '@/components/ui/use-sizes';
import type { ImportProgress, ImportState } from './import-shapes';
import { type ImportGlance, useFollowedImport } from './use-followed-import';

interface Props {
  first: ImportGlance;
  look: () => Promise<Answer<ImportGlance>>;
}

type Stage = 'reading' | 'planning' | 'applying' | 'other';
const stageOf = (state: ImportState): Stage => (state === 'reading' || state === 'planning' || state === 'applying' ? state : 'other');

/** Live counts of the work in the background: what is being done, how far, how fast, how long still. */
export function LiveProgress({ first, look }: Props) {
  const t = useTranslations('progress');
  const { state, progress, workerAlive } = useFollowedImport(first, look);
  return (
    <Stack gap="md" maw="48rem">
      <Title order={2}>{t(`stages.${stageOf(state)}`)}</Title>
      {progress ? <Counts progress={progress} /> : <Text c="dimmed">{t('starting')}</Text>}
      {!workerAlive && (
        <Callout tone="care" icon="warning">
          {t('noWorker')}
        </Callout>
      )}
      <Text c="dimmed">{t('leave')}</Text>
    </Stack>
  );
}

function Counts({ progress: { done, total, rowsPerSecond } }: { progress: ImportProgress }) {
  const t = useTranslations('progress');
  const format = useFormatter();
  const { duration } = useSizes();
  const rate = rowsPerSecond ? Math.round(rowsPerSecond) : 0;
  const share = total ? Math.min(1, done / total) : null;
  return (
    <>
      <Progress
        value={share === null ? 100 : 100 * share}
        animated={share === null}
        striped={share === null}
        size="lg"
        aria-label={total ? t('done', { done, total }) : t('doneUnknown', { done })}
      />
      <Group gap="lg" className="figures">
        <Text fw={600}>{total ? t('done', { done, total }) : t('doneUnknown', { done })}</Text>
        {share !== null && <Text>{format.number(share, { style: 'percent' })}</Text>}
        {rate > 0 && <Text c="dimmed">{t('speed', { rate })}</Text>}
        {rate > 0 && total !== null && total > done && <Text c="dimmed">{t('left', { time: duration((total - done) / rate) })}</Text>}
      </Group>
    </>
  );
}
