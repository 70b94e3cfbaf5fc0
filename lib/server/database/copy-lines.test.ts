import { describe, expect, it } from 'vitest';
import { CopyLines } from './copy-lines';

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

describe('lines for COPY', () => {
  it('are given back in their order, in UTF-8, once', () => {
    const lines = new CopyLines();
    lines.add('Zoë\t€\n');
    lines.add('😀\n');
    expect(text(lines.take())).toBe('Zoë\t€\n😀\n');
    expect(lines.take()).toHaveLength(0);
    lines.add('next\n');
    expect(text(lines.take())).toBe('next\n');
  });

  it('have room for any number of them, and for one of any length', () => {
    const lines = new CopyLines();
    const many = Array.from({ length: 5_000 }, (_, at) => `${at}\t${'é'.repeat(at % 100)}\n`);
    for (const line of many) lines.add(line);
    lines.add('€'.repeat(1_000_000));
    expect(text(lines.take())).toBe(many.join('') + '€'.repeat(1_000_000));
  });

  it('stay as they were taken while others are added', () => {
    const lines = new CopyLines();
    lines.add('first\n');
    const taken = lines.take();
    lines.add('other\n');
    expect(text(taken)).toBe('first\n');
  });
});
