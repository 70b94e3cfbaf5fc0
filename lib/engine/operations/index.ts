import { addOrUpdate } from './add-or-update';
import { anonymize } from './anonymize';
import { config } from './config';
import { deleteData } from './delete';
import { drop } from './drop';
import { insert } from './insert';
import { invalidate } from './invalidate';
import type { Operation } from './operation';
import { update } from './update';
import { updateact } from './updateact';

/** The operations of the format, and the one that a file without operations means. */
const LIST = [insert, update, updateact, addOrUpdate, config, invalidate, deleteData, anonymize, drop] as const;

export type OperationCode = (typeof LIST)[number]['code'];

type KnownOperation = Operation & { readonly code: OperationCode };

export const OPERATIONS: readonly KnownOperation[] = LIST;

const byCode = new Map<string, KnownOperation>(OPERATIONS.map((operation) => [operation.code, operation]));

/** The operation with this exact code, or undefined. */
export const operationOf = (code: string): KnownOperation | undefined => byCode.get(code);
