import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { ProjectStepKind } from '../model/project-steps.js';
import type { Rule } from '../model/rule.js';

/** R 5.17: projects are adopted or rejected: what the minutes say was not adopted at a meeting is no decision of that meeting. */
export const projectDecided: Rule = {
  id: ruleId('5.17-decided'),
  clause: '5.17',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  async check({ content: { id, adoption } }, { projects }) {
    const { decided } = id === undefined ? { decided: null } : await projects.standing(id);
    const became = decided === null ? undefined : NOT_ADOPTED[decided.how];
    if (decided === null || became === undefined || adoption?.date === undefined || adoption.date > decided.date) return [];
    return [
      {
        at: '/id',
        message: `За протоколом засідання ${toDigitalStyle(decided.date)} цей проєкт ${became}`,
        expected: 'рішення за проєктом, який прийнято',
        hint: 'Звірте дату прийняття та ідентифікатор (id) з протоколом засідання.',
      },
    ];
  },
};

const NOT_ADOPTED: Readonly<Partial<Record<ProjectStepKind, string>>> = {
  rejects: 'відхилено',
  postpones: 'відкладено',
  hears: 'взято до відома',
};
