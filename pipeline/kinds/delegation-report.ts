import { toDigitalStyle } from '../model/date.js';
import type { Block, DraftContent } from '../model/draft.js';
import { paragraph } from './archive-cells.js';
import { listBlock } from './contract.js';
import { copy } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';
import { attending, delegation } from './plan-parts.js';
import { whoIs } from './who-is.js';

/** Report on a meeting with a delegation from abroad (звіт про зустріч із зарубіжною делегацією), R 23.6: the head of the unit signs it. */
export const delegationReport = paperKind({
  id: 'delegation-report',
  name: 'звіт',
  genitive: 'звіту',
  heading: 'ЗВІТ',
  fields: [issuer, delegation, attending, listOf('mailing', 'список розсилання', copy, 'copy', 'адресат')],
  traits: { tells: 'delegation' },
  bodyOf: met,
});

function met({ delegation: guests, members: people, body }: DraftContent): readonly Block[] {
  return [
    ...(guests?.date === undefined || guests.from === undefined
      ? []
      : [paragraph(`Зустріч із делегацією ${guests.from} відбулася ${toDigitalStyle(guests.date)}.`)]),
    ...(guests?.head === undefined ? [] : [paragraph(`Керівник делегації: ${whoIs(guests.head)}.`)]),
    ...(people.length === 0 ? [] : [paragraph('Від міської ради участь узяли:'), listBlock(people.map(whoIs))]),
    ...(body.length === 0 ? [] : [paragraph('Підсумки зустрічі:'), ...body]),
  ];
}
