/** The files that Foyer writes, by what their names end with, and the type they are sent as. */
export const FILE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export type FileFormat = keyof typeof FILE_TYPES;

export const isFileFormat = (text: string): text is FileFormat => Object.hasOwn(FILE_TYPES, text);
