import type { ReadErrorCode } from '@/lib/engine';

type Params = Record<string, string | number>;

const SENTENCES: Record<ReadErrorCode | 'no-such-file', (params: Params) => string> = {
  'no-such-file': () => 'There is no such file.',
  'password-protected': () => 'The file is locked by a password (encrypted). Save it without a password.',
  'unsupported-format': ({ kind, instead }) => `This is a file of the kind ${kind}, not a table. Export it as ${instead} and import that.`,
  'too-large': ({ what, limit }) => `The file holds more than can be read (${what}, limit ${limit}).`,
  'too-many-columns': ({ columns, limit }) => `The file has ${columns} columns; ${limit} can be read.`,
  'damaged-file': ({ format, reason }) => `The file is damaged: it is not complete or not well-formed ${format} (${reason}).`,
  'unknown-encoding': ({ encoding }) => `The encoding ${encoding} is not known.`,
  'no-such-sheet': ({ sheet }) => `The book has no sheet ${sheet}.`,
  timeout: ({ seconds }) => `Reading the file took longer than ${seconds} seconds and was given up.`,
  'out-of-memory': ({ limit }) => `Reading the file needs more memory than is allowed (${limit} MB).`,
};

/** A refusal in words, for the terminal and for scripts. */
export const refusalSentence = (code: string, params: Params): string =>
  SENTENCES[code as keyof typeof SENTENCES]?.(params) ?? `The file could not be read (${code}).`;
