import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { examinedContract } from './draft/examined-contract.js';

/** R 27.9: two weeks run anew from the day on which the asked materials came: a day that is known, has come, and is not before they were asked for. */
export const materialsReceived: Rule = {
  id: ruleId('27.9-received'),
  clause: '27.9',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.examines === 'supplies',
  async check({ content }, { register, today }) {
    const { received } = content;
    const pending = await examinedContract(content, register);
    const remark = (message: string, expected: string): Remark => ({
      at: '/received',
      message,
      expected,
      hint: 'Виправте дату надходження матеріалів (received).',
    });
    if (received === undefined) return [remark('Не вказано дати надходження матеріалів (received)', 'дата у форматі рррр-мм-дд')];
    if (received > today)
      return [
        remark(
          `Дата надходження ${toDigitalStyle(received)} ще не настала: сьогодні ${toDigitalStyle(today)}`,
          'сьогоднішня або раніша дата',
        ),
      ];
    if (pending === undefined) return [];
    const asked = pending.steps.findLast(({ how }) => how === 'ask');
    if (pending.state !== 'asked' || asked === undefined)
      return [
        {
          at: '/contract',
          message: 'Додаткових матеріалів до цього договору не запрошували',
          expected: 'договір, для якого запросили матеріали',
          hint: 'Перевірте, чи той це договір.',
        },
      ];
    if (received >= asked.date) return [];
    const day = toDigitalStyle(asked.date);
    return [remark(`Матеріали надійшли ${toDigitalStyle(received)}, раніше, ніж їх запросили, ${day}`, `дата не раніше ${day}`)];
  },
};
