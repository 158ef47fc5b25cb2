import { APPRAISALS } from '../model/archive-card.js';
import { STORAGE_CATEGORIES } from '../model/retention.js';
import { boolean, closed, date, type Field, field, integer, list, object, text } from '../model/shape.js';
import { MOST, person, reference } from './form-parts.js';

const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

export const year: Field = field('year', 'рік', integer(FIRST_YEAR, LAST_YEAR), 'attribute');
export const unit: Field = field('unit', 'структурний підрозділ', text, 'attribute');
export const category: Field = field('category', 'категорія строку зберігання', closed(...STORAGE_CATEGORIES), 'attribute');

export const plannedCases: Field = field(
  'plannedCases',
  'справи за номенклатурою',
  list(
    object('planned-case', 'справа за номенклатурою', [
      field('index', 'індекс справи', text, 'attribute'),
      field('unit', 'структурний підрозділ', text, 'attribute'),
      field('article', 'стаття переліку', text, 'attribute'),
      field('transitional', 'перехідна', boolean, 'attribute'),
      field('count', 'кількість справ (томів)', integer(0, MOST), 'attribute'),
      field('heading', 'заголовок справи', text, 'element'),
      field('term', 'строк зберігання', text, 'element'),
      field('note', 'примітка', text, 'element'),
      field(
        'takes',
        'які документи формують справу',
        list(
          object('case-rule', 'документи справи', [
            field('kind', 'вид документа', text, 'attribute'),
            field('series', 'серія', text, 'attribute'),
          ]),
          'takes',
          'документи справи',
        ),
        'inline',
      ),
    ]),
    'case',
    'справа',
  ),
  'element',
);

export const caseFiles: Field = field(
  'caseFiles',
  'справи',
  list(
    object('case-mention', 'справа', [
      field('n', 'номер за описом', integer(1, MOST), 'attribute'),
      field('letter', 'літера номера за описом', text, 'attribute'),
      field('year', 'рік', integer(FIRST_YEAR, LAST_YEAR), 'attribute'),
      field('index', 'індекс справи', text, 'attribute'),
      field('volume', 'том', integer(1, MOST), 'attribute'),
      field('begun', 'дата початку', date, 'attribute'),
      field('ended', 'дата закінчення', date, 'attribute'),
      field('sheets', 'кількість аркушів', integer(0, MOST), 'attribute'),
      field('decision', 'рішення експертної комісії', closed(...APPRAISALS), 'attribute'),
      field('until', 'зберігати до', date, 'attribute'),
      field('missing', 'відсутня', boolean, 'attribute'),
      field('heading', 'заголовок справи', text, 'element'),
      field('term', 'строк зберігання', text, 'element'),
      field('note', 'примітка', text, 'element'),
      field('faults', 'недоліки', list(text, 'fault', 'недолік'), 'inline'),
    ]),
    'case',
    'справа',
  ),
  'element',
);

export const documents: Field = field(
  'documents',
  'документи справи',
  list(
    object('case-document', 'документ справи', [
      field('volume', 'том', integer(1, MOST), 'attribute'),
      field('number', 'індекс документа', text, 'attribute'),
      field('date', 'дата документа', date, 'attribute'),
      field('from', 'перший аркуш', integer(1, MOST), 'attribute'),
      field('to', 'останній аркуш', integer(1, MOST), 'attribute'),
      field('title', 'заголовок документа', text, 'element'),
      field('note', 'примітка', text, 'element'),
    ]),
    'document',
    'документ',
  ),
  'element',
);

export const members: Field = field('members', 'члени експертної комісії', list(person, 'person', 'особа'), 'element');

export const inventories: Field = field('inventories', 'описи справ', list(reference, 'inventory', 'опис'), 'element');

export const leave: Field = field(
  'leave',
  'дозвіл',
  object('leave', 'дозвіл', [
    field('date', 'дата дозволу', date, 'attribute'),
    field('number', 'номер дозволу', text, 'attribute'),
    field('by', 'хто дозволив', person, 'element'),
  ]),
  'element',
);

export const giver: Field = field('giver', 'хто здав', person, 'element');
export const receiver: Field = field('receiver', 'хто прийняв', person, 'element');
export const successor: Field = field('successor', 'правонаступник', text, 'attribute');
