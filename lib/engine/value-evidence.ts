/** What the values of a column look like; `other` where they look like nothing in particular. */
export type Evidence = 'empty' | 'email' | 'phone' | 'date' | 'flag' | 'other';

/** Share of the samples that has to look alike: real columns have a few odd cells. */
const SHARE = 0.8;

const SHAPES: readonly [Exclude<Evidence, 'empty' | 'other'>, RegExp][] = [
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['date', /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})(?:[ T][\d:.]+Z?)?$/],
  ['flag', /^(?:true|false|t|f)$/i],
  // A bare run of digits is as well a number of a contact: a phone shows its prefix or its groups.
  ['phone', /^(?:(?:\+|00?)[1-9][\d\s()./-]{6,}|\(?0\d[\s()./-]*\d[\d\s()./-]{5,})$/],
];

/** What most of the samples look like. */
export function evidenceOf(samples: readonly string[]): Evidence {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => sample !== '');
  if (filled.length === 0) return 'empty';
  const shape = SHAPES.find(([, pattern]) => filled.filter((sample) => pattern.test(sample)).length >= filled.length * SHARE);
  return shape?.[0] ?? 'other';
}
