import { toDigitalStyle } from '../model/date.js';
import type { Addressee, DraftContent } from '../model/draft.js';
import { field } from '../model/shape.js';
import { addressee, answers, contact, copy, visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';

/** More addressees than these stand on a list of their own, and each copy names one (R 13.11). */
export const MOST_ADDRESSEES = 3;

/** Letter on the blank of the council, of the committee or of a unit (лист), R 13.11, 13.12. */
export const letter = paperKind({
  id: 'letter',
  name: 'лист',
  genitive: 'листа',
  heading: '',
  fields: [
    issuer,
    listOf('addressees', 'адресати', addressee, 'addressee', 'адресат'),
    field('answers', 'документ, на який відповідають', answers, 'element'),
    field('contact', 'виконавець листа', contact, 'element'),
    listOf('visas', 'візи', visa, 'visa', 'віза'),
    listOf('mailing', 'список розсилання', copy, 'copy', 'адресат'),
  ],
  traits: { outgoing: true, prose: true },
  parts: ['answersTo', 'addressees', 'contact'],
  more: (content) => ({
    answersTo: answersTo(content),
    addressees: printedAddressees(content.addressees),
    contact: contactLines(content),
  }),
});

function answersTo({ answers: to }: DraftContent): string {
  if (to?.number === undefined) return '';
  return `На № ${to.number}${to.date === undefined ? '' : ` від ${toDigitalStyle(to.date)}`}`;
}

/** Addressees as printed; over three stand in the list of dispatch (R 13.11). */
export function printedAddressees(addressees: readonly Addressee[]): readonly string[] {
  if (addressees.length > MOST_ADDRESSEES) return ['За списком розсилання'];
  return addressees.map(printedAddressee);
}

/** One addressee as printed. */
export function printedAddressee({ to = '', address }: Addressee): string {
  return address === undefined ? to : `${to}, ${address}`;
}

function contactLines({ contact: writer }: DraftContent): readonly string[] {
  return [writer?.name, writer?.phone].filter((line) => line !== undefined);
}
