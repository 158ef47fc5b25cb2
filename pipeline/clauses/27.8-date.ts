import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { examinedContract } from './draft/examined-contract.js';

/** R 27.8: a contract is examined after it has come; a verdict is not older than the contract’s receipt or than the materials it rests on. */
export const verdictDate: Rule = {
  id: ruleId('27.8-date'),
  clause: '27.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.examines === 'verdict' || traits.examines === 'asks',
  async check({ content }, { kind, register }) {
    const date = kind.dateOf(content);
    const pending = await examinedContract(content, register);
    if (date === undefined || pending === undefined || date >= pending.since) return [];
    const what = pending.since === pending.received ? 'договір надійшов' : 'додаткові матеріали надійшли';
    return [
      {
        at: '/signing/date',
        message: `Документ датовано ${toDigitalStyle(date)}, а ${what} ${toDigitalStyle(pending.since)}`,
        expected: `дата не раніше ${toDigitalStyle(pending.since)}`,
        hint: 'Виправте дату підписання.',
      },
    ];
  },
};
