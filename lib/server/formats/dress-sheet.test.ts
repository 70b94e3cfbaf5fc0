import { describe, expect, it } from 'vitest';
import { columnLetters, dressSheet } from './dress-sheet';

const SHEET =
  '<worksheet><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="20"/><col min="2" max="2" width="9"/></cols>' +
  '<sheetData><row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row></sheetData><ignoredErrors/></worksheet>';

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %i %s', (column, letters) => expect(columnLetters(column)).toBe(letters));
});

describe('dressSheet', () => {
  const dressed = dressSheet(SHEET, { header: 4, choices: [{ column: 27, values: "'R&D'!$A$2:$A$9" }] });

  it('formats whole columns as the text cells are', () => {
    expect(dressed).toContain('<col style="3" min="1" max="1" width="20"/><col style="3" min="2" max="2" width="9"/>');
  });

  it('keeps the header in sight', () => {
    expect(dressed).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
  });

  it('offers the values below the header, right behind the cells where the format wants them', () => {
    expect(dressed).toContain(
      '</sheetData><dataValidations count="1"><dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="AB5:AB1048576">' +
        "<formula1>'R&amp;D'!$A$2:$A$9</formula1></dataValidation></dataValidations><ignoredErrors/>",
    );
  });

  it('adds no list where there is none', () => {
    expect(dressSheet(SHEET, { header: 1, choices: [] })).not.toContain('dataValidation');
  });

  it('does not go on without the style it counts on', () => {
    expect(() => dressSheet('<worksheet><sheetData/></worksheet>', { header: 1, choices: [] })).toThrow('not formatted');
  });
});
