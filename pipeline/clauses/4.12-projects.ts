import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { lastVersion } from '../model/minutes.js';
import { projectSeries } from '../model/project-book.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';
import { projectAway } from './draft/project-away.js';

/** R 4.12: what minutes say was decided on is a project on record, of the body that met, that was there by the day of the meeting. */
export const minutesProjects: Rule = {
  id: ruleId('4.12-projects'),
  clause: '4.12',
  severity: 'refuse',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content: { meeting, items } }, { traits, projects }) {
    const date = meeting?.date;
    if (date === undefined) return [];
    const remarks: Remark[] = [];
    for (const [index, item] of items.entries())
      for (const [place, project] of item.projects.entries()) {
        const standing = await projects.standing(project);
        const version = lastVersion(standing, date);
        if (version?.by.series === projectSeries(traits.issuer)) {
          if ((await projects.draftOf(version.by)) === undefined) remarks.push(projectAway(project, itemAt(index, 'projects', place)));
          continue;
        }
        const [first] = standing.versions;
        const named = `${itemCalled(item, index)}: проєкт «${excerpt(project)}»`;
        const at = itemAt(index, 'projects', place);
        const expected = 'проєкт цього органу, зареєстрований до засідання';
        if (first === undefined)
          remarks.push({
            at,
            message: `${named} не зареєстровано`,
            expected,
            hint: 'Перевірте ідентифікатор: він стоїть унизу аркуша проєкту.',
          });
        else if (version === undefined)
          remarks.push({
            at,
            message: `${named} подано ${toDigitalStyle(first.date)}, після засідання`,
            expected,
            hint: 'Перевірте ідентифікатор проєкту і дату засідання.',
          });
        else
          remarks.push({
            at,
            message: `${named} подано на розгляд іншого органу`,
            expected,
            hint: 'Перевірте, чиє це засідання (meeting.body).',
          });
      }
    return remarks;
  },
};
