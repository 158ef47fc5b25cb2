import { caseFiles, category, unit, year } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Inventory of cases of one category (опис справ), R 28.8: permanent in four copies, personnel in three. */
export const inventory = paperKind({
  id: 'inventory',
  name: 'опис справ',
  genitive: 'опису справ',
  heading: 'ОПИС СПРАВ',
  fields: [issuer, year, unit, category, caseFiles],
  issuer: 'general',
  traits: { archives: 'lists' },
  titleOf: (content) => content.title ?? `Опис справ за ${content.year ?? ''} рік`,
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
