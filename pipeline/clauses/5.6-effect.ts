import { parseLocalDate, toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

const EXPECTED = 'день офіційного оприлюднення (on: publication) або пізніша дата (on: рррр-мм-дд)';

/** R 5.6 with the Law on self-government, art. 59 part 5: a normative act takes effect on its official publication or later. */
export const entryIntoForce: Rule = {
  id: ruleId('5.6-effect'),
  clause: '5.6',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.normative,
  *check({ content }, { kind }) {
    const on = content.effective?.on;
    if (on === undefined || on === 'publication') return;
    const date = parseLocalDate(on);
    const adopted = kind.dateOf(content);
    if (on === 'signing') yield remark('Нормативний акт не може набрати чинності з дня підписання (effective)');
    else if (date !== undefined && adopted !== undefined && date <= adopted)
      yield remark(`Нормативний акт, прийнятий ${toDigitalStyle(adopted)}, не може набрати чинності ${toDigitalStyle(date)} (effective)`);
  },
};

function remark(message: string): Remark {
  return {
    at: '/effective/on',
    message,
    expected: EXPECTED,
    hint: 'Вкажіть пізнішу дату або приберіть поле effective: тоді діє день оприлюднення.',
  };
}
