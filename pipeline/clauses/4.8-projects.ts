import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { projectSeries } from '../model/project-book.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { projectAway } from './draft/project-away.js';
import { type TabledProject, tabledProjects } from './draft/tabled-projects.js';

/** R 4.8, 5.13, 5.19: an agenda names projects that stand in the book of its body, where none comes without its whole package, and on which no meeting has decided yet. */
export const agendaProjects: Rule = {
  id: ruleId('4.8-projects'),
  clause: '4.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.meets === 'tables',
  async check({ content }, world) {
    const book = projectSeries(content.meeting?.body ?? 'committee');
    const remarks: Remark[] = [];
    for (const tabled of await tabledProjects(content, world)) {
      const found = remarksOn(tabled, book);
      const last = tabled.standing.versions.at(-1);
      const isAway = found.length === 0 && last !== undefined && (await world.projects.draftOf(last.by)) === undefined;
      remarks.push(...(isAway ? [projectAway(tabled.id, tabled.at)] : found));
    }
    return remarks;
  },
};

function remarksOn({ id, at, standing: { versions, decided, registered } }: TabledProject, book: string): readonly Remark[] {
  const [first] = versions;
  const name = `Проєкт «${excerpt(id)}»`;
  if (first === undefined)
    return [
      {
        at,
        message: `${name} не подано: у книзі проєктів його немає`,
        expected: 'ідентифікатор поданого проєкту, як унизу його аркуша',
        hint: 'Перевірте ідентифікатор. Проєкт, якому бракує довідки, віз або висновку щодо регуляторного акта, до книги не заносять, і на засідання він не виноситься.',
      },
    ];
  if (first.by.series !== book)
    return [
      { at, message: `${name} подано на розгляд іншого органу`, expected: 'проєкт рішення того органу, чиє засідання (meeting.body)' },
    ];
  if (registered !== null)
    return [
      {
        at,
        message: `${name} уже став рішенням № ${registered.by.number} від ${toDigitalStyle(registered.date)}`,
        expected: 'проєкт, за яким рішення ще немає',
        hint: 'Приберіть питання. Зміни до рішення подають новим проєктом.',
      },
    ];
  const outcome = decided === null ? undefined : DECIDED[decided.how];
  if (decided === null || outcome === undefined) return [];
  return [
    {
      at,
      message: `${name} ${outcome} на засіданні ${toDigitalStyle(decided.date)}`,
      expected: 'проєкт, якого засідання ще не розглянуло або відклало',
      hint: 'Приберіть питання або подайте новий проєкт під іншим ідентифікатором.',
    },
  ];
}

const DECIDED: Readonly<Record<string, string>> = {
  adopts: 'уже прийнято',
  'adopts-changed': 'уже прийнято зі змінами',
  rejects: 'відхилено',
};
