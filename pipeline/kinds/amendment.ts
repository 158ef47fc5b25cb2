import type { Edit } from '../model/draft.js';
import { field } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { fileRows, listBlock } from './contract.js';
import { amendmentFields, annexFiles, concluded, original, parties, received } from './contract-parts.js';
import { amountWords, cardTable, dayOf, partyRows, personWords, termWords } from './contract-words.js';
import { reference, visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { listOf } from './paper-shape.js';

/** Additional agreement to a registered contract (додаткова угода), R 27.13, 27.14: numbered within it, `12/1`. What is printed is its registration card. */
export const amendment = paperKind({
  id: 'amendment',
  name: 'додаткова угода',
  genitive: 'додаткової угоди',
  heading: 'РЕЄСТРАЦІЙНА КАРТКА ДОДАТКОВОЇ УГОДИ',
  fields: [
    concluded,
    received,
    field('of', 'договір, до якого вносять зміни', reference, 'element'),
    parties,
    ...amendmentFields,
    original,
    annexFiles,
    listOf('visas', 'візи', visa, 'visa', 'віза'),
  ],
  issuer: 'legal',
  traits: { agreement: 'amendment', marks: 'amends' },
  titleOf: ({ title, of }) => title ?? (of === undefined ? '' : `Про внесення змін до договору ${dateAndNumber(of)}`),
  bodyOf(content, _office, files) {
    const { of, parties: sides, application, edits, newTerms, body } = content;
    const { subject, parties: newParties = [], term, amount, controllers = [] } = newTerms ?? {};
    return [
      cardTable([
        ['Договір', dateAndNumber(of ?? {})],
        ...partyRows(sides),
        ['Заява', application?.date === undefined ? '' : `від ${dayOf(application.date)}`],
        ['Дата укладення', dayOf(content.concluded)],
        ['Надійшла', dayOf(content.received)],
        ['Новий предмет договору', subject ?? ''],
        ...partyRows(newParties).map(([name, value]): [string, string] => [`Нові відомості. ${name}`, value]),
        ['Новий строк дії', termWords(term)],
        ['Нова сума', amountWords(amount)],
        ['Новий контроль за виконанням', controllers.map(personWords).join('; ')],
        ...fileRows(content, files),
      ]),
      { type: 'paragraph', text: 'Перелік змін (п. 27.13 Регламенту):' },
      listBlock(edits.map(editWords)),
      ...body,
    ];
  },
});

function editWords({ point, how, text }: Edit): string {
  const at = point === undefined ? '' : `Пункт ${point} `;
  if (how === 'delete') return `${at}виключено`;
  return `${at}${how === 'add' ? 'доповнено' : 'викладено в такій редакції'}: «${text ?? ''}»`;
}
