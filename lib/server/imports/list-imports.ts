import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { type ApprovalState, Environment, type ImportKind, type ImportPurpose, ImportState, type Prisma } from '@/lib/server/generated/prisma/client';
import { retentionDays } from '@/lib/server/institutions/retention-days';
import type { ImportError } from './get-import';
import { type ImportCounts, readCounts } from './import-counts';
import { LAST_APPROVAL } from './last-approval';
import { isHeld } from './refuse-held';
import { STANDING_UNDO } from './standing-undo';
import { undoableUntil } from './undoable-until';

/** Imports on one page of the list. */
export const IMPORTS_PER_PAGE = 25;

const input = z.object({
  /** From 1. */
  page: z.int().min(1).default(1),
  /** Part of the file's name. */
  search: z.string().trim().max(255).optional(),
  state: z.enum(ImportState).optional(),
  environment: z.enum(Environment).optional(),
});

export interface ImportListItem {
  id: number;
  kind: ImportKind;
  purpose: ImportPurpose;
  /** Where the last request for approval stands; null where nobody ever asked. */
  approval: ApprovalState | null;
  undoes: number | null;
  /** The undo that took it back, wholly or in part, and was not undone itself. */
  undoneBy: number | null;
  /** ISO text; null where it is not applied, or was too long ago. */
  undoableUntil: string | null;
  fileName: string;
  state: ImportState;
  /** Whether it waits for somebody to accept that its file differs from the last one of its recipe. */
  held: boolean;
  environment: Environment;
  createdAt: string;
  createdByName: string | null;
  counts: ImportCounts | null;
  balanced: boolean | null;
  error: ImportError | null;
}

function stillUndoable(item: Parameters<typeof undoableUntil>[0], days: number): string | null {
  const until = undoableUntil(item, days);
  return until && until > new Date() ? until.toISOString() : null;
}

/** The institution's imports, newest first. */
export async function listImports(actor: Actor, request: z.input<typeof input> = {}): Promise<{ total: number; items: ImportListItem[] }> {
  requirePermission(actor, 'import.view');
  const { page, search, state, environment } = input.parse(request);
  const { institutionId, userId } = actor;
  const where: Prisma.ImportWhereInput = {
    institutionId,
    state,
    environment,
    ...(search && { file: { name: { contains: search, mode: 'insensitive' } } }),
  };
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const total = await db.import.count({ where });
    const found = await db.import.findMany({
      where,
      include: { file: { select: { name: true } }, undone: true, ...LAST_APPROVAL, ...STANDING_UNDO },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * IMPORTS_PER_PAGE,
      take: IMPORTS_PER_PAGE,
    });
    const people = await db.user.findMany({ where: { id: { in: found.map((item) => item.createdBy) } }, select: { id: true, name: true } });
    const days = await retentionDays(db, institutionId);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const items = found.map((item) => ({
      id: item.id,
      kind: item.kind,
      purpose: item.purpose,
      approval: item.approvals[0]?.state ?? null,
      undoes: item.undoes,
      undoneBy: item.undos[0]?.id ?? null,
      undoableUntil: item.state === 'applied' ? stillUndoable(item, days) : null,
      fileName: item.file.name,
      state: item.state,
      held: item.state === 'read' && isHeld(item),
      environment: item.environment,
      createdAt: item.createdAt.toISOString(),
      createdByName: names.get(item.createdBy) ?? null,
      ...readCounts(item.counts),
      error: item.error as ImportError | null,
    }));
    return { total, items };
  });
}
