'use client';

import { Table, TableScrollContainer, TableTbody, TableTd, TableTh, TableThead, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { AuditLine } from './audit-shapes';
import { useActionText } from './use-action-text';

/** Events, newest first. */
export function AuditTable({ events }: { events: readonly AuditLine[] }) {
  const t = useTranslations('audit');
  const textOf = useActionText();
  const format = useFormatter();
  return (
    <TableScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('title') } }}>
      <Table verticalSpacing="xs" aria-label={t('title')}>
        <TableThead>
          <TableTr>
            <TableTh ta="right">{t('place')}</TableTh>
            {(['when', 'who', 'action', 'subject', 'details'] as const).map((name) => (
              <TableTh key={name}>{t(name)}</TableTh>
            ))}
          </TableTr>
        </TableThead>
        <TableTbody>
          {events.map((event) => (
            <TableTr key={event.id}>
              <TableTd ta="right" className="figures">
                {event.place !== null && format.number(event.place)}
              </TableTd>
              <TableTd style={{ whiteSpace: 'nowrap' }}>{format.dateTime(new Date(event.at), { dateStyle: 'medium', timeStyle: 'medium' })}</TableTd>
              <TableTd>
                <Who event={event} />
              </TableTd>
              <TableTd>{textOf(event.action)}</TableTd>
              <TableTd>
                <Subject subject={event.subject} />
              </TableTd>
              <TableTd style={{ overflowWrap: 'anywhere' }} maw="24rem">
                <Text component="div" size="sm" c="dimmed">
                  {Object.entries(event.details).map(([name, value]) => (
                    <div key={name}>
                      {name}: {String(value)}
                    </div>
                  ))}
                </Text>
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

function Who({ event: { userId, userName } }: { event: AuditLine }) {
  const t = useTranslations('audit');
  if (userName) return userName;
  if (userId === null) return t('nobody');
  return userId === 0 ? t('commandLine') : t('staff');
}

/** What an event is about; an import leads to itself. */
function Subject({ subject }: Pick<AuditLine, 'subject'>) {
  const importId = /^import:(\d+)$/.exec(subject ?? '')?.[1];
  return importId ? <TextLink href={`/imports/${importId}`}>{subject}</TextLink> : subject;
}
