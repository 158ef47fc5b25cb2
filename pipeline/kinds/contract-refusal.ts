import { field, text } from '../model/shape.js';
import { listBlock } from './contract.js';
import { concluded, contractDigest, grounds, received } from './contract-parts.js';
import { dayOf } from './contract-words.js';
import { groundWords } from './examination.js';
import { addressee } from './form-parts.js';
import { printedAddressees } from './letter.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';

/** Letter with which a contract that cannot be registered goes back to the parties (лист про повернення договору), R 27.11, 27.12: every ground with its clause. */
export const contractRefusal = paperKind({
  id: 'contract-refusal',
  name: 'лист про повернення договору',
  genitive: 'листа про повернення договору',
  heading: '',
  fields: [
    issuer,
    contractDigest,
    concluded,
    received,
    field('subject', 'предмет договору', text, 'element'),
    listOf('addressees', 'адресати', addressee, 'addressee', 'адресат'),
    grounds,
  ],
  issuer: 'legal',
  traits: { examines: 'returns' },
  parts: ['addressees'],
  titleOf: ({ title }) => title ?? 'Про повернення договору без реєстрації',
  bodyOf: ({ subject, concluded: day, received: came, grounds: why, body }) => [
    {
      type: 'paragraph',
      text: `Юридичний відділ розглянув договір${day === undefined ? '' : ` від ${dayOf(day)}`}${subject === undefined ? '' : `, предмет: ${subject.replace(/[.\s]+$/u, '')}`}${
        came === undefined ? '' : `, що надійшов ${dayOf(came)}`
      }. Договір не може бути зареєстрований, і його повернуто (п. 27.11, 27.12 Регламенту). Підстави:`,
    },
    listBlock(why.map(groundWords)),
    { type: 'paragraph', text: 'Після усунення зауважень договір можна подати на реєстрацію знову.' },
    ...body,
  ],
  more: ({ addressees }) => ({ addressees: printedAddressees(addressees) }),
});
