import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { hasPhrase, stemsOf } from './draft/stems.js';

/** R 5.19: a regulatory act does not go to a meeting without the analysis of its impact, publication and a positive conclusion. */
export const regulatoryGate: Rule = {
  id: ruleId('5.19-regulatory'),
  clause: '5.19',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.regulatory,
  *check({ content }, { norms }) {
    const { analysis, published, conclusion } = content.regulatory ?? {};
    const lacks = [
      ...(analysis === undefined ? ['аналізу регуляторного впливу (analysis)'] : []),
      ...(published === undefined ? ['відомостей про оприлюднення (published)'] : []),
      ...(conclusion === undefined ? ['висновку про дотримання процедури (conclusion)'] : []),
    ];
    if (lacks.length > 0)
      yield {
        at: '/regulatory',
        message: `Проєкт регуляторного акта не можна виносити на засідання: немає ${lacks.join(', ')}`,
        expected: 'аналіз регуляторного впливу, оприлюднення за ст. ст. 9, 13 Закону і позитивний висновок',
        hint: 'Пройдіть регуляторну процедуру та доповніть поле regulatory.',
      };
    const negative = norms.negativeConclusions.find((words) => hasPhrase(stemsOf(words), stemsOf(conclusion ?? '')));
    if (negative !== undefined)
      yield {
        at: '/regulatory/conclusion',
        message: `Висновок про дотримання регуляторної процедури не є позитивним («${negative}»)`,
        expected: 'позитивний висновок',
        hint: 'Поверніть проєкт розробникові на доопрацювання.',
      };
  },
};
