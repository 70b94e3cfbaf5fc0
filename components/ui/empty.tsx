import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface Props {
  title: ReactNode;
  text: ReactNode;
  children?: ReactNode;
}

/** A list with nothing in it yet: says what will stand here and how to begin. */
export const Empty = ({ title, text, children }: Props) => (
  <Stack className={classes.empty} gap="sm" align="flex-start">
    <Title order={2}>{title}</Title>
    <Text c="dimmed" maw="60ch">
      {text}
    </Text>
    {children}
  </Stack>
);
