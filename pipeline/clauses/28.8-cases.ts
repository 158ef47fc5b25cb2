import { type Remark, ruleId } from '../model/finding.js';
import { type KnownCase, knownCases, type StandingVolume } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled, volumeCalled } from './draft/case-called.js';
import { CATEGORY_NAMED } from './draft/category-words.js';
import { unitNamed } from './draft/unit-named.js';

/** R 28.8: an inventory lists cases of its year, category and unit that are closed, finished and appraised to be kept, each volume once. */
export const inventoryCases: Rule = {
  id: ruleId('28.8-cases'),
  clause: '28.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'lists',
  async check({ content }, world) {
    const { category, unit, year } = content;
    const seen = new Set<string>();
    return (await knownCases(content, world)).flatMap((named) => {
      const { planned } = named.file;
      const remarks: Remark[] = [];
      const tell = (message: string, expected: string, hint: string): void => {
        remarks.push({ at: named.at, message, expected, hint });
      };
      if (year !== undefined && named.year !== year)
        tell(`${caseCalled(named)}: опис складено за ${year} рік`, `справи ${year} року`, 'Приберіть справу з опису.');
      if (category !== undefined && planned.category !== category)
        tell(
          `${caseCalled(named)} — ${CATEGORY_NAMED[planned.category]}, а опис — ${CATEGORY_NAMED[category]}`,
          `справи ${CATEGORY_NAMED[category]}`,
          'Внесіть справу до опису її категорії.',
        );
      if (unit !== undefined && planned.unit !== unit)
        tell(
          `${caseCalled(named)} — іншого підрозділу: ${unitNamed(planned.unit, world.office)}`,
          `справи підрозділу: ${unitNamed(unit, world.office)}`,
          'Внесіть справу до опису її підрозділу.',
        );
      for (const one of named.volumes) {
        const name = volumeCalled(named, one.volume);
        if (seen.has(name)) tell(`${name} внесена до опису двічі`, 'кожна справа один раз', 'Приберіть зайвий рядок опису.');
        seen.add(name);
        remarks.push(...stateRemarks(named, one, name));
      }
      return remarks;
    });
  },
};

function stateRemarks({ at }: KnownCase, { standing }: StandingVolume, name: string): Remark[] {
  const { closed, appraised, listed, destroyed } = standing;
  const told = (message: string, expected: string, hint: string): Remark[] => [{ at, message, expected, hint }];
  if (destroyed !== null) return told(`${name}: справу знищено`, 'справа, яка зберігається', 'Приберіть справу з опису.');
  if (closed === null) return told(`${name} не закрита`, 'закрита й оформлена справа', 'Спершу закрийте справу.');
  if (appraised === null)
    return told(`${name} не пройшла експертизи цінності`, 'справа з рішенням експертної комісії', 'Спершу подайте протокол комісії.');
  if (appraised.decision === 'destroy')
    return told(`${name}: комісія вирішила її знищити`, 'справа, яку вирішено зберігати', 'Приберіть справу з опису.');
  if (listed !== null)
    return told(`${name} вже внесена до опису № ${listed.by.number}`, 'справа, якої немає в інших описах', 'Приберіть справу з опису.');
  return [];
}
