import { yearOf } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { caseCalled, knownCases } from './draft/named-cases.js';

/** R 28.5: a case is closed after its year, once. */
export const caseEnded: Rule = {
  id: ruleId('28.5-year'),
  clause: '28.5',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'closes',
  async check({ content }, { archive, today, kind }) {
    const day = kind.dateOf(content) ?? today;
    const known = await knownCases(content, { archive });
    return known.flatMap((named) => {
      const { at, year, volumes } = named;
      if (year >= yearOf(day))
        return [{ at, message: `${caseCalled(named)}: рік ще не закінчився`, expected: `справа за рік до ${yearOf(day)}` }];
      const closed = volumes.find(({ standing }) => standing.closed !== null)?.standing.closed;
      return closed ? [{ at, message: `${caseCalled(named)} вже закрита (№ ${closed.by.number})`, expected: 'незакрита справа' }] : [];
    });
  },
};
