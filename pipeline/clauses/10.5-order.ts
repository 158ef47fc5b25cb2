import { toDigitalStyle } from '../model/date.js';
import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { visaName } from './draft/visa-name.js';

/** R 10.5: the legal, organisation and general departments visa a decision's draft when the interested units have done so. */
export const visaOrder: Rule = {
  id: ruleId('10.5-order'),
  clause: '10.5',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.collegial,
  *check({ content }, { norms }) {
    const { first, last } = norms.visaOrder;
    const interested = content.visas.filter(({ role }) => role !== undefined && first.includes(role));
    for (const [index, visa] of content.visas.entries()) {
      const { role, date } = visa;
      if (role === undefined || date === undefined || !last.includes(role)) continue;
      const late = interested.find((other) => other.date !== undefined && other.date > date);
      if (late?.date === undefined) continue;
      yield {
        at: pointerTo('/visas', index, 'date'),
        message: `Візу ${visaName(visa)} проставлено ${toDigitalStyle(date)}, раніше за візу ${visaName(late)}, ${toDigitalStyle(late.date)}`,
        expected: `дата не раніше ${toDigitalStyle(late.date)}`,
        hint: 'Юридичний, організаційний і загальний відділи візують проєкт після зацікавлених підрозділів; перевірте дати віз.',
      };
    }
  },
};
