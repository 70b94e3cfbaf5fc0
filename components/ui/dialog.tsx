'use client';

import { ModalBody, ModalContent, ModalOverlay, ModalRoot, ModalTitle, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** A question before something is done. Without Mantine's header bar, which would be a second banner of the page. */
export const Dialog = ({ opened, onClose, title, children }: Props) => (
  <ModalRoot opened={opened} onClose={onClose} centered>
    <ModalOverlay />
    <ModalContent>
      <ModalBody p="xl">
        <Stack>
          <ModalTitle component="h2" fz="lg" fw={600}>
            {title}
          </ModalTitle>
          {children}
        </Stack>
      </ModalBody>
    </ModalContent>
  </ModalRoot>
);
