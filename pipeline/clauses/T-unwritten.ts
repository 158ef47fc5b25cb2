import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { PLACE } from '../model/task.js';
import { excerpt } from './draft/excerpt.js';
import { allTexts } from './draft/texts.js';

/** A place that a skeleton left for the clerk, `[[дата]]`, has been filled in. */
export const unwritten: Rule = {
  id: ruleId('T-unwritten'),
  clause: null,
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }) {
    for (const { at, text } of allTexts(content)) {
      const place = PLACE.exec(text)?.[0];
      if (place === undefined) continue;
      yield {
        at,
        message: `Не заповнено місце, залишене в заготовці: ${excerpt(place)}`,
        expected: 'текст замість подвійних квадратних дужок',
        hint: 'Впишіть потрібне замість дужок разом із тим, що в них.',
      };
    }
  },
};
