import { plannedCases, unit, year } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';

/** Nomenclature of cases of a year (номенклатура справ), R 28.2; order 1000/5. */
export const nomenclature = paperKind({
  id: 'nomenclature',
  name: 'номенклатура справ',
  genitive: 'номенклатури справ',
  heading: 'НОМЕНКЛАТУРА СПРАВ',
  fields: [issuer, year, unit, plannedCases, listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'general',
  traits: { archives: 'plans' },
  titleOf: (content) => content.title ?? `Номенклатура справ на ${content.year ?? ''} рік`,
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
