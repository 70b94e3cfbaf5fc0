import { expect, it } from 'vitest';
import { LEXICONS } from './index';

it.each(Object.entries(LEXICONS))('the lexicon %s gives every phrase one meaning, and only phrases as headers are folded', (_, lexicon) => {
  const phrases = Object.values(lexicon).flatMap((words) => words.split('|'));
  expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  expect(phrases.filter((phrase) => phrase !== phrase.trim() || phrase === '')).toEqual([]);
});
