import { ruleId } from '../model/finding.js';
import type { Norms } from '../model/norms.js';
import type { Rule } from '../model/rule.js';
import { controlPoints } from './draft/control-points.js';
import { excerpt } from './draft/excerpt.js';
import { stemsOf } from './draft/stems.js';

/** R 5.6: one person answers for control of the act as a whole. */
export const controlSingle: Rule = {
  id: ruleId('5.6-control-single'),
  clause: '5.6',
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { kind, norms }) {
    const points = controlPoints(content, kind);
    for (const [index, { point, at }] of points.entries()) {
      if (index === 0 && !chargesSeveral(point.text ?? '', norms)) continue;
      yield {
        at: `${at}/text`,
        message:
          index === 0
            ? `Пункт ${excerpt(point.n)} покладає контроль більш як на одного`
            : `Про контроль за виконанням документа говорить не лише пункт ${excerpt(points[0]?.point.n ?? '')}, а й пункт ${excerpt(point.n)}`,
        expected: 'одна посадова особа, на яку покладено контроль за виконанням документа в цілому',
        hint: 'Залиште контроль за документом у цілому за однією особою.',
      };
    }
  },
};

/** A conjunction or a comma after which another post begins: `на міського голову та секретаря міської ради`. */
function chargesSeveral(text: string, { postWords, deputyWords }: Norms): boolean {
  const posts = new Set([...postWords, ...deputyWords].flatMap(stemsOf));
  const charged = text.slice(Math.max(text.search(/\sна\s/iu), 0));
  const persons = charged.split(/,\s*|\s+(?:та|і|й|а також)\s+/u).slice(1);
  if (
    persons.some((person) =>
      stemsOf(person)
        .slice(0, 2)
        .some((stem) => posts.has(stem)),
    )
  )
    return true;
  return /\s(?:та|і|й)\s+\p{Lu}\.\s*(?:\p{Lu}\.\s*)?\p{Lu}/u.test(charged);
}
