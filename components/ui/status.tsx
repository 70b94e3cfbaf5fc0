import {
  IconAlertTriangle,
  IconArrowMerge,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCirclePlus,
  IconCircleX,
  IconClock,
  IconEqual,
  IconHistory,
  IconInfoCircle,
  IconLoader2,
  IconPencil,
  IconPlayerPause,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status.module.css';

/** How good news is; each has one colour in either scheme. */
export type Tone = 'good' | 'busy' | 'care' | 'bad' | 'quiet';

/** The icons of statuses. */
export const STATUS_ICONS = {
  done: IconCircleCheck,
  created: IconCirclePlus,
  updated: IconPencil,
  removed: IconTrash,
  unchanged: IconEqual,
  merged: IconArrowMerge,
  held: IconPlayerPause,
  refused: IconCircleX,
  skipped: IconCircleMinus,
  waiting: IconCircleDashed,
  yours: IconClock,
  working: IconLoader2,
  warning: IconAlertTriangle,
  note: IconInfoCircle,
  before: IconHistory,
};
export type StatusIcon = keyof typeof STATUS_ICONS;

interface Props {
  tone: Tone;
  icon: StatusIcon;
  children: ReactNode;
}

/** A status as colour, icon and word: the word alone says everything. */
export function Status({ tone, icon, children }: Props) {
  const Icon = STATUS_ICONS[icon];
  return (
    <span className={classes.status}>
      <Icon className={classes.icon} data-tone={tone} size={18} stroke={1.8} aria-hidden />
      <span>{children}</span>
    </span>
  );
}

/** Tone and icon of the level of an issue. */
export const LEVEL_LOOK: Record<'info' | 'warning' | 'error', { tone: Tone; icon: StatusIcon }> = {
  info: { tone: 'quiet', icon: 'note' },
  warning: { tone: 'care', icon: 'warning' },
  error: { tone: 'bad', icon: 'refused' },
};
