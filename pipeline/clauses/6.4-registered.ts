import { partsThatDiffer, SAID_WORDS } from '../model/adopted-text.js';
import { toDigitalStyle } from '../model/date.js';
import type { DraftContent } from '../model/draft.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { MeetingItem } from '../model/meeting-card.js';
import { adoptedProject, adoptionBy, isSameAdoption } from '../model/minutes.js';
import type { RegisterWorld, Rule } from '../model/rule.js';
import { areMinutes, itemAt, itemCalled } from './draft/meeting-items.js';
import { tabledDraft } from './draft/projects-on-record.js';
import { voteLine } from './draft/vote-words.js';

/** R 6.4: an act may have its number before the minutes are ready; what minutes say of it, that it was adopted, when, by what vote and whether it was changed, is what it says itself. */
export const registeredAgrees: Rule = {
  id: ruleId('6.4-registered'),
  clause: '6.4',
  severity: 'refuse',
  needs: 'register',
  appliesTo: areMinutes,
  async check({ content: { meeting, items } }, world) {
    if (meeting === undefined) return [];
    const remarks: Remark[] = [];
    for (const [index, item] of items.entries())
      for (const project of item.projects) remarks.push(...(await disagreements(project, item, index, meeting, world)));
    return remarks;
  },
};

async function disagreements(
  project: string,
  item: MeetingItem,
  index: number,
  meeting: NonNullable<DraftContent['meeting']>,
  world: RegisterWorld,
): Promise<readonly Remark[]> {
  const standing = await world.projects.standing(project);
  const { registered } = standing;
  if (registered === null || item.outcome === undefined || meeting.date === undefined) return [];
  const act = await world.projects.draftOf(registered.by);
  const called = itemCalled(item, index);
  const name = `рішення від ${toDigitalStyle(registered.by.date)} № ${registered.by.number}`;
  if (adoptedProject(item) !== project)
    return [
      {
        at: itemAt(index, 'outcome'),
        message: `${called}: за цим проєктом уже зареєстровано ${name}, а в протоколі його не прийнято`,
        expected: 'adopted або adopted-changed',
        hint: 'Виправте протокол; якщо рішення зареєстровано помилково, спершу анулюйте його номер.',
      },
    ];
  const { adoption } = act?.content ?? {};
  const vote = adoptionBy(meeting, item);
  if (act === undefined || adoption === undefined) return [];
  const remarks: Remark[] = [];
  // What is not said other rules ask for.
  const isSaid = vote.total !== undefined && vote.present !== undefined && vote.for !== undefined;
  if (isSaid && !isSameAdoption(adoption, vote))
    remarks.push({
      at: itemAt(index, 'vote'),
      message: `${called}: голосування в протоколі (${voteLine(vote)}) не таке, як у ${name} (${voteLine(adoption)})`,
      expected: voteLine(adoption),
      hint: 'Звірте голоси і дату засідання; рішення вже має номер.',
    });
  const tabled = await tabledDraft(standing, meeting.date, world);
  if (tabled === undefined) return remarks;
  const changed = partsThatDiffer(tabled, act);
  if (item.outcome === 'adopted' && changed.length > 0)
    remarks.push({
      at: itemAt(index, 'outcome'),
      message: `${called}: за протоколом проєкт прийнято без змін, а в ${name} змінено: ${changed.map((part) => SAID_WORDS[part]).join(', ')}`,
      expected: 'adopted-changed',
      hint: 'Якщо проєкт змінено на засіданні, вкажіть outcome: adopted-changed і що змінено (changed).',
    });
  if (item.outcome === 'adopted-changed' && changed.length === 0)
    remarks.push({
      at: itemAt(index, 'outcome'),
      message: `${called}: за протоколом проєкт прийнято зі змінами, а ${name} повторює проєкт без змін`,
      expected: 'adopted',
      hint: 'Якщо проєкт не змінювали, вкажіть outcome: adopted; інакше анулюйте номер рішення і подайте змінений текст.',
    });
  return remarks;
}
