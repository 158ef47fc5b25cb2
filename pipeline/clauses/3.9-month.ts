import { toDigitalStyle } from '../model/date.js';
import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 3.9: a plan of events is of one month and names events of that month, each with who answers for it (R 3.11). */
export const monthEvents: Rule = {
  id: ruleId('3.9-month'),
  clause: '3.9',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.plans === 'month',
  *check({ content: { year, month, events } }) {
    if (year === undefined || month === undefined)
      yield {
        at: year === undefined ? '/year' : '/month',
        message: 'Не вказано, на який місяць складено план (year, month)',
        expected: 'рік і місяць: 2022 і 3',
        hint: 'Додайте поля year і month.',
      };
    if (events.length === 0)
      yield {
        at: '/events',
        message: 'У плані немає жодного заходу (events)',
        expected: 'заходи з датами та відповідальними',
        hint: 'Додайте заходи.',
      };
    const beginning = `${year}-${String(month).padStart(2, '0')}-`;
    for (const [index, { text, date, executor }] of events.entries()) {
      const at = pointerTo('/events', index);
      const lacks = [
        ...(text === undefined ? ['зміст (text)'] : []),
        ...(date === undefined ? ['дату (date)'] : []),
        ...(executor === undefined ? ['відповідального (executor)'] : []),
      ];
      if (lacks.length > 0)
        yield {
          at,
          message: `Для заходу ${index + 1} не вказано: ${lacks.join(', ')}`,
          expected: 'зміст, дата і відповідальний за захід',
          hint: 'Доповніть захід.',
        };
      if (date !== undefined && year !== undefined && month !== undefined && !date.startsWith(beginning))
        yield {
          at: `${at}/date`,
          message: `Захід ${toDigitalStyle(date)} не належить до місяця, на який складено план`,
          expected: `дата з ${beginning.slice(5, 7)}.${year}`,
          hint: 'Виправте дату заходу або місяць плану.',
        };
    }
  },
};
