import type { Remark } from '../model/finding.js';
import { ruleId } from '../model/finding.js';
import { casesByYear, knownCases, standingIn } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';
import { factRemarks } from './draft/fact-remarks.js';
import { unitNamed } from './draft/unit-named.js';

/**
 * R 14.8, 28.10: the cases that are handed over are all that the unit has of the years that are named: none of another unit, and none left out but those
 * that the archive department took or that were destroyed; and what is said of each is what it holds.
 */
export const handoverCases: Rule = {
  id: ruleId('14.8-cases'),
  clause: '14.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'hands-over' || traits.archives === 'succeeds',
  async check({ content }, world) {
    const { unit } = content;
    if (unit === undefined) return [];
    const named = await knownCases(content, world);
    const remarks: Remark[] = named
      .filter(({ file: { planned }, volumes }) => volumes.some(({ standing }) => (standing.unit ?? planned.unit) !== unit))
      .map((one) => ({
        at: one.at,
        message: `${caseCalled(one)} — іншого підрозділу: ${unitNamed(one.file.planned.unit, world.office)}`,
        expected: `справи підрозділу: ${unitNamed(unit, world.office)}`,
        hint: 'Приберіть справу з акта.',
      }));
    remarks.push(...named.flatMap(factRemarks));
    const years = casesByYear(world);
    const given = new Set(
      named.flatMap(({ year, mention, volumes }) => volumes.map(({ volume }) => `${year}/${mention.index}/${volume.n}`)),
    );
    for (const year of new Set(named.map((one) => one.year))) {
      const { files, steps } = await years(year);
      const left = [...files.values()].flatMap((file) =>
        file.volumes
          .filter((volume) => {
            const standing = standingIn(steps.get(file.planned.index) ?? [], file, volume);
            const isHere = (standing.unit ?? file.planned.unit) === unit && standing.accepted === null && standing.destroyed === null;
            return isHere && !given.has(`${year}/${file.planned.index}/${volume.n}`);
          })
          .map(({ n }) => (file.volumes.length === 1 ? file.planned.index : `${file.planned.index}, том ${n}`)),
      );
      if (left.length === 0) continue;
      remarks.push({
        at: '/caseFiles',
        message: `Кількість справ за ${year} рік не збігається зі сформованими: не названо ${left.join('; ')}`,
        expected: 'усі справи підрозділу, які в ньому зберігаються',
        hint: 'Додайте справи до акта: у ньому зазначають усі справи, які є в підрозділі.',
      });
    }
    return remarks;
  },
};
