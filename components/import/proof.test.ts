import { describe, expect, it } from 'vitest';
import { accentProof, zeroProof } from './proof';

const rows = [
  ['Dupont', '1000', 'a – b', '10'],
  ['Müller', '01000', 'Zoë', '0'],
];

describe('proofs that a file was read rightly', () => {
  it('shows the first word with an accented letter, not a dash', () => {
    expect(accentProof(rows)).toEqual({ column: 0, value: 'Müller' });
  });

  it('shows the first number with a leading zero, not a zero alone', () => {
    expect(zeroProof(rows)).toEqual({ column: 1, value: '01000' });
  });

  it('shows nothing where there is nothing to show', () => {
    expect(accentProof([['plain']])).toBeNull();
    expect(zeroProof([])).toBeNull();
  });
});
