import { Code, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LEVEL_LOOK, Status } from '@/components/ui/status';
import type { DescribedProblem } from '@/lib/i18n/described-problems';
import { PROBLEM_LEVELS } from '@/lib/i18n/described-problems';
import classes from './formats.module.css';

const LOOK = { ...LEVEL_LOOK, refusal: LEVEL_LOOK.error };

/** Every problem with what it means, by level; its code is its anchor. Drawn on the server: its texts do not travel to the browser twice. */
export function ProblemGuide({ problems }: { problems: readonly DescribedProblem[] }) {
  const t = useTranslations('formats.guide');
  return PROBLEM_LEVELS.map((level) => (
    <section key={level} aria-labelledby={`level-${level}`} className={classes.level}>
      <Title order={2} id={`level-${level}`}>
        <Status {...LOOK[level]}>{t(`levels.${level}.name`)}</Status>
      </Title>
      <Text mb="lg">{t(`levels.${level}.about`)}</Text>
      {problems
        .filter((problem) => problem.level === level)
        .map((problem) => (
          <ProblemEntry key={problem.code} problem={problem} />
        ))}
    </section>
  ));
}

function ProblemEntry({ problem: { code, title, text, expected, action } }: { problem: DescribedProblem }) {
  const t = useTranslations('formats.guide');
  return (
    <section id={code} aria-labelledby={`title-${code}`} className={classes.problem}>
      <Title order={3} fz="md" id={`title-${code}`}>
        {title}
      </Title>
      <Code className={classes.example}>{code}</Code>
      <Text mt={4}>{text}</Text>
      <dl className={classes.parts}>
        <dt>{t('expected')}</dt>
        <dd>{expected}</dd>
        <dt>{t('action')}</dt>
        <dd>{action}</dd>
      </dl>
    </section>
  );
}
