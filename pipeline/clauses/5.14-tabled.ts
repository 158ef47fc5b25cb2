import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { latestSubmission } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';
import { isLate } from '../model/term-norm.js';
import { excerpt } from './draft/excerpt.js';
import { tabledProjects } from './draft/tabled-projects.js';

/** R 5.14: a project is handed in and put on the site ten working days before the meeting; one that is urgent may come later. */
export const lateProject: Rule = {
  id: ruleId('5.14-tabled'),
  clause: '5.14',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.meets === 'tables',
  async check({ content }, world) {
    const meeting = content.meeting?.date;
    if (meeting === undefined) return [];
    const term = latestSubmission(meeting, world);
    return (await tabledProjects(content, world)).flatMap(({ id, item, at, standing: { versions } }) => {
      const submitted = versions[0]?.date;
      if (submitted === undefined || item.urgent || !isLate(submitted, term, world)) return [];
      return [
        {
          at,
          message: `Проєкт «${excerpt(id)}» подано ${toDigitalStyle(submitted)}, після строку для засідання ${toDigitalStyle(meeting)}`,
          expected: `проєкт, поданий не пізніше ніж ${toDigitalStyle(term.due)}`,
          hint: 'Перенесіть питання на наступне засідання. Якщо розгляд терміновий і дозволений (п. 5.17), позначте питання терміновим (urgent).',
        },
      ];
    });
  },
};
