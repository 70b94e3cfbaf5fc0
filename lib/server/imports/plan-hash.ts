import { createHash } from 'node:crypto';
import type { Change, Edits, ImportRules, Mapping, RemovalPolicy } from '@/lib/engine';

/**
 * The identity of a plan, as a SHA-256 in hex: the file, the mapping, the edits, the environment, the rules and every change.
 * The data are in it by what they led to, and by the version of each contact that is changed. Ids of contacts still to be
 * created are left out: planning twice over the same data gives the same hash.
 */
export function planHash(file: {
  sha256: string | null;
  mapping: Mapping;
  edits: Edits;
  environment: string;
  rules: ImportRules;
  removal?: RemovalPolicy;
}) {
  const { lenient = false, raiseConsents = null, structureNumber = null, allOrNothing = false, defineUnknown = false } = file.rules;
  const rules = [lenient, raiseConsents?.source, structureNumber, allOrNothing, defineUnknown, ...(file.removal ? [file.removal] : [])];
  const hash = createHash('sha256').update(JSON.stringify([file.sha256, file.environment, Object.entries(file.mapping), file.edits.list, rules]));
  return {
    add({ row, part, kind, operation, contactId, contactVersion, structure, before, after }: Change): void {
      hash.update(JSON.stringify([row, part, kind, operation, contactId, contactVersion, structure, before, after]));
    },
    /** What was planned elsewhere, as a text that stands for it. */
    addText: (text: string) => void hash.update(text),
    digest: () => hash.digest('hex'),
  };
}
