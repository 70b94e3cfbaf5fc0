'use client';

import { Button, Group, List, ListItem, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import type { FieldLabels } from '@/components/import/field-label';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { useAnswer } from '@/components/ui/use-answer';
import type { DriftFinding } from '@/lib/engine';
import type { ImportRecipe } from './recipe-shapes';
import { useFindingText } from './use-finding-text';

export interface DriftActions {
  accept: (goTo: 'plan' | 'map') => Promise<Answer<void>>;
  decline: () => Promise<Answer<void>>;
}

interface Props {
  importId: number;
  recipe: ImportRecipe | null;
  findings: readonly DriftFinding[];
  labels: FieldLabels;
  /** ISO text; null while it waits. */
  acceptedAt: string | null;
  /** Null for those who may only look, and where nothing waits. */
  actions: DriftActions | null;
}

/** In what a file differs from the last one of its recipe, what that may mean, and the ways to go on. */
export function DriftStep({ importId, recipe, findings, labels, acceptedAt, actions }: Props) {
  const t = useTranslations('recipes.drift');
  const textOf = useFindingText(labels);
  return (
    <Stack gap="lg">
      <Title order={2}>{recipe ? t('title', { name: recipe.name }) : t('titleGone')}</Title>
      {acceptedAt === null && <Lead recipe={recipe} />}
      <List listStyleType="none" spacing="md" maw="70ch" aria-label={t('findings')}>
        {findings.map((finding) => {
          const { what, why } = textOf(finding);
          return (
            <ListItem key={`${finding.code} ${finding.column}`}>
              <Status tone="care" icon="warning">
                <b>{what}</b>
              </Status>
              <Text c="dimmed">{why}</Text>
            </ListItem>
          );
        })}
      </List>
      {acceptedAt !== null && <Accepted at={acceptedAt} by={recipe?.driftAcceptedByName ?? null} />}
      {acceptedAt === null &&
        (actions ? <Ways importId={importId} canDecline={recipe?.isExact === false} actions={actions} /> : <Text>{t('mayNot')}</Text>)}
    </Stack>
  );
}

function Lead({ recipe }: { recipe: ImportRecipe | null }) {
  const t = useTranslations('recipes.drift');
  const format = useFormatter();
  const last = recipe?.lastFile;
  const date = last ? format.dateTime(new Date(last.acceptedAt), { dateStyle: 'long' }) : '';
  return (
    <Text maw="70ch">
      {t('lead', { what: last ? 'file' : 'columns', date })} {last && <TextLink href={`/imports/${last.importId}`}>{t('seeLast')}</TextLink>}
    </Text>
  );
}

function Accepted({ at, by }: { at: string; by: string | null }) {
  const t = useTranslations('recipes.drift');
  const date = useFormatter().dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Status tone="good" icon="done">
      {t('accepted', { by: by ?? 'nobody', date })}
    </Status>
  );
}

function Ways({ importId, canDecline, actions: { accept, decline } }: { importId: number; canDecline: boolean; actions: DriftActions }) {
  const t = useTranslations('recipes.drift');
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  const go = (act: () => Promise<Answer<void>>, step: string) => run(act, () => router.push(`/imports/${importId}/${step}`));
  return (
    <Stack gap="sm">
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button size="md" loading={pending} onClick={() => go(() => accept('plan'), 'progress')}>
          {t('accept')}
        </Button>
        <Button size="md" variant="default" disabled={pending} onClick={() => go(() => accept('map'), 'map')}>
          {t('toColumns')}
        </Button>
        {canDecline && (
          <Button size="md" variant="subtle" disabled={pending} onClick={() => go(decline, 'map')}>
            {t('decline')}
          </Button>
        )}
      </Group>
      {canDecline && (
        <Text c="dimmed" maw="70ch">
          {t('declineAbout')}
        </Text>
      )}
    </Stack>
  );
}
