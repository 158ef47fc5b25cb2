import { InvalidArgumentError, Option } from 'commander';
import { type LocalDate, parseLocalDate } from '../model/date.js';

/** Every command that answers can answer a machine. */
export interface JsonOption {
  readonly json?: true;
}

export const asJson = new Option('--json', 'print JSON for a machine');

/** A year, for commander. */
export function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('A year has four digits.');
  return Number(text);
}

/** A day `yyyy-mm-dd` that exists. */
export function readDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new InvalidArgumentError('Write a day yyyy-mm-dd.');
  return date;
}

/** A whole number from 1. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number from 1.');
  return Number(text);
}

/** The number of days in `7d`. */
export function readDays(text: string): number {
  const days = /^(\d{1,4})d$/.exec(text)?.[1];
  if (days === undefined) throw new InvalidArgumentError('Write a number of days, e.g. 7d.');
  return Number(days);
}

/** An act as `SERIES/YEAR/NUMBER`. */
export function readActName(text: string): { series: string; year: number; number: string } {
  const parts = /^([^/]+)\/(\d{4})\/(.+)$/.exec(text);
  const [, series, year, number] = parts ?? [];
  if (series === undefined || year === undefined || number === undefined)
    throw new InvalidArgumentError('Write SERIES/YEAR/NUMBER, e.g. decision/2021/27.');
  return { series, year: Number(year), number };
}
