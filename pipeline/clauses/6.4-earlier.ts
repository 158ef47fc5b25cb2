import { toDigitalStyle, yearOf } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { seriesOf } from '../model/office.js';
import type { Rule } from '../model/rule.js';
import { dateAt } from './draft/act-date.js';

/** R 6.4: numbers follow the order of adoption; an act older than the last one registered gets a later number all the same. An additional agreement is numbered within its contract. */
export const earlierDate: Rule = {
  id: ruleId('6.4-earlier'),
  clause: '6.4',
  severity: 'warn',
  needs: 'register',
  appliesTo: (traits) => traits.numbered && traits.marks !== 'amends',
  async check({ content }, { kind, traits, office, register }) {
    const date = kind.dateOf(content);
    const last = date === undefined ? undefined : await register.lastDate(seriesOf(office, kind, content).id, yearOf(date));
    if (date === undefined || last === undefined || date >= last) return [];
    return [
      {
        at: dateAt(traits),
        message: `Дата документа ${toDigitalStyle(date)} раніша за дату останнього зареєстрованого документа, ${toDigitalStyle(last)}`,
        expected: 'номери в порядку прийняття',
        hint: 'Перевірте дату; якщо вона правильна, документ одержить черговий номер.',
      },
    ];
  },
};
