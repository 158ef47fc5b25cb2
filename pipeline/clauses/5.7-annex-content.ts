import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.7: an annex is a part of the act: it has a text or names a file, and never both. That the file came too is seen by the reader. */
export const annexContent: Rule = {
  id: ruleId('5.7-annex-content'),
  clause: '5.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    for (const [index, { n, body, file }] of content.annexes.entries()) {
      const at = pointerTo('/annexes', index);
      const hasBody = body !== undefined && body.length > 0;
      if (file === undefined && !hasBody)
        yield {
          at: `${at}/body`,
          message: `Додаток ${n} порожній`,
          expected: 'зміст додатка (body) або імʼя файлу (file)',
          hint: 'Додайте зміст додатка або назвіть файл, поданий разом із документом в архіві ZIP.',
        };
      if (file !== undefined && hasBody)
        yield {
          at: `${at}/file`,
          message: `Додаток ${n} має і зміст (body), і файл (file)`,
          expected: 'або зміст, або файл',
          hint: 'Залиште щось одне.',
        };
    }
  },
};
