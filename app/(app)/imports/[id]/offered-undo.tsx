import { show } from '@/app/acting';
import type { ImportKind } from '@/components/import/import-shapes';
import { UndoSection } from '@/components/import/undo-section';
import { may } from '@/lib/server/actor';
import { getUndo } from '@/lib/server/imports/get-undo';
import { undo } from './result/actions';

/** The undo of an import, where there is anything to take back. */
export async function OfferedUndo({ importId, kind }: { importId: number; kind: ImportKind }) {
  const { offer, mayUndo } = await show(async (actor) => ({ offer: await getUndo(actor, { importId }), mayUndo: may(actor, 'import.undo') }));
  return offer && <UndoSection kind={kind} offer={offer} undo={mayUndo ? undo.bind(null, importId) : null} />;
}
