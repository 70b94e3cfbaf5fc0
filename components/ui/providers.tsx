'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { colourVariables, theme } from './theme';

/** Theme and notifications around every screen. */
export const Providers = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} cssVariablesResolver={colourVariables} defaultColorScheme="auto">
    <Notifications position="bottom-right" />
    {children}
  </MantineProvider>
);
