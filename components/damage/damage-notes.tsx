'use client';

import { Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { DAMAGES, type DamageKind, type FoundDamage } from '@/lib/engine';

/** A damage with the header of its column. */
export type ListedDamage = FoundDamage & { header: string };

/** Columns named of one damage; a file whose every column has it has one cause. */
const NAMED = 6;

/** What tools did to a file before it came: which columns, who does that, and how to export it again. Draws nothing where nothing shows. */
export function DamageNotes({ damages }: { damages: readonly ListedDamage[] }) {
  const t = useTranslations('damage');
  if (damages.length === 0) return null;
  return (
    <section aria-labelledby="damage">
      <Title order={3} id="damage" fz="md">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="sm" maw="70ch">
        {t('lead')}
      </Text>
      <Stack component="ul" gap="md" p={0} m={0} maw="70ch" style={{ listStyle: 'none' }}>
        {DAMAGES.map((kind) => {
          const of = damages.filter((damage) => damage.kind === kind);
          return of.length > 0 && <Note key={kind} kind={kind} damages={of} />;
        })}
      </Stack>
    </section>
  );
}

function Note({ kind, damages }: { kind: DamageKind; damages: readonly ListedDamage[] }) {
  const t = useTranslations('damage');
  const read = useTranslations('read');
  const format = useFormatter();
  const quoted = (texts: readonly string[]) => format.list(texts.map((text) => t('quoted', { text })));
  return (
    <li>
      <Stack gap={2}>
        {damages.slice(0, NAMED).map(({ column, header, count, samples, repaired, length = 0 }) => (
          <Status key={column} tone="care" icon="warning">
            {t(`kinds.${kind}.what`, {
              column: header || read('unnamed', { number: column + 1 }),
              count,
              samples: kind === 'shifted' ? format.list(samples) : quoted(samples),
              repaired: quoted(repaired ?? []),
              length,
            })}
          </Status>
        ))}
        {damages.length > NAMED && <Text>{t('more', { count: damages.length - NAMED })}</Text>}
        <Text size="sm">{t(`kinds.${kind}.who`, { length: damages[0]?.length ?? 0 })}</Text>
        <Text size="sm">{t(`kinds.${kind}.how`)}</Text>
      </Stack>
    </li>
  );
}
