import { type LocalDate, toDigitalStyle } from '../../model/date.js';
import type { Remark } from '../../model/finding.js';
import type { KnownCase } from '../../model/named-cases.js';
import { caseCalled } from './case-called.js';

/** What a document says of a case otherwise than the case is formed: first and last day, sheets, of the volume that is meant or of all; what it leaves out is no matter. */
export function factRemarks(named: KnownCase): Remark[] {
  const { mention, volumes, at } = named;
  const [first, last] = [volumes[0]?.volume, volumes.at(-1)?.volume];
  if (first === undefined || last === undefined) return [];
  const sheets = volumes.reduce((sum, { volume }) => sum + volume.sheets, 0);
  const day = (date: LocalDate): string => toDigitalStyle(date);
  const facts = [
    {
      key: 'begun',
      what: 'перший документ',
      isOther: isOther(mention.begun, first.begun),
      right: `від ${day(first.begun)}`,
      expected: first.begun,
    },
    {
      key: 'ended',
      what: 'останній документ',
      isOther: isOther(mention.ended, last.ended),
      right: `від ${day(last.ended)}`,
      expected: last.ended,
    },
    { key: 'sheets', what: 'аркушів у справі', isOther: isOther(mention.sheets, sheets), right: String(sheets), expected: String(sheets) },
  ];
  return facts
    .filter((fact) => fact.isOther)
    .map(({ key, what, right, expected }) => ({
      at: `${at}/${key}`,
      message: `${caseCalled(named)}: ${what} — ${right}, у документі зазначено інше`,
      expected,
      hint: 'Виправте або приберіть: дати й кількість аркушів програма друкує зі сформованої справи.',
    }));
}

function isOther<T>(said: T | undefined, formed: T): boolean {
  return said !== undefined && said !== formed;
}
