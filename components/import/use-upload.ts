'use client';

import { useCallback, useRef, useState } from 'react';
import { DetailedError, Upload } from 'tus-js-client';
import { z } from 'zod';
import type { Refusal } from '@/components/ui/answer';

/** Bytes of one request: few enough that a lost connection costs seconds, enough that a large file is not a thousand requests. */
const CHUNK_BYTES = 16_000_000;

/** Milliseconds between tries after the connection was lost; then the person is asked. */
const RETRY_DELAYS_MS = [0, 1_000, 3_000, 5_000, 10_000, 20_000];

export type UploadState =
  | { name: 'idle' }
  | { name: 'sending' | 'paused'; sent: number }
  | { name: 'refused'; sent: number; refusal: Refusal }
  | { name: 'done' };

const body = z.object({ error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }) });

/** The refusal in the server's answer; `upload-interrupted` when there was none. */
function refusalOf(error: Error): Refusal {
  const text = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  try {
    return body.parse(JSON.parse(text ?? '')).error;
  } catch {
    return { code: 'upload-interrupted', params: {} };
  }
}

/**
 * Sends one file to one import, resumable: what has arrived is asked for first, also after the page was closed.
 * `begin` starts or goes on, `pause` stops between bytes. `onDone` is called once the last byte has arrived.
 */
export function useUpload(importId: number, onDone: () => void) {
  const [state, setState] = useState<UploadState>({ name: 'idle' });
  const current = useRef<Upload | null>(null);
  const sent = useRef(0);
  const begin = useCallback(
    async (file: File) => {
      const upload = new Upload(file, {
        endpoint: '/api/uploads',
        metadata: { importId: String(importId) },
        chunkSize: CHUNK_BYTES,
        retryDelays: RETRY_DELAYS_MS,
        // Import and file together: the same file may well be sent for two imports, and another file must not go on where one stopped.
        fingerprint: async () => `foyer-import-${importId}-${file.name}-${file.size}-${file.lastModified}`,
        removeFingerprintOnSuccess: true,
        onProgress: (bytes) => {
          sent.current = bytes;
          setState({ name: 'sending', sent: bytes });
        },
        onError: (error) => setState({ name: 'refused', sent: sent.current, refusal: refusalOf(error) }),
        onSuccess: () => {
          setState({ name: 'done' });
          onDone();
        },
      });
      current.current = upload;
      setState({ name: 'sending', sent: sent.current });
      const [previous] = await upload.findPreviousUploads();
      if (previous) upload.resumeFromPreviousUpload(previous);
      upload.start();
    },
    [importId, onDone],
  );
  const pause = useCallback(async () => {
    await current.current?.abort();
    setState({ name: 'paused', sent: sent.current });
  }, []);
  return { state, begin, pause };
}
