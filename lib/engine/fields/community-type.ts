import { type Field, STRUCTURE } from './field';

/** The kind of group that a structure stands for; without one it stands for none. */
export const communityType = {
  code: 'COMMUNITY_TYPE',
  group: 'structure',
  type: 'code',
  length: 8,
  labels: { en: 'Community type', fr: 'Type de collectivité' },
  example: 'COUNCIL',
  appliesTo: STRUCTURE,
} as const satisfies Field;
