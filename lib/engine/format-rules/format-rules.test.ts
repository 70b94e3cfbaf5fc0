import { describe, expect, it } from 'vitest';
import type { FieldCode } from '@/lib/engine/fields';
import { planFile } from '@/lib/engine/small-file.fixture';
import type { ContactKind, ValueKey } from '@/lib/engine/types';
import { FORMAT_RULES } from './format-rules';

/** A cell that holds more than a sign of the format. */
const SAYS_MORE = /[^=|]/;

describe.each(Object.entries(FORMAT_RULES))('the rules of %s', (_, rules) => {
  it('are named each once', () => {
    const names = rules.map(({ rule }) => rule);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('say with every cell that is not taken as it is what stood there', () => {
    for (const { rule, rows, contacts } of rules) {
      const typed = rows.at(-1) ?? {};
      const told = planFile(rows, contacts)
        .at(-1)
        ?.issues.filter(({ level, field }) => level !== 'info' && SAYS_MORE.test(typed[field as FieldCode] ?? ''));
      expect(
        told?.filter(({ params }) => params.value === undefined && params.length === undefined),
        rule,
      ).toEqual([]);
    }
  });

  it.each(rules.map((rule) => [rule.rule, rule] as const))('%s', (_, { rows, contacts, bucket, writes, says }) => {
    const last = planFile(rows, contacts).at(-1);
    expect(last?.issues.map(({ code }) => code)).toEqual(says);
    expect(last?.bucket).toBe(bucket);
    for (const [part, values] of Object.entries(writes)) {
      const change = last?.changes.find((changed) => changed.part === (part as ContactKind));
      const written = values && Object.fromEntries(Object.keys(values).map((key) => [key, change?.after[key as ValueKey]]));
      expect(change && written, part).toEqual(values);
    }
  });
});
