import { fileRows, listBlock } from './contract.js';
import { annexFiles, contractDigest, materials as materialsField, received } from './contract-parts.js';
import { cardTable, dayOf, digestWords } from './contract-words.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Record that asked materials came (відмітка про надходження додаткових матеріалів), R 27.9: two weeks run anew from that day. */
export const materials = paperKind({
  id: 'materials',
  name: 'відмітка про надходження додаткових матеріалів',
  genitive: 'відмітки про надходження додаткових матеріалів',
  heading: 'ВІДМІТКА ПРО НАДХОДЖЕННЯ ДОДАТКОВИХ МАТЕРІАЛІВ',
  fields: [issuer, contractDigest, received, materialsField, annexFiles],
  issuer: 'legal',
  traits: { examines: 'supplies' },
  titleOf: ({ title }) => title ?? 'Про надходження додаткових матеріалів для експертизи договору',
  bodyOf: (content, _office, files) => [
    cardTable([['Договір', digestWords(content.contract ?? '')], ['Надійшли', dayOf(content.received)], ...fileRows(content, files)]),
    ...(content.materials.length === 0 ? [] : [listBlock(content.materials)]),
    ...content.body,
  ],
});
