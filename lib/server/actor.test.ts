import { describe, expect, it } from 'vitest';
import { may, type Permission, ROLES, requirePermission } from './actor';

/** Who may what, written out a second time on purpose: a power that moves by accident shows here. */
const POWERS: [Permission, string][] = [
  ['import.view', 'importer manager operator approver administrator'],
  ['import.create', 'importer manager operator'],
  ['import.confirm', 'importer manager operator'],
  ['import.undo', 'manager operator'],
  ['contact.view', 'importer manager operator approver administrator'],
  ['settings.view', 'importer manager operator approver administrator'],
  ['settings.edit', 'manager operator administrator'],
  ['institution.list', 'operator approver administrator'],
];

describe('permissions', () => {
  it.each(POWERS)('%s is given to %s and to nobody else', (permission, holders) => {
    expect(ROLES.filter((role) => may({ roles: [role] }, permission)).join(' ')).toBe(holders);
  });

  it.each(POWERS)('%s is refused to whoever holds no role', (permission) => {
    expect(() => requirePermission({ roles: [] }, permission)).toThrow(
      expect.objectContaining({ code: 'forbidden', status: 403, params: { permission } }),
    );
  });

  it('adds up over several roles', () => {
    expect(() => requirePermission({ roles: ['approver', 'operator'] }, 'import.create')).not.toThrow();
  });
});
