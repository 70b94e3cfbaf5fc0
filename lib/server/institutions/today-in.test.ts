import { expect, it } from 'vitest';
import { todayIn } from './today-in';

it.each([
  ['FR', '2026-05-03T21:59:59Z', '2026-05-03'],
  ['FR', '2026-05-03T22:00:00Z', '2026-05-04'],
  ['CH', '2026-01-31T23:30:00Z', '2026-02-01'],
  ['GB', '2026-01-31T23:30:00Z', '2026-01-31'],
  ['ZZ', '2026-12-31T23:59:59Z', '2026-12-31'],
])('in %s at %s the day is %s', (country, moment, day) => {
  expect(todayIn(country, new Date(moment))).toBe(day);
});
