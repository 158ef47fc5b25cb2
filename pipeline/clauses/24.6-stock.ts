import { blankFormOf } from '../model/blank-form.js';
import { ruleId } from '../model/finding.js';
import { bodyOf } from '../model/office.js';
import type { Rule } from '../model/rule.js';

/** R 24.6: a document on a blank of strict account takes the next number of the stock, so there must be one. */
export const blankFree: Rule = {
  id: ruleId('24.6-stock'),
  clause: '24.6',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.numbered,
  async check({ content }, { kind, office, register }) {
    const form = blankFormOf(kind, content);
    const stock = form === undefined ? undefined : await register.blankStock(form);
    if (form === undefined || stock === undefined || stock.next !== null) return [];
    return [
      {
        at: '',
        message: `Немає вільних бланків ${bodyOf(office, form).genitive}: усі одержані вже використано або зіпсовано`,
        expected: 'вільний бланк суворого обліку',
        hint: 'Загальний відділ має оприбуткувати нові бланки; потім подайте документ ще раз.',
      },
    ];
  },
};
