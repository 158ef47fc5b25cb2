import type { CaseFile, FormedYear } from '../model/case-files.js';
import { type Remark, ruleId } from '../model/finding.js';
import { casesFor, type PlannedCase, plannedCase } from '../model/nomenclature.js';
import type { RegisterRow } from '../model/register-row.js';
import type { Rule } from '../model/rule.js';

/** R 28.2: whatever the office registers has a case: by the series of its settings, and by what it registered that year and the year before. */
export const everythingTaken: Rule = {
  id: ruleId('28.2-taken'),
  clause: '28.2',
  severity: 'warn',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'plans',
  async check({ content }, { office, archive }) {
    const { year, unit, plannedCases } = content;
    // Of one unit: the others' cases stand elsewhere.
    if (year === undefined || unit !== undefined) return [];
    const cases = plannedCases.flatMap((card): PlannedCase[] => {
      const planned = plannedCase(card, undefined);
      return planned === undefined ? [] : [planned];
    });
    const settled = office.series.flatMap(({ id, kinds }) => kinds.map((kind) => ({ series: id, kind })));
    const registered = [...rowsOf(await archive.formed(year - 1)), ...rowsOf(await archive.formed(year))];
    const lacking = new Map<string, string>();
    const caseOf = casesFor({ year, cases });
    for (const one of [...settled, ...registered])
      if (caseOf(one) === undefined) lacking.set(`${one.series}/${one.kind}`, `${one.kind}, серія ${one.series}`);
    return [...lacking.values()].map(
      (name): Remark => ({
        at: '/plannedCases',
        message: `Для документів немає справи: ${name}`,
        expected: 'справа, яка формується з цих документів (takes)',
        hint: 'Додайте вид (kind) або серію (series) до документів однієї зі справ.',
      }),
    );
  },
};

function rowsOf(formed: FormedYear | undefined): RegisterRow[] {
  if (formed === undefined) return [];
  return [...[...formed.cases, ...formed.goingOn].flatMap(rowsIn), ...formed.unplaced];
}

function rowsIn({ volumes }: CaseFile): RegisterRow[] {
  return volumes.flatMap(({ items }) => items.map(({ row }) => row));
}
