import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

const NEEDED = [
  ['name', 'прізвища та ініціалів'],
  ['phone', 'службового телефону'],
] as const;

/** R 13.11: the last sheet of a letter names who wrote it and a telephone. */
export const letterContact: Rule = {
  id: ruleId('13.11-contact'),
  clause: '13.11',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.outgoing,
  *check({ content }) {
    for (const [key, name] of NEEDED) {
      if (content.contact?.[key] !== undefined) continue;
      yield {
        at: content.contact === undefined ? '/contact' : `/contact/${key}`,
        message: `Не вказано ${name} виконавця листа (contact.${key})`,
        expected: 'прізвище, ініціали та номер службового телефону виконавця',
        hint: 'Додайте поле contact: { "name": "Щербина Г. П.", "phone": "(05536) 0-00-00" }.',
      };
    }
  },
};
