import { describe, expect, it } from 'vitest';
import { readAddress, wrapLines } from './address';

describe('a whole address', () => {
  it.each([
    ['12 rue des Lilas, 75011 Paris', ['12 rue des Lilas'], '75011', 'Paris', ''],
    ['12, rue des Lilas, 75011 Paris, France', ['12, rue des Lilas'], '75011', 'Paris', 'France'],
    ['Bahnhofstrasse 1\n8001 Zürich', ['Bahnhofstrasse 1'], '8001', 'Zürich', ''],
    ['Bahnhofstrasse 1\nCH-8001 Zürich\nSchweiz', ['Bahnhofstrasse 1'], '8001', 'Zürich', 'Schweiz'],
    ['c/o Weber, Hauptstr. 5, 10115 Berlin, Deutschland', ['c/o Weber', 'Hauptstr. 5'], '10115', 'Berlin', 'Deutschland'],
    ['Via Roma 3, 20121 Milano', ['Via Roma 3'], '20121', 'Milano', ''],
    ['Keizersgracht 100, 1015 AB Amsterdam, Nederland', ['Keizersgracht 100'], '1015 AB', 'Amsterdam', 'Nederland'],
    ['ul. Polna 3, 00-950 Warszawa', ['ul. Polna 3'], '00-950', 'Warszawa', ''],
    ['Rua do Ouro 1, 1000-001 Lisboa', ['Rua do Ouro 1'], '1000-001', 'Lisboa', ''],
    ['Drottninggatan 1, 111 51 Stockholm', ['Drottninggatan 1'], '111 51', 'Stockholm', ''],
    ['10 Downing Street, London SW1A 2AA', ['10 Downing Street'], 'SW1A 2AA', 'London', ''],
    ['10 Downing Street, London, SW1A 2AA', ['10 Downing Street'], 'SW1A 2AA', 'London', ''],
    ['1 Main St, Springfield, IL 62701', ['1 Main St'], '62701', 'Springfield IL', ''],
    ['5 Place du Marché; 69001 Lyon', ['5 Place du Marché'], '69001', 'Lyon', ''],
  ])('%s', (text, lines, zip, town, country) => {
    expect(readAddress(text)).toEqual({ lines, zip, town, country });
  });

  it.each([
    ['12 rue des Lilas'],
    ['75011 Paris'],
    ['Paris, France'],
    ['12 rue des Lilas Paris 75011'],
    ['a, b, c, d, 75011 Paris'],
    ['Postfach'],
    [''],
  ])('%j is not taken apart', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  it('stays whole over the lines it needs', () => {
    const long = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ');
    const lines = wrapLines(long);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(long);
    expect(lines.every((line) => line.length <= 100)).toBe(true);
  });
});
