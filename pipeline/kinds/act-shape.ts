import { CHANGE_KINDS, VISA_ROLES } from '../model/draft.js';
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

/** More than any act has of anything it counts. */
const MOST = 999_999;
/** More than a sheet has room for. */
const MOST_COLUMNS = 100;

/**
 * The form of a draft of an act: what its JSON and XML may say, in the order of the XML elements. It demands only `kind`, `n` of a point and of an
 * annex, `act` of a basis and `type` of a block: every other part that a clause wants is asked for by the rule of that clause.
 */
export function actShape(kind: string): ObjectShape {
  return object(kind, 'проєкт документа', [
    field('kind', 'вид документа', closed(kind), 'root', { required: true }),
    field('id', 'ідентифікатор проєкту', text, 'attribute'),
    field('stage', 'стадія', closed('project', 'adopted'), 'attribute', { absent: { value: 'adopted' } }),
    field('title', 'заголовок', text, 'element'),
    field('delegated', 'делеговані повноваження', boolean, 'attribute'),
    field('normative', 'нормативний акт', boolean, 'attribute'),
    field('spends', 'витрати бюджету', boolean, 'attribute'),
    field('regulatory', 'регуляторний акт', regulatory, 'element'),
    field('access', 'доступ', text, 'attribute', { absent: { value: 'open' } }),
    field('stating', 'констатуюча частина', stating, 'element', { absent: 'object' }),
    field('operative', 'розпорядча частина', list(point(), 'point', 'пункт'), 'element'),
    field('control', 'контроль', person, 'element'),
    field('effective', 'набрання чинності', effective, 'element'),
    field('annexes', 'додатки', list(annex(), 'annex', 'додаток'), 'element'),
    field('changes', 'зміни до інших актів', list(change, 'change', 'зміна'), 'element'),
    field('commission', 'комісія', commission, 'element'),
    field('visas', 'візи', list(visa, 'visa', 'віза'), 'element'),
    field('speaker', 'доповідач', person, 'element'),
    field('invited', 'запрошені', list(person, 'person', 'запрошена особа'), 'element'),
    field('note', 'довідка', note, 'element'),
    field('primary', 'первинні документи', list(primaryDocument, 'document', 'первинний документ'), 'element'),
    field('submitted', 'дата подання проєкту', date, 'element'),
    field('published', 'дата оприлюднення проєкту', date, 'element'),
    field('urgent', 'терміновість', urgent, 'element'),
    field('mailing', 'список розсилання', list(copy, 'copy', 'адресат'), 'element'),
    field('adoption', 'прийняття', adoption, 'element'),
    field('signing', 'підписання', signing, 'element'),
    field('signatory', 'підписант', person, 'element'),
  ]);
}

const person = object('person', 'особа', [field('post', 'посада', text, 'element'), field('name', 'імʼя та прізвище', text, 'element')]);

const regulatory = object('regulatory', 'регуляторний акт', [
  field('analysis', 'аналіз регуляторного впливу', text, 'element'),
  field('published', 'оприлюднення проєкту регуляторного акта', text, 'element'),
  field('conclusion', 'висновок', text, 'element'),
]);

const basis = object('basis', 'правова підстава', [
  field('act', 'акт', text, 'attribute', { required: true, absent: { value: '' } }),
  field('norms', 'норми', list(text, 'norm', 'норма'), 'inline'),
]);

const stating = object('stating', 'констатуюча частина', [
  field('text', 'абзаци констатуючої частини', list(text, 'p', 'абзац'), 'inline'),
  field('basis', 'правові підстави', list(basis, 'basis', 'правова підстава'), 'inline'),
]);

function point(): ObjectShape {
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

const effective = object('effective', 'набрання чинності', [
  field('on', 'момент набрання чинності', dateOrWord('publication', 'signing'), 'attribute'),
]);

function annex(): ObjectShape {
  return object('annex', 'додаток', [
    field('n', 'номер додатка', integer(1, MOST), 'attribute', { required: true, absent: { value: 0 } }),
    field('title', 'назва додатка', text, 'element'),
    field('toPoint', 'пункт, до якого є додаток', text, 'attribute'),
    field('preparedBy', 'хто підготував додаток', person, 'element'),
    field('body', 'зміст додатка', blocks(), 'element'),
    field('file', 'файл додатка', text, 'attribute'),
  ]);
}

function blocks(): BlocksShape {
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

const edit = object('edit', 'зміна тексту', [
  field('point', 'номер пункту, що змінюється', text, 'attribute'),
  field('how', 'дія', closed('replace', 'add', 'delete'), 'attribute'),
  field('text', 'нова редакція', text, 'element'),
]);

const change = object('change', 'зміна', [
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

const objection = object('objection', 'обґрунтування зауважень', [
  field('text', 'абзаци обґрунтування', list(text, 'p', 'абзац'), 'inline'),
]);

const visa = object('visa', 'віза', [
  field('role', 'роль того, хто візує', closed(...VISA_ROLES), 'attribute'),
  field('post', 'посада', text, 'element'),
  field('name', 'імʼя та прізвище', text, 'element'),
  field('date', 'дата візи', date, 'attribute'),
  field('remarks', 'зауваження', text, 'element'),
  field('pages', 'завізовано сторінок', integer(1, MOST), 'attribute'),
  field('objection', 'обґрунтування зауважень', objection, 'element'),
]);

const primaryDocument = object('primary-document', 'первинний документ', [
  field('title', 'назва документа', text, 'element'),
  field('pages', 'кількість сторінок', integer(1, MOST), 'attribute'),
  field('responsible', 'відповідальна особа', person, 'element'),
]);

const commission = object('commission', 'комісія', [
  field('name', 'назва комісії', text, 'element'),
  field('standing', 'постійна комісія', boolean, 'attribute'),
  field('tasks', 'завдання комісії', text, 'element'),
  field('powers', 'повноваження комісії', text, 'element'),
  field('secretary', 'секретар комісії', person, 'element'),
  field(
    'order',
    'розпорядження про склад комісії',
    object('commission-order', 'розпорядження про склад комісії', [
      field('series', 'серія акта', text, 'attribute'),
      field('date', 'дата акта', date, 'attribute'),
      field('number', 'номер акта', text, 'attribute'),
    ]),
    'element',
  ),
]);

const note = object('note', 'довідка', [field('text', 'абзаци довідки', list(text, 'p', 'абзац'), 'inline')]);

const urgent = object('urgent', 'терміновість', [
  field('ground', 'підстава терміновості', text, 'element'),
  field('leaveBy', 'хто дозволив розгляд', text, 'element'),
]);

const copy = object('copy', 'адресат', [
  field('to', 'кому', text, 'attribute'),
  field('copies', 'кількість примірників', integer(1, MOST), 'attribute'),
]);

const adoption = object('adoption', 'прийняття', [
  field('date', 'дата прийняття', date, 'attribute'),
  field('total', 'загальний склад', integer(0, MOST), 'attribute'),
  field('present', 'присутні', integer(0, MOST), 'attribute'),
  field('for', 'за', integer(0, MOST), 'attribute'),
  field('against', 'проти', integer(0, MOST), 'attribute'),
  field('abstained', 'утрималися', integer(0, MOST), 'attribute'),
  field('notVoting', 'не голосували', integer(0, MOST), 'attribute'),
]);

const signing = object('signing', 'підписання', [field('date', 'дата підписання', date, 'attribute')]);
