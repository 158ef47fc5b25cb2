import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.13: an additional agreement comes with an application, which the parties have signed and sealed. */
export const amendmentApplication: Rule = {
  id: ruleId('27.13-application'),
  clause: '27.13',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.marks === 'amends',
  *check({ content: { application, received } }) {
    const { date, signed = false, sealed = false } = application ?? {};
    const lacks = [
      date === undefined ? 'дату (date)' : '',
      signed ? '' : 'підписи сторін (signed)',
      sealed ? '' : 'печатки сторін (sealed)',
    ];
    if (application === undefined)
      yield {
        at: '/application',
        message: 'Немає заяви про внесення змін (application)',
        expected: 'заява, яку підписали сторони і засвідчили печатками',
        hint: 'Подайте заяву разом із переліком змін і додайте поле application.',
      };
    else if (lacks.some((field) => field !== ''))
      yield {
        at: '/application',
        message: `Заява про внесення змін не має: ${lacks.filter((field) => field !== '').join(', ')}`,
        expected: 'заява з датою, яку підписали сторони і засвідчили печатками',
        hint: 'Оформіть заяву і виправте поле application.',
      };
    else if (date !== undefined && received !== undefined && date > received)
      yield {
        at: '/application/date',
        message: `Заява має дату ${toDigitalStyle(date)}, пізнішу за дату надходження, ${toDigitalStyle(received)}`,
        expected: `дата не пізніше ${toDigitalStyle(received)}`,
        hint: 'Виправте дату заяви або дату надходження (received).',
      };
  },
};
