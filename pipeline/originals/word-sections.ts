import type { Measures } from './measures.js';
import type { WordPackage } from './word-package.js';
import { charactersOf, down, elementsIn, type WordElement, within } from './word-xml.js';

/** Properties of every section, in order (ECMA-376-1, 17.6). */
export function sectionsOf(document: WordElement): readonly WordElement[] {
  const body = down(document, 'w:body');
  if (body === undefined) return [];
  const last = down(body, 'w:sectPr');
  const inner = within(body, 'w:pPr').flatMap((properties) => elementsIn(properties).filter(({ name }) => name === 'w:sectPr'));
  return last === undefined ? inner : [...inner, last];
}

export function sheetsOf(sections: readonly WordElement[]): Measures['sheets'] {
  return sections.map((section, index) => {
    const { 'w:w': width = WORD_WIDTH, 'w:h': height = WORD_HEIGHT } = down(section, 'w:pgSz')?.attributes ?? {};
    return { sheet: index + 1, widthMm: millimetres(width), heightMm: millimetres(height) };
  });
}

/** Without a size Word takes Letter. */
const WORD_WIDTH = '12240';
const WORD_HEIGHT = '15840';

/** Twentieths of a point, or with a unit in the strict form. */
function millimetres(length: string): number {
  const [, number = '0', unit = ''] = /^(-?[\d.]+)(mm|cm|in|pt|pc|pi)?$/.exec(length) ?? [];
  return Math.round(Number(number) * (UNITS.get(unit) ?? 0) * 10) / 10;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 25.4 / 1440],
  ['mm', 1],
  ['cm', 10],
  ['in', 25.4],
  ['pt', 25.4 / 72],
  ['pc', 25.4 / 6],
  ['pi', 25.4 / 6],
]);

/**
 * `2` if a page after the first may be printed without its number: each section wants the field in the header or footer of its ordinary pages, of the
 * even ones where they differ, and of its first page where that differs and another section stands before it. A text that fills no page wants none.
 */
export function unnumberedIn(parts: WordPackage, sections: readonly WordElement[], text: string): readonly number[] {
  const breaks = within(parts.document, 'w:br').some(({ attributes }) => attributes['w:type'] === 'page');
  if (!breaks && sections.length < 2 && text.length < ONE_PAGE) return [];
  const evenDiffer = parts.related('settings').some((settings) => isOn(down(settings, 'w:evenAndOddHeaders')));
  const shown = new Map<string, WordElement>();
  const isNumbered = (page: string): boolean => MARGINS.some((margin) => hasPageField(shown.get(`${margin} ${page}`)));
  const lacking = sections.some((section, index) => {
    // A header that a section does not name is that of the one before it.
    for (const { name, attributes } of elementsIn(section)) {
      const part = parts.byId(attributes['r:id'] ?? '');
      const margin = MARGINS.find((one) => name === `w:${one}Reference`);
      if (margin !== undefined && part !== undefined) shown.set(`${margin} ${attributes['w:type'] ?? 'default'}`, part);
    }
    const pages = [
      'default',
      ...(evenDiffer ? ['even'] : []),
      ...(index > 0 && isOn(down(section, 'w:titlePg')) && !CONTINUES.has(down(section, 'w:type')?.attributes['w:val'] ?? '')
        ? ['first']
        : []),
    ];
    return !pages.every(isNumbered);
  });
  return lacking ? [2] : [];
}

const MARGINS = ['header', 'footer'] as const;
/** A section that begins in the middle of a page has no first page of its own. */
const CONTINUES: ReadonlySet<string> = new Set(['continuous']);
/** Characters: so few fill no A4 page in any type that a contract is set in. */
const ONE_PAGE = 1200;

function isOn(element: WordElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '1');
}

/** A PAGE field, simple or complex, its instruction split over runs as Word likes to (17.16). */
function hasPageField(part: WordElement | undefined): boolean {
  if (part === undefined) return false;
  if (within(part, 'w:fldSimple').some(({ attributes }) => PAGE.test(attributes['w:instr'] ?? ''))) return true;
  return within(part, 'w:pgNum').length > 0 || instructionsIn(part).some((instruction) => PAGE.test(instruction));
}

const PAGE = /^\s*PAGE(?:\s|$)/i;

function instructionsIn(part: WordElement): string[] {
  const open: string[] = [];
  const closed: string[] = [];
  const walk = (element: WordElement): void => {
    for (const child of elementsIn(element)) {
      const type = child.name === 'w:fldChar' ? child.attributes['w:fldCharType'] : undefined;
      if (type === 'begin') open.push('');
      else if (type === 'end') closed.push(open.pop() ?? '');
      else if (child.name === 'w:instrText') open.push(`${open.pop() ?? ''}${charactersOf(child)}`);
      else walk(child);
    }
  };
  walk(part);
  return [...closed, ...open];
}
