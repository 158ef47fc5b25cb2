import { yearOf } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { caseFor } from '../model/nomenclature.js';
import { seriesOf } from '../model/office.js';
import type { Rule } from '../model/rule.js';

/** R 4.14, 28.5: nothing is filed in a case that is closed. */
export const caseOpen: Rule = {
  id: ruleId('4.14-closed'),
  clause: '4.14',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.numbered,
  async check({ content }, { kind, office, today, archive }) {
    const date = kind.dateOf(content);
    // Cases of a year that goes on are open.
    if (date === undefined || yearOf(date) >= yearOf(today)) return [];
    const year = yearOf(date);
    const plan = await archive.nomenclature(year);
    const planned = plan && caseFor(plan, { kind: kind.id, series: seriesOf(office, kind, content).id });
    if (planned === undefined) return [];
    const last = await archive.lastYearOf(year, planned.index);
    const closed = (await archive.steps({ year: last, index: planned.index })).find(({ how }) => how === 'closes');
    if (closed === undefined) return [];
    return [
      {
        at: '',
        message: `Справу ${planned.index} за ${last} рік, до якої належить документ, закрито (№ ${closed.by.number})`,
        expected: `документ, датований після ${year} року, або незакрита справа`,
        hint: 'Перевірте дату документа; якщо вона правильна, зверніться до загального відділу.',
      },
    ];
  },
};
