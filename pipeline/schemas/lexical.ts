/** What text may not hold: the soft hyphen, and what no XML file can hold (XML 1.0, production 2). Inside a character class of a JSON Schema pattern. */
const REFUSED = '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u00AD\\uD800-\\uDFFF\\uFFFE\\uFFFF';
const SPACE = '[ \\t\\n\\r]*';
const COMMON_DAYS =
  '[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))';
const LEAP_DAY = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29';

/** Patterns of JSON Schema (ECMA-262, flag `u`) for values as readers take them: space around and inside a value does not count. */
export const jsonPatterns = {
  text: `^[^${REFUSED}]*$`,
  requiredText: `^${SPACE}[^ \\t\\n\\r${REFUSED}][^${REFUSED}]*$`,
  /** One of these words, or nothing. */
  words: (words: readonly string[]) => `^${SPACE}(?:${words.join('|')})?${SPACE}$`,
  /** A day that exists in a year from 0001 to 9999, one of these words, or nothing. */
  date: (words: readonly string[]) => `^${SPACE}(?:${[...words, `(?!0000)(?:${COMMON_DAYS}|${LEAP_DAY})`].join('|')})?${SPACE}$`,
} as const;

/** Patterns of XML Schema; `\d` is not used, for there it means the digits of every script. */
export const xsdPatterns = {
  text: '[^&#xAD;]*',
  date: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
  integer: '0|[1-9][0-9]*',
} as const;
