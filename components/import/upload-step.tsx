'use client';

import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useSizes } from '@/components/ui/use-sizes';
import { FileDrop } from './file-drop';
import { FirstRows } from './first-rows';
import { keptFile } from './pending-file';
import { type UploadState, useUpload } from './use-upload';

interface Props {
  importId: number;
  fileName: string;
  size: number;
  maxBytes: number;
}

/** Sends the file with real progress. Opened later, it asks for the same file again and goes on where it stopped. */
export function UploadStep({ importId, fileName, size, maxBytes }: Props) {
  const t = useTranslations('upload');
  const { fileSize } = useSizes();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [otherFile, setOtherFile] = useState(false);
  const done = useCallback(() => {
    // To where it stands by then: a small file of a recipe may be planned already.
    router.push(`/imports/${importId}`);
    router.refresh();
  }, [router, importId]);
  const { state, begin, pause } = useUpload(importId, done);
  const take = useCallback(
    (chosen: File) => {
      const same = chosen.size === size && chosen.name === fileName;
      setOtherFile(!same);
      if (!same) return;
      setFile(chosen);
      begin(chosen);
    },
    [begin, size, fileName],
  );
  const started = useRef(false);
  useEffect(() => {
    const kept = keptFile(importId);
    if (!kept || started.current) return;
    started.current = true;
    take(kept);
  }, [importId, take]);
  if (file && state.name !== 'idle') {
    return (
      <Stack gap="xl">
        <Sending state={state} fileName={fileName} size={size} resume={() => begin(file)} pause={pause} />
        <FirstRows file={file} />
      </Stack>
    );
  }
  return (
    <Stack gap="md" maw="48rem">
      <Title order={2}>{t('resumeTitle', { name: fileName })}</Title>
      <Text c="dimmed">{t('resumeText')}</Text>
      <FileDrop maxBytes={maxBytes} onFile={take} />
      {otherFile && <Text role="alert">{t('otherFile', { name: fileName, size: fileSize(size) })}</Text>}
    </Stack>
  );
}

interface SendingProps {
  state: UploadState;
  fileName: string;
  size: number;
  resume: () => void;
  pause: () => void;
}

function Sending({ state, fileName, size, resume, pause }: SendingProps) {
  const t = useTranslations('upload');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const { fileSize } = useSizes();
  const sent = 'sent' in state ? state.sent : size;
  const percent = format.number(sent / Math.max(1, size), { style: 'percent' });
  return (
    <Stack gap="md" maw="48rem">
      <Title order={2}>{state.name === 'paused' ? t('paused') : t('sending', { name: fileName })}</Title>
      <Progress value={(100 * sent) / Math.max(1, size)} size="lg" aria-label={t('percent', { percent })} />
      <Text c="dimmed">
        {percent} · {t('sent', { sent: fileSize(sent), total: fileSize(size) })}
      </Text>
      {state.name === 'refused' && (
        <RefusalAlert refusal={state.refusal} title={t('failed')}>
          <Text mt="xs">{t('failedText')}</Text>
        </RefusalAlert>
      )}
      <Group>
        {state.name === 'sending' && (
          <Button variant="default" onClick={pause}>
            {t('pause')}
          </Button>
        )}
        {state.name === 'paused' && <Button onClick={resume}>{t('resume')}</Button>}
        {state.name === 'refused' && <Button onClick={resume}>{ui('retry')}</Button>}
      </Group>
    </Stack>
  );
}
