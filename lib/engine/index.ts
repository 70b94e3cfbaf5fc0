/** The engine's only door: what the app, the server and the command line may use. */
export { type Address, addressesOf, addressFields, fieldOfKey } from './addresses';
export { type Assigned, applyChange } from './apply-change';
export { type Carried, type Checking, checkRows, prepareChecking } from './check';
export { type Cleaning, cleanRows, prepareCleaning } from './clean';
export { type ContactIndex, indexContacts } from './contact-index';
export { type ColumnCodes, criterionCode, splitValues } from './criteria';
export { DAMAGES, type DamageKind } from './damage/damage';
export { type FoundDamage, findDamage } from './damage/find-damage';
export * from './definitions/definition';
export { DEFINITION_PROBLEMS, type DefinitionProblem, type DefinitionProblemCode } from './definitions/definition-problem';
export { codesInQuestion, type DefinitionPlan, planDefinitions } from './definitions/plan-definitions';
export { byPlace, DEFINITION_MOVES, type DefinitionChange, type DefinitionMove } from './definitions/plan-values';
export {
  MOST_VALUES,
  type ProposedDefinition,
  type Proposing,
  proposalsOf,
  propose,
  startProposing,
  withProposals,
} from './definitions/propose';
export { type ReadDefinitions, readDefinitions } from './definitions/read-definitions';
export type { WantedAbout, WantedCriterion, WantedDefinitions, WantedLabels, WantedValue } from './definitions/wanted';
export { writeDefinitions } from './definitions/write-definitions';
export type { Digest } from './digest';
export { carries, type Edit, type EditOp, type Edits, editsSchema, mapsUnmade, NO_EDITS } from './edits';
export { columnsMade, columnsRead, sourceOf, usualFields } from './edits/columns';
export { prepareEditing } from './edits/edit-rows';
export { mixedDates } from './edits/edited-profile';
export { type EditedRow, FIRST_MADE_COLUMN } from './edits/edited-row';
export { type EditOffer, offerEdits } from './edits/offer-edits';
export { type EditPreview, type EditsPreview, startEditsPreview } from './edits/preview-edits';
export { type Proposal, proposeEdits, withMade } from './edits/propose-edits';
export { FIELDS, type FieldCode, fieldOf, isFieldCode } from './fields';
export type { DateOrder, Field, FieldGroup, FieldType } from './fields/field';
export { ALL_ORGANIZATIONS } from './fields/organization';
export { documentedPhone } from './fields/values/phone';
export { STANDARD_TITLES } from './fields/values/title';
export { type Gathering, gather, startGathering } from './gather';
export { identify } from './identify';
export type * from './institution-context';
export * from './issues';
export { LAYOUTS, type LayoutCode, layoutOf } from './layouts';
export { allowedValues } from './layouts/allowed-values';
export type { Layout, LayoutColumn, LayoutLanguage } from './layouts/layout';
export { allowedLists, type TemplateWords, templateRows } from './layouts/template-rows';
export { withLists } from './layouts/with-lists';
export * from './limits';
export { LIST_CODES, type ListCode, type ListedValue, type Lists, listedCodes, PLAIN_LISTS, type PlainList } from './lists';
export { mapRows } from './map';
export { suggestColumns } from './mapping/suggest-columns';
export { headerFingerprint, suggestMapping } from './mapping/suggest-mapping';
export { OPERATIONS, type OperationCode, operationOf } from './operations';
export { type Planning, planRows, startPlanning } from './plan';
export { planAlone, repeatableHash } from './plan-alone';
export { type ColumnProfiler, profileColumns } from './profile';
export { type CountedQuality, type FieldQuality, type FileQuality, joinQuality, QualityCount } from './quality/count-quality';
export { openFile, openSheets, READ_ERRORS, ReadError, type ReadErrorCode, readers, type WholeSheet } from './readers';
export { mergedColumns } from './readers/merged-cells';
export { readTextStart, TEXT_START_BYTES, type TextStart } from './readers/text-start';
export { carryOver } from './recipes/carry-over';
export { headerLikeness } from './recipes/column-keys';
export { type FileShape, shapeOf } from './recipes/file-shape';
export { DRIFTS, type DriftCode, type DriftFinding, findDrift } from './recipes/find-drift';
export { reachedFields } from './recipes/reached-fields';
export { BLOCKERS } from './removals/blockers';
export { erases, REMOVALS, type RemovalCode, type RemovalFacts, type RemovalPolicy, type Standing } from './removals/removal';
export { isAboutRetired } from './retired';
export { type ColumnKey, isColumnKey, oldFieldOf } from './round-trip/column-key';
export { EXPORT_LAYOUTS, type Exporting, type ExportLayout, prepareExport } from './round-trip/export-rows';
export { type FileRules, prepareStages } from './row-stages';
export { type ImportRules, NUMBER_HOLDERS, type NumberHolder } from './rules';
export { type OwnSalutation, SALUTATION_LANGUAGES, type Salutation, salutationOf } from './salutations';
export { readStanding, STANDING_COLUMNS, standingColumns, type ToldStanding, type WrongStanding } from './standing';
export { keysChangedSince, storedValue, type TakenBack, takeBack } from './take-back';
export { isPhone, isTyped, type TypedKey, typedKey } from './typed-text';
export type * from './types';
export { BUCKETS } from './types';
export { answerValues } from './values/answer-values';
export { answersFor, asCriterion } from './values/answers-for';
export type { ColumnValues } from './values/count-values';
export type { ValueReading } from './values/read-value';
export { hasOpenValues, isOpen, type ValueColumn, type ValueRow, valuesOf } from './values/values-of';
