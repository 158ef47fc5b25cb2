import type { Block, DraftContent } from '../model/draft.js';
import type { Attachment } from '../model/drop.js';
import { dateOrWord, field, object, text } from '../model/shape.js';
import { annexFiles, cardFields, concluded, original, received } from './contract-parts.js';
import { amountWords, cardTable, dayOf, digestWords, partyRows, personWords, termWords } from './contract-words.js';
import { visa } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { headFields, listOf } from './paper-shape.js';

const effective = object('contract-effective', 'набрання чинності', [
  field('on', 'момент набрання чинності', dateOrWord('registration', 'signing'), 'attribute'),
]);

/**
 * Contract made for the community, the council or its committee (договір), R 27. Its draft is the card; the paper comes beside it. Registered by the legal
 * department's verdict, whose date and signatory are its own (R 27.8); what is printed is the registration card.
 */
export const contract = paperKind({
  id: 'contract',
  name: 'договір',
  genitive: 'договору',
  heading: 'РЕЄСТРАЦІЙНА КАРТКА ДОГОВОРУ',
  fields: [],
  shape: object('contract', 'картка договору', [
    ...headFields('contract'),
    concluded,
    received,
    field('title', 'назва договору', text, 'element'),
    ...cardFields,
    field('effective', 'набрання чинності', effective, 'element'),
    original,
    annexFiles,
    listOf('visas', 'візи', visa, 'visa', 'віза'),
  ]),
  issuer: 'legal',
  traits: ({ signing }) => ({ agreement: 'contract', numbered: signing !== undefined }),
  titleOf: ({ title, subject }) => title ?? subject ?? '',
  bodyOf: (content, _office, files) => [cardTable([...cardRows(content), ...fileRows(content, files)])],
});

/** The facts of the register (R 27.10), then what is known beside them. */
function cardRows(content: DraftContent): (readonly [string, string])[] {
  const { subject, parties, concluded: day, received: came, term, amount, controllers, effective: from, essential } = content;
  return [
    ['Предмет договору', subject ?? ''],
    ...partyRows(parties),
    ['Дата укладення', dayOf(day)],
    ['Строк дії', termWords(term)],
    ['Контроль за виконанням', controllers.map(personWords).join('; ')],
    ['Сума', amountWords(amount)],
    [
      'Набирає чинності',
      from?.on === 'signing'
        ? 'з дня підписання'
        : from?.on === undefined || from.on === 'registration'
          ? 'з дня реєстрації'
          : dayOf(from.on as typeof day),
    ],
    ...essential.map(({ text: words, clause }): [string, string] => [
      `Істотна умова${clause === undefined ? '' : `, п. ${clause}`}`,
      words ?? '',
    ]),
    ['Надійшов', dayOf(came)],
  ];
}

/** Files in the record, each with its digest: what is kept is known by it. */
export function fileRows({ original: paper, annexes }: DraftContent, files: readonly Attachment[]): (readonly [string, string])[] {
  const row = (name: string, file: string | undefined): (readonly [string, string])[] => {
    const found = files.find((candidate) => candidate.name === file);
    return found === undefined ? [] : [[name, `${found.name}, ${digestWords(found.sha256)}`]];
  };
  return [
    ...row('Оригінал', paper?.file),
    ...annexes.flatMap(({ n, title, file }) => row(`Додаток ${n}${title === undefined ? '' : `. ${title}`}`, file)),
  ];
}

/** A list of words, one an item. */
export function listBlock(items: readonly string[]): Block {
  return { type: 'list', mark: 'number', items: items.map((words) => [{ type: 'paragraph', text: words }]) };
}
