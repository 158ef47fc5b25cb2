import { actKind } from './act-kind.js';
import { actShape } from './act-shape.js';
import { issuer } from './paper-shape.js';
import { statedTraits } from './traits.js';

/** A unit's own order (наказ), R 14.5: signed by the unit's head and sealed with the unit's seal. */
export const unitOrder = actKind({
  id: 'unit-order',
  shape: actShape('unit-order', [issuer]),
  words: { name: 'наказ', genitive: 'наказу', heading: 'НАКАЗ', keyword: 'НАКАЗУЮ:', hasSubject: false },
  traits: (content) => ({ ...statedTraits(content), administrative: true, issuer: 'unit' }),
});
