import type { RegisteredAct } from '../../model/act.js';
import { toDigitalStyle } from '../../model/date.js';
import type { Block } from '../../model/draft.js';
import type { AddressedCopy, Sheet } from '../../model/enclosure.js';
import type { Office } from '../../model/office.js';
import type { TermWorld } from '../../model/term-norm.js';
import { dispatchBy } from '../../model/terms.js';
import { sheetView } from './sheet-view.js';

/** To whom copies are sent, how many, and until when (R 6.4, 8.7): a place for the mark of dispatch beside each. */
export function dispatchOf(
  registered: RegisteredAct,
  office: Office,
  world: TermWorld,
  copies: readonly AddressedCopy[],
): readonly Sheet[] {
  if (copies.length === 0) return [];
  const { act, registration } = registered;
  const { traits, draft } = act;
  const isSentAnyway = traits.outgoing || traits.agreement !== undefined || traits.examines !== undefined;
  const term = isSentAnyway ? undefined : dispatchBy(registration.date, draft.content, traits, world);
  const rows = copies.map(({ to, copies: count }, index) => [String(index + 1), to, String(count), '']);
  const total = copies.reduce((sum, { copies: count }) => sum + count, 0);
  const body: Block[] = [
    ...(term === undefined
      ? []
      : [
          {
            type: 'paragraph' as const,
            text: `Надіслати не пізніше ніж ${toDigitalStyle(term.due)} (п. ${term.clause} Регламенту).`,
          },
        ]),
    { type: 'table', head: [['№', 'Адресат', 'Примірників', 'Відмітка про надсилання']], rows, widths: [7, 49, 18, 26] },
    { type: 'paragraph', text: `Усього примірників: ${total}.` },
  ];
  return [{ name: 'dispatch', view: sheetView(registered, office, { heading: 'СПИСОК РОЗСИЛАННЯ', body }), isSigned: false }];
}
