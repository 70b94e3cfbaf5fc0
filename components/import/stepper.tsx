'use client';

import { IconCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { useSelectedLayoutSegment } from 'next/navigation';
import { useTranslations } from 'next-intl';
import classes from './stepper.module.css';
import type { Step } from './steps';

interface Props {
  importId: number;
  steps: readonly Step[];
  /** Names of steps that are called otherwise than usual. */
  names: Partial<Record<Step, string>>;
  /** Steps that may be opened now. */
  open: readonly Step[];
  /** The step the import waits at. */
  waiting: Step;
}

/** The way of an import: what is behind, where one is, what comes. On a narrow screen only the present step has its name. */
export function Stepper({ importId, steps, names, open, waiting }: Props) {
  const t = useTranslations('read');
  const current = useSelectedLayoutSegment();
  const reached = Math.max(steps.indexOf(waiting), (steps as readonly (string | null)[]).indexOf(current));
  return (
    <nav aria-label={t('stepsLabel')}>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const here = step === current;
          const content = (
            <>
              <span className={classes.mark} aria-hidden>
                {index < reached && !here ? <IconCheck size={14} stroke={2.5} /> : index + 1}
              </span>
              <span className={classes.name}>{names[step] ?? t(`steps.${step}`)}</span>
            </>
          );
          return (
            <li key={step} className={classes.step} data-here={here || undefined} data-reached={index <= reached || undefined}>
              {open.includes(step) ? (
                <Link className={classes.link} href={`/imports/${importId}/${step}`} aria-current={here ? 'step' : undefined}>
                  {content}
                </Link>
              ) : (
                <span className={classes.link} aria-current={here ? 'step' : undefined}>
                  {content}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
