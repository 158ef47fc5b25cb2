import { caseFiles, category, documents, giver, unit, year } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** A case is closed and finished (закриття й оформлення справи), R 28.5–28.7. */
export const caseClosing = paperKind({
  id: 'case',
  name: 'оформлення справи',
  genitive: 'оформлення справи',
  heading: 'ЗАСВІДЧУВАЛЬНИЙ НАПИС СПРАВИ',
  fields: [issuer, year, unit, category, caseFiles, documents, giver],
  issuer: 'general',
  traits: { archives: 'closes' },
  titleOf: (content) => content.title ?? 'Про закриття справи',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
