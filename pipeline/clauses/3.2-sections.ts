import { toDigitalStyle, yearOf } from '../model/date.js';
import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 3.2: a plan of work is of a year and has three sections: questions for meetings, decisions under control, dates of meetings, all of them in that year. */
export const planSections: Rule = {
  id: ruleId('3.2-sections'),
  clause: '3.2',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.plans === 'year',
  *check({ content }) {
    const { year, questions, controlled, meetingDates } = content;
    if (year === undefined)
      yield {
        at: '/year',
        message: 'Не вказано року, на який складено план (year)',
        expected: 'рік: 2022',
        hint: 'Додайте поле year.',
      };
    const sections = [
      ['questions', 'питань для розгляду на засіданнях', questions],
      ['controlled', 'рішень, виконання яких розглядається в порядку контролю', controlled],
      ['meetingDates', 'дат проведення засідань', meetingDates],
    ] as const;
    for (const [key, name, items] of sections) {
      if (items.length > 0) continue;
      yield {
        at: `/${key}`,
        message: `У плані роботи немає ${name} (${key})`,
        expected: 'три розділи: питання, рішення на контролі, дати засідань',
        hint: `Додайте розділ ${key}.`,
      };
    }
    for (const [index, { text }] of questions.entries()) {
      if (text !== undefined) continue;
      yield {
        at: pointerTo('/questions', index),
        message: `Питання ${index + 1} не названо (text)`,
        expected: 'зміст питання',
        hint: 'Додайте зміст питання або вилучіть рядок.',
      };
    }
    for (const [index, date] of meetingDates.entries()) {
      if (year === undefined || yearOf(date) === year) continue;
      yield {
        at: pointerTo('/meetingDates', index),
        message: `Засідання ${toDigitalStyle(date)} не належить до ${year} року`,
        expected: `дата ${year} року`,
        hint: 'Виправте дату засідання або рік плану.',
      };
    }
  },
};
