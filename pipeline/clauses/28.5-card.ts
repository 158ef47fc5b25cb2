import { type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';
import { CATEGORY_NAMED } from './draft/category-words.js';
import { unitNamed } from './draft/unit-named.js';

/** R 28.5–28.7: what a document that closes cases says of all of them holds for each: how it is finished follows from its category. */
export const closingCard: Rule = {
  id: ruleId('28.5-card'),
  clause: '28.5',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'closes',
  async check({ content }, world) {
    const { year, unit, category } = content;
    const hint = 'Складіть документ знову: regesta close.';
    const remarks: Remark[] = [];
    if (category === undefined)
      remarks.push({
        at: '/category',
        message: 'Не вказано категорії справ (category): від неї залежить, як справу оформлюють',
        expected: 'permanent (постійні), personnel (з кадрових питань), long-term (тривалі), temporary (тимчасові)',
        hint,
      });
    for (const named of await knownCases(content, world)) {
      const { planned } = named.file;
      const name = caseCalled(named);
      if (category !== undefined && planned.category !== category)
        remarks.push({
          at: named.at,
          message: `${name} — ${CATEGORY_NAMED[planned.category]}, а закривають її як справу ${CATEGORY_NAMED[category]}`,
          expected: CATEGORY_NAMED[planned.category],
          hint,
        });
      if (year !== undefined && named.year !== year)
        remarks.push({
          at: `${named.at}/year`,
          message: `${name}: документ складено про справи ${year} року`,
          expected: String(year),
          hint,
        });
      if (unit !== undefined && planned.unit !== unit)
        remarks.push({
          at: named.at,
          message: `${name} — іншого підрозділу: ${unitNamed(planned.unit, world.office)}`,
          expected: `справи підрозділу: ${unitNamed(unit, world.office)}`,
          hint,
        });
    }
    return remarks;
  },
};
