'use client';

import { Stack, Text } from '@mantine/core';
import { Dropzone, DropzoneAccept, DropzoneIdle } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalAlert } from '@/components/ui/refusal-alert';

interface Props {
  maxBytes: number;
  loading?: boolean;
  /** Another way to bring a table, said below. */
  hint?: string;
  onFile: (file: File) => void;
}

/** Takes one file by drop or by picker. Any type: what a file holds is decided by its bytes. */
export function FileDrop({ maxBytes, loading, hint, onFile }: Props) {
  const t = useTranslations('upload');
  const [refused, setRefused] = useState<'file-too-large' | 'one-file-only' | 'file-empty' | null>(null);
  const take = (file: File | undefined) => {
    if (!file) return;
    setRefused(file.size === 0 ? 'file-empty' : null);
    if (file.size > 0) onFile(file);
  };
  return (
    <Stack gap="sm">
      <Dropzone
        multiple={false}
        maxSize={maxBytes}
        loading={loading}
        onDrop={([file]) => take(file)}
        onReject={(rejections) => setRefused(rejections.length > 1 ? 'one-file-only' : 'file-too-large')}
        inputProps={{ 'aria-label': t('drop') }}
        aria-label={t('drop')}
        p="xl"
      >
        <Stack align="center" gap="sm" py="xl" style={{ pointerEvents: 'none' }}>
          <IconFileUpload size={44} stroke={1.2} aria-hidden />
          <DropzoneIdle>
            <Text fz="lg" fw={600} ta="center">
              {t('drop')}
            </Text>
          </DropzoneIdle>
          <DropzoneAccept>
            <Text fz="lg" fw={600} ta="center">
              {t('dropHere')}
            </Text>
          </DropzoneAccept>
          {hint && (
            <Text c="dimmed" ta="center">
              {hint}
            </Text>
          )}
        </Stack>
      </Dropzone>
      <RefusalAlert refusal={refused && { code: refused, params: { limitMb: maxBytes / 1_000_000 } }} />
    </Stack>
  );
}
