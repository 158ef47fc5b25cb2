import type { RegisteredAct } from '../../model/act.js';
import type { AddressedCopy, Sheet } from '../../model/enclosure.js';
import type { Office } from '../../model/office.js';
import { MOST_ADDRESSEES, printedAddressee } from '../letter.js';
import { noticesOf } from './notices.js';

/** Who gets copies: those of the mailing list, and those to whom a letter is addressed; over three of these get each a copy that names nobody else (R 13.11); parties to a registered contract get a notice each. */
export function copiesOf(
  registered: RegisteredAct,
  office: Office,
): { readonly copies: readonly AddressedCopy[]; readonly sheets: readonly Sheet[] } {
  const { act, registration } = registered;
  const { addressees } = act.draft.content;
  // Copies are sent of the decision that it becomes.
  const mailing = act.traits.project ? [] : act.draft.content.mailing;
  const notices = noticesOf(registered, office);
  const isMany = addressees.length > MOST_ADDRESSEES;
  const view = isMany ? act.kind.view(act.draft, registration, office) : undefined;
  const name = (index: number): string => `copies/${String(index + 1).padStart(2, '0')}`;
  return {
    copies: [
      ...addressees.map(({ to = '' }, index) => ({ to, copies: 1, file: isMany ? `${name(index)}.pdf` : 'act.pdf' })),
      ...notices.map(({ to, name: file }) => ({ to, copies: 1, file: `${file}.pdf` })),
      ...mailing.flatMap(({ to, copies = 1 }) => (to === undefined ? [] : [{ to, copies, file: 'act.pdf' }])),
    ],
    sheets: [
      ...notices,
      ...(view === undefined
        ? []
        : addressees.map((addressee, index) => ({
            name: name(index),
            view: { ...view, addressees: [printedAddressee(addressee)] },
            isSigned: true,
          }))),
    ],
  };
}
