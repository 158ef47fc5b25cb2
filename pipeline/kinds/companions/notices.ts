import type { RegisteredAct } from '../../model/act.js';
import { toDigitalStyle } from '../../model/date.js';
import type { Sheet } from '../../model/enclosure.js';
import type { Office } from '../../model/office.js';
import { dayOf } from '../contract-words.js';
import { printedAddressee } from '../letter.js';

/** A notice of registration to a party. */
export interface Notice extends Sheet {
  readonly to: string;
}

/** Letters that tell each party that its contract or additional agreement is registered, and under what number (R 27.8.4); none for other documents. */
export function noticesOf({ act, registration }: RegisteredAct, office: Office): readonly Notice[] {
  const { agreement } = act.traits;
  if (agreement !== 'contract' && agreement !== 'amendment') return [];
  const { subject, parties, concluded } = act.draft.content;
  const card = act.kind.view(act.draft, registration, office);
  const told = agreement === 'contract' ? 'договір' : 'додаткову угоду до договору';
  const title = agreement === 'contract' ? 'Про реєстрацію договору' : 'Про реєстрацію додаткової угоди до договору';
  const text = `Повідомляємо, що юридичний відділ зареєстрував ${told}${concluded === undefined ? '' : ` від ${dayOf(concluded)}`}${
    subject === undefined ? '' : ` (предмет: ${subject.replace(/[.\s]+$/u, '')})`
  }. Реєстраційний номер ${registration.number}, дата реєстрації ${toDigitalStyle(registration.date)} (п. 27.8.4 Регламенту).`;
  return parties.flatMap(({ name, address }, index): Notice[] => {
    if (name === undefined) return [];
    return [
      {
        to: name,
        name: `notices/${String(index + 1).padStart(2, '0')}`,
        view: {
          ...card,
          properties: { ...card.properties, title, subject: title },
          kindName: '',
          addressees: [printedAddressee({ to: name, address })],
          title,
          body: [{ type: 'paragraph', text }],
        },
        isSigned: true,
      },
    ];
  });
}
