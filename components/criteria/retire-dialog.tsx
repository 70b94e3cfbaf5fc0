'use client';

import { Button, Group, List, ListItem, Loader, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { TextLink } from '@/components/ui/text-link';
import { useAnswer } from '@/components/ui/use-answer';
import type { DefinitionPlace, Retirement } from './criteria-shapes';

interface Props {
  place: DefinitionPlace;
  close: () => void;
  weigh: (place: DefinitionPlace) => Promise<Answer<Retirement>>;
  retire: (place: DefinitionPlace) => Promise<Answer<void>>;
}

/** Asks once more before something is retired, and says first what it touches. */
export function RetireDialog({ place, close, weigh, retire }: Props) {
  const t = useTranslations('criteria.retire');
  const ui = useTranslations('ui');
  const [touched, setTouched] = useState<Retirement | null>(null);
  const asked = useAnswer();
  const { pending, refusal, run } = useAnswer();
  const { list, code, value } = place;
  const { run: ask } = asked;
  useEffect(() => ask(() => weigh({ list, code, ...(value !== undefined && { value }) }), setTouched), [ask, weigh, list, code, value]);
  return (
    <Dialog opened onClose={close} title={t('title', { name: value ?? code })}>
      <Text>{t('lead')}</Text>
      {touched === null ? !asked.refusal && <Loader size="sm" aria-label={ui('loading')} /> : <Touched {...touched} list={list} />}
      <RefusalAlert refusal={asked.refusal ?? refusal} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {ui('cancel')}
        </Button>
        <Button loading={pending} disabled={touched === null} onClick={() => run(() => retire(place), close)}>
          {t('yes')}
        </Button>
      </Group>
    </Dialog>
  );
}

function Touched({ contacts, imports, recipes, list }: Retirement & Pick<DefinitionPlace, 'list'>) {
  const t = useTranslations('criteria.retire');
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('touches')}</Text>
      <List>
        <ListItem>{t('contacts', { inProduction: contacts.P, inPreProduction: contacts.PP })}</ListItem>
        <ListItem>
          {t('imports', { count: imports.length })}{' '}
          {imports.map(({ id, fileName }) => (
            <span key={id}>
              <TextLink href={`/imports/${id}/plan`}>{fileName}</TextLink>{' '}
            </span>
          ))}
        </ListItem>
        <ListItem>{t(list === 'criteria' ? 'recipes' : 'recipesOfTypes', { count: recipes })}</ListItem>
      </List>
    </Stack>
  );
}
