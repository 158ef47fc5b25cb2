import { field, text } from '../model/shape.js';
import { listBlock } from './contract.js';
import { contractDigest, materials } from './contract-parts.js';
import { addressee } from './form-parts.js';
import { printedAddressees } from './letter.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';

/** Letter by which the legal department asks the parties for what it needs to examine a contract (запит додаткових матеріалів), R 27.9. */
export const materialsRequest = paperKind({
  id: 'materials-request',
  name: 'запит додаткових матеріалів',
  genitive: 'запиту додаткових матеріалів',
  heading: '',
  fields: [
    issuer,
    contractDigest,
    field('subject', 'предмет договору', text, 'element'),
    listOf('addressees', 'адресати', addressee, 'addressee', 'адресат'),
    materials,
  ],
  issuer: 'legal',
  traits: { examines: 'asks' },
  parts: ['addressees'],
  titleOf: ({ title }) => title ?? 'Про додаткові матеріали для експертизи договору',
  bodyOf: ({ subject, materials: wanted, body }) => [
    {
      type: 'paragraph',
      text: `Для правової експертизи договору${subject === undefined ? '' : ` (предмет: ${subject.replace(/[.\s]+$/u, '')})`} просимо подати до юридичного відділу:`,
    },
    listBlock(wanted),
    {
      type: 'paragraph',
      text: 'Відповідно до п. 27.9 Регламенту договір буде розглянуто у двотижневий строк від дати надходження додаткових матеріалів.',
    },
    ...body,
  ],
  more: ({ addressees }) => ({ addressees: printedAddressees(addressees) }),
});
