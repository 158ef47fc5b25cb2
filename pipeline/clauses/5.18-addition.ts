import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { latestAddition } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';
import { isLate } from '../model/term-norm.js';

/** R 5.18: what is added to a project that stands on an agenda comes a day before the meeting at the latest, with its visas, as a version of the project. */
export const lateAddition: Rule = {
  id: ruleId('5.18-addition'),
  clause: '5.18',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.project && traits.collegial,
  async check({ content: { id, submitted } }, world) {
    if (id === undefined || submitted === undefined) return [];
    const { tabled, decided } = await world.projects.standing(id);
    // What a meeting has postponed goes to another one, with another agenda.
    if (tabled === null || (decided !== null && decided.date >= tabled.date)) return [];
    const term = latestAddition(tabled.date, world);
    if (!isLate(submitted, term, world)) return [];
    return [
      {
        at: '/submitted',
        message: `Проєкт уже в порядку денному засідання ${toDigitalStyle(tabled.date)}, а доповнення подано ${toDigitalStyle(submitted)}`,
        expected: `доповнення не пізніше ніж ${toDigitalStyle(term.due)}`,
        hint: 'Зміни, яких дійшли на засіданні, вносять у текст прийнятого рішення (п. 6.3).',
      },
    ];
  },
};
