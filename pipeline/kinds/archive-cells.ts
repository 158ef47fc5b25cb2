import type { NumberCase } from '../language/cardinal.js';
import { figuresAndWords, NOUNS, numberRanges } from '../language/figures-and-words.js';
import type { Appraisal, CaseMention } from '../model/archive-card.js';
import { type LocalDate, toDigitalStyle } from '../model/date.js';
import type { Block, Paragraph, Table } from '../model/draft.js';
import { type ArchiveForm, type CellName, FORMS } from './archive-forms.js';
import type { FormSentence } from './archive-sentences.js';

/** A row of a form: what it leaves out is an empty cell. */
export type FormRow = { readonly [Cell in CellName]?: string | undefined };

/** Rows in the columns of a form. */
export function formTable({ columns, numbered }: ArchiveForm, rows: readonly FormRow[]): Table {
  return {
    type: 'table',
    head: [columns.map(({ title }) => title), ...(numbered ? [columns.map((_, index) => String(index + 1))] : [])],
    rows: rows.map((row) => columns.map(({ cell }) => row[cell] ?? '')),
    widths: columns.map(({ width }) => width),
    isDense: true,
  };
}

/** A sentence of a form with its words. */
export function said({ text }: FormSentence, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`The sentence of the form wants {${name}}`);
    return word;
  });
}

export const paragraph = (text: string): Paragraph => ({ type: 'paragraph', text });

/** Where a form wants numbers and there are none. */
export const NONE = 'немає';

/** `05.01.2021 – 28.12.2021`, one day alone. */
export function datesWords({ begun, ended }: Pick<CaseMention, 'begun' | 'ended'>): string {
  const days = [...new Set([begun, ended].filter((day): day is LocalDate => day !== undefined))];
  return days.map(toDigitalStyle).join(' – ');
}

/** A case as forms list it; `position` from 1. */
export function caseRow(mention: CaseMention, position: number): FormRow {
  const { index, sheets, term, note, decision, until, faults } = mention;
  return {
    position: String(position),
    n: numberWords(mention),
    index,
    heading: headingWords(mention),
    dates: datesWords(mention),
    sheets: sheets === undefined ? '' : String(sheets),
    term,
    note,
    count: '1',
    decision:
      decision === undefined ? '' : `${DECIDED[decision]}${until === undefined ? '' : `${UNTIL[decision]} ${toDigitalStyle(until)}`}`,
    faults: faults.join('; '),
  };
}

const DECIDED: Readonly<Record<Appraisal, string>> = {
  keep: 'зберігати',
  destroy: 'вилучити для знищення',
  prolong: 'продовжити зберігання',
};

/** What stands between a decision and its day: of what is to be destroyed it is the one on which the term ended. */
const UNTIL: Readonly<Record<Appraisal, string>> = { keep: ' до', destroy: ': строк закінчився', prolong: ' до' };

/** Number of a case in its inventory, with its letter: `15а`. */
export function numberWords({ n, letter }: Pick<CaseMention, 'n' | 'letter'>): string {
  return n === undefined ? '' : `${n}${letter ?? ''}`;
}

/** With its volume, where it names one. */
export function headingWords({ heading = '', volume }: Pick<CaseMention, 'heading' | 'volume'>): string {
  return volume === undefined ? heading : `${heading}, том ${volume}`;
}

/** Rows of cases; a heading that says again what stands above it is «Те саме». */
function caseRowsOf(cases: readonly CaseMention[]): readonly FormRow[] {
  return cases.map((mention, index) => {
    const row = caseRow(mention, index + 1);
    return isSameAsAbove(cases, index) ? { ...row, heading: headingWords({ ...mention, heading: 'Те саме' }) } : row;
  });
}

/** Whether a volume goes on with the heading that stands above it. */
function isSameAsAbove(cases: readonly CaseMention[], row: number): boolean {
  const [above, mention] = [cases[row - 1], cases[row]];
  return mention?.volume !== undefined && above?.heading !== undefined && above.heading === mention.heading && above.year === mention.year;
}

/** Cases in the columns of an inventory; where a page begins, a heading is said in full again. */
export function caseTable(form: ArchiveForm, cases: readonly CaseMention[]): Table {
  const column = form.columns.findIndex(({ cell }) => cell === 'heading');
  const inFull = cases.flatMap((mention, row) => (isSameAsAbove(cases, row) ? [{ row, column, text: headingWords(mention) }] : []));
  return { ...formTable(form, caseRowsOf(cases)), ...(inFull.length === 0 ? {} : { inFull }) };
}

/** Cases as a paper lists them that has no form of its own; nothing where there are none. */
export function listOfCases(cases: readonly CaseMention[], form: ArchiveForm = FORMS.cases): readonly Block[] {
  return cases.length === 0
    ? []
    : [
        formTable(
          form,
          cases.map((mention, index) => caseRow(mention, index + 1)),
        ),
      ];
}

/** `25 (двадцять пʼять) справ`; after «прийнято», «передано» and the like the accusative. */
export const countedCases = (cases: readonly unknown[], grammaticalCase?: NumberCase): string =>
  figuresAndWords(cases.length, NOUNS.case, grammaticalCase);

/** Numbers between the first and the last that no case has. */
export function skippedNumbers(cases: readonly Pick<CaseMention, 'n'>[]): string {
  const taken = new Set(cases.flatMap(({ n }) => (n === undefined ? [] : [n])));
  const numbers = [...taken].sort((one, other) => one - other);
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? -1];
  const skipped = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((number) => !taken.has(number));
  return numberRanges(skipped) || NONE;
}

/** How missing cases and such are named: by their number in the inventory, else by their index. */
export function namesOf(cases: readonly CaseMention[]): string {
  return cases.map((mention) => (mention.n === undefined ? unnumbered(mention) : `№ ${numberWords(mention)}`)).join(', ') || NONE;
}

function unnumbered({ index = '', volume, year }: CaseMention): string {
  return `${index}${volume === undefined ? '' : `, том ${volume}`}${year === undefined ? '' : ` за ${year} рік`}`;
}
