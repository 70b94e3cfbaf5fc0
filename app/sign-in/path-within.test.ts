import { describe, expect, it } from 'vitest';
import { pathWithin } from './path-within';

describe('pathWithin', () => {
  it.each([
    ['/imports/7/plan?x=1', '/imports/7/plan?x=1'],
    ['', '/'],
    ['https://elsewhere.example/imports', '/'],
    ['//elsewhere.example', '/'],
    ['/\\\\elsewhere.example', '/'],
    ['/.//elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['http://', '/'],
  ])('%s leads to %s', (address, path) => {
    expect(pathWithin(address)).toBe(path);
  });
});
