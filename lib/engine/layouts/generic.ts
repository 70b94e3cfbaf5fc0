import { extended } from './extended';
import type { Layout } from './layout';

/** The extended columns with their codes in the first row, for files that a program writes. */
export const generic = { code: 'generic', explained: false, columns: extended.columns } as const satisfies Layout;
