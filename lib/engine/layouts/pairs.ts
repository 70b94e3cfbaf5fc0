import { isChangeable, PAIR_SIDES, pairHeader } from '@/lib/engine/round-trip/column-key';
import type { Layout, LayoutColumn } from './layout';
import { roundtrip } from './roundtrip';

const isPaired = ({ code }: LayoutColumn): boolean => isChangeable(code) || code === 'ADDR_TYPE';

/** Each value twice: as it was exported and as it is wanted. A contact whose value is no longer the exported one is left alone. */
export const pairs = {
  code: 'pairs',
  explained: false,
  columns: roundtrip.columns
    .filter(({ code }) => code !== 'ROW_HASH')
    .flatMap((column): LayoutColumn[] =>
      isPaired(column) ? PAIR_SIDES.map((side) => ({ ...column, code: pairHeader(side, column.code) })) : [column],
    ),
} as const satisfies Layout;
