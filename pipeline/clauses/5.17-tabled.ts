import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { latestUrgent } from '../model/meeting-terms.js';
import type { Rule } from '../model/rule.js';
import { isLate } from '../model/term-norm.js';
import { excerpt } from './draft/excerpt.js';
import { tabledProjects } from './draft/tabled-projects.js';

/** R 5.17: what an agenda takes up as urgent is a project that says its ground and whose leave it has, and came a day before the meeting at the latest. */
export const urgentProject: Rule = {
  id: ruleId('5.17-tabled'),
  clause: '5.17',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.meets === 'tables',
  async check({ content }, world) {
    const remarks: Remark[] = [];
    const meeting = content.meeting?.date;
    for (const { id, item, at, standing } of await tabledProjects(content, world)) {
      const [first, last] = [standing.versions[0], standing.versions.at(-1)];
      if (!item.urgent || first === undefined || last === undefined) continue;
      const name = `Термінове питання, проєкт «${excerpt(id)}»`;
      const draft = await world.projects.draftOf(last.by);
      if (draft !== undefined && draft.content.urgent === undefined)
        remarks.push({
          at,
          message: `${name}: у проєкті немає обґрунтування терміновості та дозволу на розгляд (urgent)`,
          expected: 'обґрунтування виконавця і дозвіл міського голови, його першого заступника або секретаря ради',
          hint: 'Подайте проєкт ще раз під тим самим ідентифікатором, з полем urgent, або приберіть позначку терміновості.',
        });
      const term = meeting && latestUrgent(meeting, world);
      if (meeting !== undefined && term !== undefined && isLate(first.date, term, world))
        remarks.push({
          at,
          message: `${name}: подано ${toDigitalStyle(first.date)}, після строку для засідання ${toDigitalStyle(meeting)}`,
          expected: `не пізніше ніж ${toDigitalStyle(term.due)}`,
          hint: 'Перенесіть питання на наступне засідання.',
        });
    }
    return remarks;
  },
};
