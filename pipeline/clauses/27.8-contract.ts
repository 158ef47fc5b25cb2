import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { digestIn, examinedContract } from './draft/examined-contract.js';

/** R 27.8, 27.9: a verdict, a request and the record of materials are about a contract that waits, named by the SHA-256 of its file. The letter that returns a contract goes after it has left. */
export const examinedWaits: Rule = {
  id: ruleId('27.8-contract'),
  clause: '27.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.examines !== undefined && traits.examines !== 'returns',
  async check({ content }, { register }) {
    const hint = 'Візьміть SHA-256 поданого файлу з переліку договорів, що чекають на висновок.';
    const digest = digestIn(content);
    if (digest === undefined)
      return [
        {
          at: '/contract',
          message: content.contract === undefined ? 'Не вказано договору (contract)' : 'Договір названо неправильно (contract)',
          expected: 'SHA-256 поданого файлу: 64 цифри та латинські літери від a до f',
          hint,
        },
      ];
    const pending = await examinedContract(content, register);
    if (pending === undefined)
      return [
        {
          at: '/contract',
          message: `Договору, файл якого має SHA-256 ${digest}, серед тих, що чекають на висновок, немає`,
          expected: 'договір, що чекає на висновок',
          hint,
        },
      ];
    const decided = pending.steps.find(({ how }) => how === 'register' || how === 'refuse');
    if (decided === undefined) return [];
    return [
      {
        at: '/contract',
        message: `Висновок щодо цього договору вже надано: № ${decided.by.number} від ${toDigitalStyle(decided.by.date)}`,
        expected: 'договір, що чекає на висновок',
        hint: 'Перевірте, чи той це договір: висновок надають один раз.',
      },
    ];
  },
};
