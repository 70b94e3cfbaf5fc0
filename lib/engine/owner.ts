import { ALL_ORGANIZATIONS } from './fields/organization';
import type { InstitutionContext } from './institution-context';
import { type Issue, issue } from './issues';
import type { Cells } from './types';

/** Whose data it is: another institution's or an unknown organization's is not ours to write. */
export function ownerIssues(row: number, cells: Cells, institution: InstitutionContext): Issue[] {
  const issues: Issue[] = [];
  if (cells.INSTITUTION && cells.INSTITUTION !== institution.code) {
    issues.push(issue('other-institution', row, 'INSTITUTION', { value: cells.INSTITUTION, expected: institution.code }));
  }
  const organization = cells.ORGANIZATION;
  if (organization && organization !== ALL_ORGANIZATIONS && !institution.organizations.includes(organization)) {
    issues.push(issue('unknown-organization', row, 'ORGANIZATION', { value: organization }));
  }
  return issues;
}
