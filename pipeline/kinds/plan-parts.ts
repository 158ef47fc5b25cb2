import { GATHERINGS } from '../model/plan-card.js';
import { closed, date, type Field, field, integer, list, object, text } from '../model/shape.js';
import { person, reference } from './form-parts.js';

const month = field('month', 'місяць', integer(1, 12), 'attribute');
const executor = field('executor', 'виконавець', text, 'attribute');

export const planMonth: Field = month;

export const questions: Field = field(
  'questions',
  'питання для розгляду на засіданнях',
  list(
    object('planned-question', 'питання для розгляду', [month, executor, field('text', 'питання', text, 'element')]),
    'question',
    'питання',
  ),
  'element',
);

export const controlled: Field = field(
  'controlled',
  'рішення, виконання яких контролюють',
  list(
    object('controlled-decision', 'рішення на контролі', [
      month,
      executor,
      field('act', 'рішення', reference, 'element'),
      field('title', 'заголовок рішення', text, 'element'),
    ]),
    'decision',
    'рішення на контролі',
  ),
  'element',
);

export const meetingDates: Field = field('meetingDates', 'дати засідань', list(date, 'date', 'дата засідання'), 'element');

export const events: Field = field(
  'events',
  'заходи',
  list(
    object('planned-event', 'захід', [
      field('date', 'дата заходу', date, 'attribute'),
      field('time', 'час заходу', text, 'attribute'),
      executor,
      field('text', 'зміст заходу', text, 'element'),
      field('place', 'місце проведення', text, 'element'),
    ]),
    'event',
    'захід',
  ),
  'element',
);

export const attending: Field = field('members', 'присутні', list(person, 'person', 'особа'), 'element');

export const gathering: Field = field(
  'gathering',
  'нарада, семінар чи засідання комісії',
  object('gathering', 'нарада, семінар чи засідання комісії', [
    field('form', 'що проведено', closed(...GATHERINGS), 'attribute'),
    field('date', 'дата проведення', date, 'attribute'),
    field('secretary', 'хто вів протокол', person, 'element'),
  ]),
  'element',
);

export const delegation: Field = field(
  'delegation',
  'делегація',
  object('delegation', 'делегація', [
    field('date', 'дата зустрічі', date, 'attribute'),
    field('from', 'звідки делегація', text, 'element'),
    field('head', 'керівник делегації', person, 'element'),
  ]),
  'element',
);
