import { field, integer } from '../model/shape.js';
import { MOST, visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';
import { visaBlocks } from './visa-table.js';

/** Sheet on which a draft's visas stand (аркуш погодження), R 5.10, 10.6: under the draft's title, with the pages that were visaed. */
export const visaSheet = paperKind({
  id: 'visa-sheet',
  name: 'аркуш погодження',
  genitive: 'аркуша погодження',
  heading: 'АРКУШ ПОГОДЖЕННЯ',
  fields: [issuer, field('pages', 'сторінок проєкту', integer(1, MOST), 'attribute'), listOf('visas', 'візи', visa, 'visa', 'віза')],
  issuer: 'general',
  bodyOf: ({ visas, pages, body }) => [...body, ...visaBlocks(visas, pages)],
});
