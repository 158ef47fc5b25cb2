import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

const NEEDED = [
  ['total', 'загального складу'],
  ['present', 'кількості присутніх'],
  ['for', 'кількості голосів «за»'],
] as const;

/** R 6.1: a collegial act is adopted by vote, so the draft says how the vote went. */
export const adoptionNamed: Rule = {
  id: ruleId('6.1-adoption'),
  clause: '6.1',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  *check({ content: { adoption } }) {
    if (adoption === undefined) {
      yield {
        at: '/adoption',
        message: 'Немає відомостей про прийняття (adoption)',
        expected: 'дата, загальний склад, кількість присутніх і голосів',
        hint: 'Додайте поле adoption: date, total, present, for, against, abstained.',
      };
      return;
    }
    for (const [key, name] of NEEDED) {
      if (adoption[key] !== undefined) continue;
      yield {
        at: `/adoption/${key}`,
        message: `У відомостях про прийняття (adoption) немає ${name} (${key})`,
        expected: 'загальний склад (total), присутні (present), голоси «за» (for)',
        hint: 'Візьміть це число з протоколу засідання.',
      };
    }
  },
};
