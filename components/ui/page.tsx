import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface FrameProps {
  /** The grid pages use the whole width; pages that are read keep a line length. */
  wide?: boolean;
  children: ReactNode;
}

/** The space around a page's content. */
export const Frame = ({ wide, children }: FrameProps) => (
  <div className={classes.page} data-wide={wide || undefined}>
    {children}
  </div>
);

interface Props extends FrameProps {
  title: ReactNode;
  lead?: ReactNode;
  /** What can be done with the page as a whole, beside its title. */
  actions?: ReactNode;
}

/** A page: one heading, a sentence, what can be done, and the content. */
export const Page = ({ title, lead, actions, wide, children }: Props) => (
  <Frame wide={wide}>
    <Group justify="space-between" align="flex-end" gap="md" mb="xl">
      <Stack gap={6} maw="70ch">
        <Title order={1}>{title}</Title>
        {lead && <Text c="dimmed">{lead}</Text>}
      </Stack>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
    {children}
  </Frame>
);
