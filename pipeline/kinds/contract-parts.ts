import { boolean, closed, date, type Field, field, integer, list, type ObjectShape, object, text } from '../model/shape.js';
import { edit, MOST, person } from './form-parts.js';

const bank = object('bank', 'банківські реквізити', [
  field('iban', 'рахунок IBAN', text, 'attribute'),
  field('code', 'код банку', text, 'attribute'),
  field('name', 'банк', text, 'element'),
]);

const authority = object('authority', 'підстава повноважень', [
  field('ground', 'документ, що дає повноваження', text, 'element'),
  field('date', 'дата документа, що дає повноваження', date, 'attribute'),
  field('number', 'номер документа, що дає повноваження', text, 'attribute'),
]);

const partySignatory = object('party-signatory', 'хто підписав', [
  field('post', 'посада', text, 'element'),
  field('name', 'імʼя та прізвище', text, 'element'),
  field('authority', 'підстава повноважень', authority, 'element'),
]);

const party = object('party', 'сторона', [
  field('role', 'як названо сторону в договорі', text, 'attribute'),
  field('type', 'юридична чи фізична особа', closed('legal', 'individual'), 'attribute'),
  field('code', 'код ЄДРПОУ або РНОКПП', text, 'attribute'),
  field('signed', 'підписано', boolean, 'attribute'),
  field('sealed', 'засвідчено печаткою', boolean, 'attribute'),
  field('name', 'найменування або прізвище, імʼя, по батькові', text, 'element'),
  field('address', 'юридична адреса', text, 'element'),
  field('bank', 'банківські реквізити', bank, 'element'),
  field('signatory', 'хто підписав', partySignatory, 'element'),
]);

const period = object('period', 'період', [
  field('count', 'кількість', integer(1, MOST), 'attribute'),
  field('unit', 'одиниця', closed('days', 'months', 'years'), 'attribute'),
]);

const term = object('contract-term', 'строк дії', [
  field('from', 'початок строку', date, 'attribute'),
  field('until', 'кінець строку', date, 'attribute'),
  field('performance', 'до повного виконання', boolean, 'attribute'),
  field('period', 'тривалість', period, 'element'),
]);

const amount = object('amount', 'сума', [
  field('value', 'сума цифрами', text, 'attribute'),
  field('words', 'сума словами', text, 'element'),
]);

const essentialTerm = object('essential-term', 'істотна умова', [
  field('term', 'яка умова', text, 'attribute'),
  field('clause', 'пункт договору', text, 'attribute'),
  field('text', 'зміст умови', text, 'element'),
]);

const terms: readonly Field[] = [
  field('subject', 'предмет договору', text, 'element'),
  field('parties', 'сторони', list(party, 'party', 'сторона'), 'element'),
  field('term', 'строк дії', term, 'element'),
  field('amount', 'сума договору', amount, 'element'),
  field('controllers', 'хто контролює виконання', list(person, 'person', 'особа'), 'element'),
];

/** Fields of the card of a contract (R 27.10). */
export const cardFields: readonly Field[] = [
  field('contractType', 'вид договору', text, 'attribute'),
  field('spends', 'кошти бюджету', boolean, 'attribute'),
  ...terms,
  field('essential', 'істотні умови', list(essentialTerm, 'condition', 'істотна умова'), 'element'),
];

export const concluded: Field = field('concluded', 'дата укладення', date, 'attribute');
export const received: Field = field('received', 'дата надходження', date, 'attribute');

export const parties: Field = field('parties', 'сторони', list(party, 'party', 'сторона'), 'element');

/** The file of the paper in the ZIP. */
export const original: Field = field(
  'original',
  'оригінал',
  object('original', 'оригінал', [field('file', 'файл оригіналу', text, 'attribute')]),
  'element',
);

/** A file handed in with the paper. */
const contractAnnex: ObjectShape = object('contract-annex', 'додаток', [
  field('n', 'номер додатка', integer(1, MOST), 'attribute', { required: true, absent: { value: 0 } }),
  field('title', 'назва додатка', text, 'element'),
  field('file', 'файл додатка', text, 'attribute'),
]);

export const annexFiles: Field = field('annexes', 'додатки', list(contractAnnex, 'annex', 'додаток'), 'element');

/** What an amendment is made of (R 27.13). */
export const amendmentFields: readonly Field[] = [
  field(
    'application',
    'заява',
    object('application', 'заява', [
      field('date', 'дата заяви', date, 'attribute'),
      field('signed', 'підписано', boolean, 'attribute'),
      field('sealed', 'засвідчено печаткою', boolean, 'attribute'),
    ]),
    'element',
  ),
  field('edits', 'перелік змін', list(edit, 'edit', 'зміна тексту'), 'element'),
  field('newTerms', 'нові умови', object('new-terms', 'нові умови', terms), 'element'),
];

/** The contract by the digest of its drop. */
export const contractDigest: Field = field('contract', 'договір (SHA-256 поданого файлу)', text, 'attribute');

export const grounds: Field = field(
  'grounds',
  'підстави',
  list(
    object('ground', 'підстава', [
      field('clause', 'пункт Регламенту', text, 'attribute'),
      field('law', 'норма законодавства', text, 'attribute'),
      field('text', 'зміст підстави', text, 'element'),
    ]),
    'ground',
    'підстава',
  ),
  'element',
);

export const materials: Field = field('materials', 'матеріали', list(text, 'item', 'матеріал'), 'element');
