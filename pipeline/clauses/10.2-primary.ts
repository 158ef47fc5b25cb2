import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 10.2: on the back of the last page of the primary documents stand the number of pages and who is responsible. */
export const primaryDocuments: Rule = {
  id: ruleId('10.2-primary'),
  clause: '10.2',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: () => true,
  *check({ content }) {
    for (const [index, { title, pages, responsible }] of content.primary.entries()) {
      const lacks = [
        ...(title === undefined ? ['назви (title)'] : []),
        ...(pages === undefined ? ['кількості сторінок (pages)'] : []),
        ...(responsible?.post && responsible.name ? [] : ['посади та імені відповідальної особи (responsible)']),
      ];
      if (lacks.length === 0) continue;
      yield {
        at: pointerTo('/primary', index),
        message: `Про первинний документ ${index + 1} не вказано: ${lacks.join(', ')}`,
        expected: 'назва, кількість сторінок і відповідальна особа',
        hint: 'Перепишіть ці відомості зі звороту останньої сторінки зброшурованих документів.',
      };
    }
  },
};
