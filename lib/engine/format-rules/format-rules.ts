import { ADDRESS_RULES } from './address.rules';
import { AUTHORIZATION_RULES } from './authorizations.rules';
import { CELL_RULES } from './cells.rules';
import { CONTACT_RULES } from './contact.rules';
import { CRITERIA_RULES } from './criteria.rules';
import { GLOBAL_RULES } from './global.rules';
import { IDENTITY_RULES } from './identity.rules';
import { INDIVIDUAL_RULES } from './individual.rules';
import { MEANS_RULES } from './means.rules';
import { OPERATION_RULES } from './operations.rules';
import { PHONE_RULES } from './phones.rules';
import { ROW_PART_RULES } from './row-parts.rules';
import type { FormatRule } from './rule.fixture';
import { SAM_RULES } from './sam.rules';
import { STRUCTURE_RULES } from './structure.rules';

/** Every rule of the format, by what the rules are about. */
export const FORMAT_RULES: Readonly<Record<string, readonly FormatRule[]>> = {
  'whose data a row is': GLOBAL_RULES,
  operations: OPERATION_RULES,
  contacts: CONTACT_RULES,
  individuals: INDIVIDUAL_RULES,
  structures: STRUCTURE_RULES,
  addresses: ADDRESS_RULES,
  telephones: PHONE_RULES,
  'e-mails': MEANS_RULES,
  authorizations: AUTHORIZATION_RULES,
  criteria: CRITERIA_RULES,
  cells: CELL_RULES,
  'parts of a row': ROW_PART_RULES,
  'who is who': IDENTITY_RULES,
  'SAM files': SAM_RULES,
};
