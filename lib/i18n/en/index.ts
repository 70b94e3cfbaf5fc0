import approval from './approval.json';
import audit from './audit.json';
import certificate from './certificate.json';
import contacts from './contacts.json';
import criteria from './criteria.json';
import damage from './damage.json';
import edits from './edits.json';
import errors from './errors.json';
import fields from './fields.json';
import firstRows from './first-rows.json';
import formats from './formats.json';
import guide from './guide.json';
import home from './home.json';
import imports from './imports.json';
import issues from './issues.json';
import map from './map.json';
import plan from './plan.json';
import policy from './policy.json';
import problems from './problems.json';
import progress from './progress.json';
import quality from './quality.json';
import read from './read.json';
import recipes from './recipes.json';
import removals from './removals.json';
import result from './result.json';
import settings from './settings.json';
import shell from './shell.json';
import signIn from './sign-in.json';
import ui from './ui.json';
import undo from './undo.json';
import upload from './upload.json';
import values from './values.json';

/** Every text in English: the catalogue whose keys the others must have. */
export const en = {
  approval,
  audit,
  certificate,
  contacts,
  criteria,
  damage,
  edits,
  errors,
  fields,
  firstRows,
  formats,
  guide,
  home,
  imports,
  issues,
  map,
  plan,
  policy,
  problems,
  progress,
  quality,
  read,
  recipes,
  removals,
  result,
  settings,
  shell,
  signIn,
  ui,
  undo,
  upload,
  values,
};

export type Catalogue = typeof en;
