import { caseFiles, inventories, members, unit, year } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Minutes of an expert commission (протокол засідання експертної комісії), R 28.3, 28.4. */
export const appraisal = paperKind({
  id: 'appraisal',
  name: 'протокол засідання експертної комісії',
  genitive: 'протоколу засідання експертної комісії',
  heading: 'ПРОТОКОЛ ЗАСІДАННЯ ЕКСПЕРТНОЇ КОМІСІЇ',
  fields: [issuer, year, unit, members, caseFiles, inventories],
  issuer: 'archive',
  traits: { archives: 'appraises' },
  titleOf: (content) => content.title ?? 'Про експертизу цінності документів',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
