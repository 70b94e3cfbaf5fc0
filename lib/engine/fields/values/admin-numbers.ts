const SEPARATOR = '|';

/** Takes away what surrounds the sign between code and value. What is no `CODE=value` is left: a CONFIG row may give the code. */
export const cleanAdminNumbers = (value: string): string =>
  value
    .split(SEPARATOR)
    .map((number) => number.trim().replace(/\s*=\s*/, '='))
    .join(SEPARATOR);

const codeOf = (number: string): string => number.slice(0, number.indexOf('='));

/** The numbers with those of `added`, by code; one of the same code takes the place of the one before. */
export function addAdminNumbers(before: string | undefined, added: string): string {
  const numbers = [...(before?.split(SEPARATOR) ?? []), ...added.split(SEPARATOR)];
  const byCode = new Map(numbers.map((number) => [codeOf(number), number]));
  return [...byCode.keys()]
    .sort()
    .map((code) => byCode.get(code))
    .join(SEPARATOR);
}

/**
 * Every number with its code, in the one order they are kept in; null where one has no code, no value, or a code longer than eight
 * characters, and where two numbers have one code.
 */
export function withCodes(value: string, columnCode: string | undefined): string | null {
  const given = value.split(SEPARATOR).map((number) => (number.includes('=') || !columnCode ? number : `${columnCode}=${number}`));
  const numbers = [...new Set(given)];
  const areTold = numbers.every((number) => /^[^=\s]{1,8}=\S/.test(number)) && new Set(numbers.map(codeOf)).size === numbers.length;
  return areTold ? addAdminNumbers(undefined, numbers.join(SEPARATOR)) : null;
}
