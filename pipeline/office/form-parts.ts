import * as v from 'valibot';
import { type LocalDate, parseLocalDate } from '../model/date.js';

export const text = v.pipe(v.string('a text (put digits in quotes)'), v.trim(), v.minLength(1, 'a text that is not empty'));
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case Latin letters, digits and «-»'));
export const count = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(1, 'a whole number from 1'));
export const date = v.pipe(
  v.string('a date yyyy-mm-dd'),
  v.check((value) => parseLocalDate(value) !== undefined, 'a date yyyy-mm-dd that exists'),
  v.transform((value) => value as LocalDate),
);
/** Of the years that may stand in settings. */
export const year = v.pipe(v.number('a year'), v.integer('a year'), v.minValue(1990, 'a year from 1990'), v.maxValue(9999, 'a year'));
export const interval = { from: v.optional(date), to: v.optional(date) };
