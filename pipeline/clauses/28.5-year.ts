import { yearOf } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { namedCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';

/** R 28.5: a case is closed after its year, once; a transitional one after the last year whose nomenclature has it. */
export const caseEnded: Rule = {
  id: ruleId('28.5-year'),
  clause: '28.5',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'closes',
  async check({ content }, { archive, today, kind }) {
    const day = kind.dateOf(content) ?? today;
    const remarks: Remark[] = [];
    for (const named of await namedCases(content, { archive })) {
      const { at, year, volumes, file } = named;
      // What no nomenclature has, another rule has told.
      if (file === undefined || year === undefined) continue;
      const next = file.planned.transitional ? await archive.nomenclature(year + 1) : undefined;
      const closed = volumes.find(({ standing }) => standing.closed !== null)?.standing.closed;
      if (year >= yearOf(day))
        remarks.push({
          at,
          message: `${caseCalled(named)}: рік ще не закінчився`,
          expected: `справа за рік до ${yearOf(day)}`,
          hint: 'Закрийте справу, коли її рік закінчиться.',
        });
      else if (closed)
        remarks.push({
          at,
          message: `${caseCalled(named)} вже закрита (№ ${closed.by.number})`,
          expected: 'незакрита справа',
          hint: 'Приберіть справу з документа.',
        });
      else if (next?.cases.some(({ index }) => index === file.planned.index))
        remarks.push({
          at,
          message: `${caseCalled(named)} перехідна: її продовжено за номенклатурою ${year + 1} року`,
          expected: 'справа, яку закінчено',
          hint: `Закрийте її, коли закінчиться останній рік, у номенклатурі якого вона є, або вилучіть її з номенклатури ${year + 1} року.`,
        });
    }
    return remarks;
  },
};
