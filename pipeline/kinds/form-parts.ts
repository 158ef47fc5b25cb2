import { CHANGE_KINDS } from '../model/draft.js';
import { VISA_ROLES } from '../model/roles.js';
import {
  type BlocksShape,
  boolean,
  closed,
  date,
  dateOrWord,
  type Field,
  field,
  integer,
  list,
  type ObjectShape,
  object,
  text,
} from '../model/shape.js';

/** More than any document has of anything it counts. */
export const MOST = 999_999;
/** More than a sheet has room for. */
const MOST_COLUMNS = 100;

export const person = object('person', 'особа', [
  field('post', 'посада', text, 'element'),
  field('name', 'імʼя та прізвище', text, 'element'),
]);

export const regulatory = object('regulatory', 'регуляторний акт', [
  field('analysis', 'аналіз регуляторного впливу', text, 'element'),
  field('published', 'оприлюднення проєкту регуляторного акта', text, 'element'),
  field('conclusion', 'висновок', text, 'element'),
]);

export const basis = object('basis', 'правова підстава', [
  field('act', 'акт', text, 'attribute', { required: true, absent: { value: '' } }),
  field('norms', 'норми', list(text, 'norm', 'норма'), 'inline'),
]);

export const stating = object('stating', 'констатуюча частина', [
  field('text', 'абзаци констатуючої частини', list(text, 'p', 'абзац'), 'inline'),
  field('basis', 'правові підстави', list(basis, 'basis', 'правова підстава'), 'inline'),
]);

export function point(): ObjectShape {
  const fields: Field[] = [
    field('n', 'номер пункту', text, 'attribute', { required: true, absent: { value: '' } }),
    field('text', 'текст пункту', text, 'element'),
    field('executor', 'виконавець', text, 'attribute'),
    field('due', 'строк виконання', date, 'attribute'),
  ];
  const shape = object('point', 'пункт', fields);
  fields.push(field('points', 'підпункти', list(shape, 'point', 'підпункт'), 'inline'));
  return shape;
}

export const effective = object('effective', 'набрання чинності', [
  field('on', 'момент набрання чинності', dateOrWord('publication', 'signing'), 'attribute'),
]);

export function annex(): ObjectShape {
  return object('annex', 'додаток', [
    field('n', 'номер додатка', integer(1, MOST), 'attribute', { required: true, absent: { value: 0 } }),
    field('title', 'назва додатка', text, 'element'),
    field('toPoint', 'пункт, до якого є додаток', text, 'attribute'),
    field('preparedBy', 'хто підготував додаток', person, 'element'),
    field('body', 'зміст додатка', blocks(), 'element'),
    field('file', 'файл додатка', text, 'attribute'),
  ]);
}

export function blocks(): BlocksShape {
  const empty = { absent: { value: '' } } as const;
  const row = list(list(text, 'cell', 'клітинка', MOST_COLUMNS), 'row', 'рядок');
  const items: Field[] = [
    field('mark', 'позначка пунктів списку', closed('dash', 'number', 'letter'), 'attribute', { absent: { value: 'dash' } }),
  ];
  const shape: BlocksShape = {
    is: 'blocks',
    name: 'blocks',
    variants: [
      {
        type: 'heading',
        element: 'heading',
        shape: object('heading', 'заголовок у додатку', [
          field('level', 'рівень заголовка', integer(1, 6), 'attribute', { absent: { value: 1 } }),
          field('text', 'текст заголовка', text, 'content', empty),
        ]),
      },
      { type: 'paragraph', element: 'p', shape: object('paragraph', 'абзац', [field('text', 'текст абзацу', text, 'content', empty)]) },
      { type: 'list', element: 'list', shape: object('list', 'список', items) },
      {
        type: 'table',
        element: 'table',
        shape: object('table', 'таблиця', [
          field('head', 'шапка таблиці', row, 'element'),
          field('rows', 'рядки таблиці', row, 'inline'),
          field('widths', 'ширина стовпців', list(integer(1, 100), null, 'ширина стовпця', MOST_COLUMNS), 'attribute'),
        ]),
      },
    ],
  };
  items.push(field('items', 'пункти списку', list(shape, 'item', 'пункт списку'), 'inline'));
  return shape;
}

export const edit = object('edit', 'зміна тексту', [
  field('point', 'номер пункту, що змінюється', text, 'attribute'),
  field('how', 'дія', closed('replace', 'add', 'delete'), 'attribute'),
  field('text', 'нова редакція', text, 'element'),
]);

export const change = object('change', 'зміна', [
  field(
    'act',
    'акт, що змінюється',
    object('changed-act', 'акт, що змінюється', [
      field('series', 'серія акта', text, 'attribute'),
      field('date', 'дата акта', date, 'attribute'),
      field('number', 'номер акта', text, 'attribute'),
    ]),
    'flattened',
    { absent: 'object' },
  ),
  field('how', 'вид зміни', closed(...CHANGE_KINDS), 'attribute'),
  field('explanation', 'пояснення', text, 'element'),
  field('edits', 'зміни тексту', list(edit, 'edit', 'зміна тексту'), 'inline'),
]);

export const visa = object('visa', 'віза', [
  field('role', 'роль того, хто візує', closed(...VISA_ROLES), 'attribute'),
  field('post', 'посада', text, 'element'),
  field('name', 'імʼя та прізвище', text, 'element'),
  field('date', 'дата візи', date, 'attribute'),
  field('remarks', 'зауваження', text, 'element'),
  field(
    'objection',
    'обґрунтування зауважень',
    object('objection', 'обґрунтування зауважень', [field('text', 'абзаци обґрунтування', list(text, 'p', 'абзац'), 'inline')]),
    'element',
  ),
  field('pages', 'завізовано сторінок', integer(1, MOST), 'attribute'),
]);

export const primaryDocument = object('primary-document', 'первинний документ', [
  field('title', 'назва документа', text, 'element'),
  field('pages', 'кількість сторінок', integer(1, MOST), 'attribute'),
  field('responsible', 'відповідальна особа', person, 'element'),
]);

export const note = object('note', 'довідка', [field('text', 'абзаци довідки', list(text, 'p', 'абзац'), 'inline')]);

export const urgent = object('urgent', 'терміновість', [
  field('ground', 'підстава терміновості', text, 'element'),
  field('leaveBy', 'хто дозволив розгляд', text, 'element'),
]);

export const copy = object('copy', 'адресат', [
  field('to', 'кому', text, 'attribute'),
  field('copies', 'кількість примірників', integer(1, MOST), 'attribute'),
]);

export const adoption = object('adoption', 'прийняття', [
  field('date', 'дата прийняття', date, 'attribute'),
  field('total', 'загальний склад', integer(0, MOST), 'attribute'),
  field('present', 'присутні', integer(0, MOST), 'attribute'),
  field('for', 'за', integer(0, MOST), 'attribute'),
  field('against', 'проти', integer(0, MOST), 'attribute'),
  field('abstained', 'утрималися', integer(0, MOST), 'attribute'),
  field('notVoting', 'не голосували', integer(0, MOST), 'attribute'),
]);

export const signing = object('signing', 'підписання', [field('date', 'дата підписання', date, 'attribute')]);

/** An act of a register, by its series, date and number. */
export const reference = object('act-reference', 'акт', [
  field('series', 'серія акта', text, 'attribute'),
  field('date', 'дата акта', date, 'attribute'),
  field('number', 'номер акта', text, 'attribute'),
]);

export const commission = object('commission', 'комісія', [
  field('name', 'назва комісії', text, 'element'),
  field('standing', 'постійна комісія', boolean, 'attribute'),
  field('tasks', 'завдання комісії', text, 'element'),
  field('powers', 'повноваження комісії', text, 'element'),
  field('secretary', 'секретар комісії', person, 'element'),
  field('order', 'розпорядження про склад комісії', reference, 'element'),
]);

export const addressee = object('addressee', 'адресат', [
  field('to', 'кому', text, 'element'),
  field('address', 'адреса', text, 'element'),
  field('category', 'хто адресат', closed('central', 'regional', 'law-enforcement', 'controlling', 'other'), 'attribute'),
]);

export const answers = object('answers', 'документ, на який відповідають', [
  field('from', 'чий документ', text, 'element'),
  field('date', 'дата документа', date, 'attribute'),
  field('number', 'номер документа', text, 'attribute'),
]);

export const contact = object('contact', 'виконавець листа', [
  field('name', 'прізвище та ініціали', text, 'element'),
  field('phone', 'службовий телефон', text, 'element'),
]);

export const courtAct = object('judgment', 'судове рішення', [
  field('court', 'суд', text, 'element'),
  field('case', 'номер справи', text, 'attribute'),
  field('date', 'дата рішення', date, 'attribute'),
  field('inForce', 'дата набрання законної сили', date, 'attribute'),
  field('effect', 'що вирішив суд', closed('invalid', 'cancelled'), 'attribute'),
]);

export const blanks = object('blank-account', 'бланки', [
  field('form', 'чий бланк', text, 'attribute'),
  field('from', 'перший номер', integer(1, MOST), 'attribute'),
  field('to', 'останній номер', integer(1, MOST), 'attribute'),
  field(
    'spoiled',
    'зіпсовані бланки',
    list(
      object('spoiled', 'зіпсований бланк', [
        field('number', 'номер бланка', integer(1, MOST), 'attribute'),
        field('reason', 'причина', text, 'element'),
      ]),
      'spoiled',
      'зіпсований бланк',
    ),
    'inline',
  ),
]);
