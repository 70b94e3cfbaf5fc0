import { AppError } from './errors';

/** Who acts, in which institution, with which roles there. Every use case takes one and checks it first. */
export interface Actor {
  userId: number;
  institutionId: number;
  roles: readonly Role[];
  /** True when the person works here as staff: every entry into an institution is audited. */
  staff: boolean;
}

export const ROLES = ['importer', 'manager', 'operator', 'approver', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that hold in every institution. */
export const STAFF_ROLES: readonly Role[] = ['operator', 'approver', 'administrator'];

/** What may be done, and by whom. One table, so that a role's powers can be read in one place. */
const PERMISSIONS = {
  'import.view': ['importer', 'manager', 'operator', 'approver', 'administrator'],
  'import.create': ['importer', 'manager', 'operator'],
  'import.confirm': ['importer', 'manager', 'operator'],
  'import.undo': ['manager', 'operator'],
  'standing.load': ['manager', 'operator'],
  'erased.override': ['manager', 'operator'],
  'recipe.view': ['importer', 'manager', 'operator', 'approver', 'administrator'],
  'recipe.save': ['importer', 'manager', 'operator'],
  'recipe.delete': ['manager', 'operator'],
  'drift.accept': ['importer', 'manager', 'operator'],
  'contact.view': ['importer', 'manager', 'operator', 'approver', 'administrator'],
  'contact.export': ['importer', 'manager', 'operator'],
  'settings.view': ['importer', 'manager', 'operator', 'approver', 'administrator'],
  'settings.edit': ['manager', 'operator', 'administrator'],
  'removal.request': ['manager', 'operator'],
  'removal.approve': ['approver'],
  'removal.policy': ['administrator'],
  'approval.list': ['operator', 'approver', 'administrator'],
  'certificate.view': ['manager', 'operator', 'approver', 'administrator'],
  'audit.view': ['manager', 'operator', 'approver', 'administrator'],
  'criteria.view': ['importer', 'manager', 'operator', 'approver', 'administrator'],
  'criteria.define': ['manager', 'operator', 'administrator'],
  'criteria.policy': ['operator', 'administrator'],
  'institution.list': ['operator', 'approver', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether one of the roles allows it; for showing only what a person may do. Use cases refuse with `requirePermission`. */
export const may = (actor: Pick<Actor, 'roles'>, permission: Permission): boolean =>
  actor.roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role));

/** Refuses with `forbidden` unless one of the actor's roles allows it. */
export function requirePermission(actor: Pick<Actor, 'roles'>, permission: Permission): void {
  if (!may(actor, permission)) throw new AppError('forbidden', { permission }, 403);
}
