import { criteria } from './criteria';
import { extended } from './extended';
import { generic } from './generic';
import type { Layout } from './layout';
import { legacy } from './legacy';
import { pairs } from './pairs';
import { removal } from './removal';
import { roundtrip } from './roundtrip';
import { sam } from './sam';
import { structureTypes } from './structure-types';

/** The layouts of the format, in the order in which they are offered. */
const LIST = [extended, generic, sam, roundtrip, pairs, legacy, removal, criteria, structureTypes] as const;

export type LayoutCode = (typeof LIST)[number]['code'];

type KnownLayout = Layout & { readonly code: LayoutCode };

export const LAYOUTS: readonly KnownLayout[] = LIST;

const byCode = new Map<string, KnownLayout>(LAYOUTS.map((layout) => [layout.code, layout]));

/** The layout with this exact code, or undefined. */
export const layoutOf = (code: string): KnownLayout | undefined => byCode.get(code);
