import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { hasPhrase, stemsOf } from './draft/stems.js';

/** R 5.6 with the Law on self-government, art. 59 part 5: a title that speaks of rules, an order or a statute promises a normative act. */
export const normativeTitle: Rule = {
  id: ruleId('5.6-normative-title'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative && !traits.normative,
  *check({ content }, { norms }) {
    const stems = stemsOf(content.title ?? '');
    const plain = norms.normativeExceptions.map(stemsOf).reduce(withoutPhrase, stems);
    const word = norms.normativeWords.find((normative) => hasPhrase(stemsOf(normative), plain));
    if (word === undefined) return;
    yield {
      at: '/normative',
      message: `Заголовок (title) говорить про нормативний акт («${word}»), але документ не позначено як нормативний (normative)`,
      expected: 'normative: true, якщо акт установлює загальнообовʼязкові правила',
      hint: 'Перевірте, чи акт нормативний: такий набирає чинності з дня офіційного оприлюднення.',
    };
  },
};

function withoutPhrase(stems: readonly string[], phrase: readonly string[]): string[] {
  const starts = stems.flatMap((_, start) => (phrase.every((wanted, index) => stems[start + index] === wanted) ? [start] : []));
  return stems.filter((_, place) => !starts.some((start) => place >= start && place < start + phrase.length));
}
