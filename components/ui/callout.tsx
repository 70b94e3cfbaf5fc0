import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './callout.module.css';
import { STATUS_ICONS, type StatusIcon, type Tone } from './status';

interface Props {
  tone: Tone;
  icon: StatusIcon;
  title?: string;
  /** Read out at once when it appears. */
  urgent?: boolean;
  children: ReactNode;
}

/** Something to know before going on, set apart by a frame and an icon; the text keeps the colour of text. */
export function Callout({ tone, icon, title, urgent, children }: Props) {
  const Icon = STATUS_ICONS[icon];
  return (
    <Alert
      variant="default"
      role={urgent ? 'alert' : 'note'}
      title={title}
      icon={<Icon aria-hidden />}
      classNames={{ root: classes.callout, icon: classes.icon, message: classes.message }}
      data-tone={tone}
    >
      {children}
    </Alert>
  );
}
