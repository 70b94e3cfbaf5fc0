'use client';

import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import type { Environment } from '@/components/ui/environment-badge';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { ImportKind } from './import-shapes';

/** Contacts that the plan changes, and whose plan it is. */
interface Touched {
  kind: ImportKind;
  created: number;
  updated: number;
  removed: number;
}

interface Props {
  importId: number;
  environment: Environment;
  /** Contacts, not rows: a row may create a structure and its relay. */
  touched: Touched;
  /** Of an import that is all or nothing the rows that the plan refuses or holds: whoever confirms must say that they are known. Else null. */
  leftOut: number | null;
  /** What is defined with it: criteria, values and structure types. */
  definitions: number;
  confirm: () => Promise<Answer<void>>;
}

/** The one button that writes: it names what it does, and asks once more with the environment. */
export function ConfirmPlan({ importId, environment, touched, leftOut, definitions, confirm }: Props) {
  const t = useTranslations('plan');
  const ui = useTranslations('ui');
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  const { pending, refusal, run } = useAnswer();
  const [known, setKnown] = useState(!leftOut);
  const action = useActionName(touched);
  const place = ui(`environments.${environment}`);
  return (
    <>
      <Button size="md" disabled={touched.created + touched.updated + touched.removed === 0} onClick={open}>
        {action}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('dialogTitle', { environment: place })}>
        <Text>{t(leftOut === null ? 'dialogText' : 'dialogTextTogether', { environment: place })}</Text>
        {definitions > 0 && <Text>{t('definitions.confirm', { count: definitions })}</Text>}
        {leftOut !== null && leftOut > 0 && (
          <Checkbox label={t('leftOutKnown', { count: leftOut })} checked={known} onChange={(event) => setKnown(event.currentTarget.checked)} />
        )}
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {ui('cancel')}
          </Button>
          <Button loading={pending} disabled={!known} onClick={() => run(confirm, () => router.push(`/imports/${importId}/progress`))}>
            {t('dialogYes', { action })}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}

function useActionName({ kind, created, updated, removed }: Touched): string {
  const t = useTranslations('plan');
  const undo = useTranslations('undo');
  if (created + updated + removed === 0) return t('confirmNone');
  if (kind !== 'file') {
    if (removed > 0) return updated > 0 ? undo('confirmUndo', { removed, updated }) : undo('confirmRemove', { removed });
    if (created > 0) return updated > 0 ? undo('confirmRedo', { created, updated }) : undo('confirmCreate', { created });
    return undo('confirmPutBack', { updated });
  }
  if (created > 0 && updated > 0) return t('confirmBoth', { created, updated });
  return created > 0 ? t('confirmCreate', { created }) : t('confirmUpdate', { updated });
}
