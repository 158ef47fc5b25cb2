import { yearOf } from '../model/date.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 28.2 (order 1000/5, nomenclature of cases): the numbers of cases are entered when the year is over, for every case, as many as were formed. */
export const caseCounts: Rule = {
  id: ruleId('28.2-counts'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'plans',
  async check({ content }, { archive, kind, today }) {
    const { year, plannedCases } = content;
    if (year === undefined || plannedCases.every(({ count }) => count === undefined)) return [];
    if (year >= yearOf(kind.dateOf(content) ?? today))
      return [
        { at: '/plannedCases', message: `Вказано кількість справ, а ${year} рік ще не закінчився`, expected: 'номенклатура без count' },
      ];
    const { cases = [], goingOn = [] } = (await archive.formed(year)) ?? {};
    const formed = new Map([...cases, ...goingOn].map(({ planned, volumes }) => [planned.index, volumes.length]));
    return plannedCases.flatMap(({ index = '', count }, position): Remark[] => {
      const real = formed.get(index) ?? 0;
      if (count === real) return [];
      const said = count === undefined ? 'не вказано кількості справ (count)' : `вказано справ (томів): ${count}, сформовано: ${real}`;
      return [
        {
          at: `${pointerTo('/plannedCases', position)}/count`,
          message: `Справа ${excerpt(index)} за ${year} рік: ${said}`,
          expected: String(real),
          hint: 'Підсумкову номенклатуру року готує команда regesta close --summary.',
        },
      ];
    });
  },
};
