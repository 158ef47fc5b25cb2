import { toDigitalStyle } from '../model/date.js';
import type { DraftContent } from '../model/draft.js';
import { type Remark, ruleId } from '../model/finding.js';
import { latestUrgent } from '../model/meeting-terms.js';
import type { RegisterWorld, Rule } from '../model/rule.js';
import { officialsOn } from '../model/signatory.js';
import { isLate } from '../model/term-norm.js';
import { excerpt } from './draft/excerpt.js';
import { stemsOf } from './draft/stems.js';
import { namesPerson } from './draft/surname.js';
import { type TabledProject, tabledProjects } from './draft/tabled-projects.js';

/** R 5.17: a project is urgent on written ground and by leave of the head, the first deputy or the secretary, and comes a day before the meeting at the latest. */
export const urgentProject: Rule = {
  id: ruleId('5.17-urgent'),
  clause: '5.17',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.meets === 'tables',
  async check({ content }, world) {
    const remarks: Remark[] = [];
    for (const tabled of await tabledProjects(content, world)) {
      const last = tabled.standing.versions.at(-1);
      const draft = last && (await world.projects.draftOf(last.by));
      if (tabled.item.urgent && draft !== undefined) remarks.push(...urgencyRemarks(tabled, draft.content, content.meeting?.date, world));
    }
    return remarks;
  },
};

function* urgencyRemarks(
  { id, at, standing }: TabledProject,
  { urgent }: DraftContent,
  meeting: NonNullable<DraftContent['meeting']>['date'],
  world: RegisterWorld,
): Iterable<Remark> {
  const name = `Термінове питання, проєкт «${excerpt(id)}»`;
  if (urgent?.ground === undefined)
    yield {
      at,
      message: `${name}: терміновість не обґрунтовано (urgent.ground у проєкті)`,
      expected: 'письмове обґрунтування виконавця з посиланням на нормативно-правові акти',
      hint: 'Подайте проєкт ще раз під тим самим ідентифікатором, з обґрунтуванням.',
    };
  if (meeting === undefined) return;
  const leaders = officialsOn(world.office, meeting, 'head', 'first-deputy', 'secretary');
  const stems = stemsOf(urgent?.leaveBy ?? '');
  if (!leaders.some((leader) => namesPerson(leader.name, stems)))
    yield {
      at,
      message:
        urgent?.leaveBy === undefined
          ? `${name}: немає дозволу на розгляд (urgent.leaveBy у проєкті)`
          : `${name}: «${excerpt(urgent.leaveBy)}» не може дозволити термінового розгляду`,
      expected: `дозвіл: ${[...new Set(leaders.map(({ post, name: who }) => `${post} ${who}`))].join('; ')}`,
      hint: 'Отримайте дозвіл і подайте проєкт ще раз під тим самим ідентифікатором.',
    };
  const submitted = standing.versions[0]?.date;
  const term = latestUrgent(meeting, world);
  if (submitted !== undefined && isLate(submitted, term, world))
    yield {
      at,
      message: `${name}: подано ${toDigitalStyle(submitted)}, після строку для засідання ${toDigitalStyle(meeting)}`,
      expected: `не пізніше ніж ${toDigitalStyle(term.due)}`,
      hint: 'Перенесіть питання на наступне засідання.',
    };
}
