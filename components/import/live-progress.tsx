'use client';

import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { useSizes } from '@/components/ui/use-sizes';
import type { ImportGlance, ImportProgress, ImportState, WorkStatus } from './import-shapes';
import { useFollowedImport } from './use-followed-import';

interface Props {
  first: ImportGlance;
  look: () => Promise<Answer<ImportGlance>>;
  /** What can be done about it meanwhile. */
  controls?: ReactNode;
}

const STAGES = ['reading', 'defining', 'staging', 'comparing', 'planning', 'keeping', 'applying'] as const;
type Stage = (typeof STAGES)[number] | 'other';

/** What a state begins with. */
const FIRST: Partial<Record<ImportState, Stage>> = { reading: 'reading', planning: 'staging', applying: 'applying' };

/** What is being done: as the work says or, before it says anything, as the state does. */
const stageOf = (state: ImportState, progress: ImportProgress | null): Stage =>
  STAGES.find((stage) => stage === progress?.stage) ?? FIRST[state] ?? 'other';

/** Live counts of the work in the background: what is being done, how far, how fast, how long still, and what it waits for. */
export function LiveProgress({ first, look, controls }: Props) {
  const t = useTranslations('progress');
  const { state, progress, work } = useFollowedImport(first, look);
  return (
    <Stack gap="md" maw="48rem">
      <Title order={2}>{t(`stages.${stageOf(state, progress)}`)}</Title>
      {progress && <Counts progress={progress} isWorking={work?.hand === 'working'} />}
      <div role="status">{work && <Standing work={work} hasBegun={progress !== null} />}</div>
      {controls}
      <Text c="dimmed">{t('leave')}</Text>
    </Stack>
  );
}

/** What the work waits for, where it waits. */
function Standing({ work: { hand, before, workers }, hasBegun }: { work: WorkStatus; hasBegun: boolean }) {
  const t = useTranslations('progress');
  if (workers === 0) return <Trouble>{t('noWorker')}</Trouble>;
  if (hand === 'lost') return <Trouble>{t('workerLost')}</Trouble>;
  if (hand === 'working') return hasBegun ? null : <Text c="dimmed">{t('starting')}</Text>;
  return (
    <Text>
      {t('before', { count: before ?? 0 })} {hasBegun && t('madeWay')}
    </Text>
  );
}

const Trouble = ({ children }: { children: ReactNode }) => (
  <Callout tone="care" icon="warning">
    {children}
  </Callout>
);

function Counts({ progress: { done, total, rowsPerSecond }, isWorking }: { progress: ImportProgress; isWorking: boolean }) {
  const t = useTranslations('progress');
  const format = useFormatter();
  const { duration } = useSizes();
  const rate = isWorking ? (rowsPerSecond ?? 0) : 0;
  const share = total ? Math.min(1, done / total) : null;
  const counted = total ? t('done', { done, total }) : t('doneUnknown', { done });
  const goesOn = isWorking && total !== null && total > done;
  return (
    <>
      <Progress value={share === null ? 100 : 100 * share} animated={share === null} striped={share === null} size="lg" aria-label={counted} />
      <Group gap="lg" className="figures">
        {(done > 0 || total !== null) && <Text fw={600}>{counted}</Text>}
        {share !== null && <Text>{format.number(share, { style: 'percent' })}</Text>}
        {rate > 0 && <Text c="dimmed">{t('speed', { rate })}</Text>}
        {goesOn && <Text c="dimmed">{rate > 0 ? t('left', { time: duration((total - done) / rate) }) : t('leftUnknown')}</Text>}
      </Group>
    </>
  );
}
