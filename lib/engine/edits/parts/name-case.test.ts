import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameCase } from './name-case';

describe('nameCase', () => {
  it.each([
    ['DUPONT', 'Dupont'],
    ['dupont', 'Dupont'],
    ['JEAN-PIERRE', 'Jean-Pierre'],
    ['anna maria', 'Anna Maria'],
    ['MCDONALD', 'McDonald'],
    ['mcdonald', 'McDonald'],
    ['MACRON', 'Macron'],
    ["O'NEILL", "O'Neill"],
    ["D'ARC", "d'Arc"],
    ['d’arc', 'd’Arc'],
    ["DELL'ACQUA", "dell'Acqua"],
    ['VON TRAPP', 'von Trapp'],
    ['VAN DER MEER', 'van der Meer'],
    ['DE LA TOUR', 'de la Tour'],
    ['da silva', 'da Silva'],
    ['VAN', 'Van'],
    ['ÉTIENNE', 'Étienne'],
    ['ÖZTÜRK', 'Öztürk'],
    ['ПЕТРОВ', 'Петров'],
    ['J. R.', 'J. R.'],
    ['王小明', '王小明'],
  ])('%s is written %s', (typed, written) => {
    expect(nameCase(typed)).toBe(written);
  });

  it.each(['McDonald', 'MacLeod', 'von Trapp', 'deVries', 'LeBron', 'Dupont-MARTIN'])('%s was written so on purpose and stays', (name) => {
    expect(nameCase(name)).toBe(name);
  });

  it('done twice is done once', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => nameCase(nameCase(text)) === nameCase(text)));
    const words = fc.constantFrom('VON', 'MCDONALD', "D'ARC", 'de', 'la', 'x', 'Ö', '-', "'", ' ', 'MC');
    fc.assert(fc.property(fc.array(words), (parts) => nameCase(nameCase(parts.join(' '))) === nameCase(parts.join(' '))));
  });
});
