import type { ActOnRecord } from '../../model/act-on-record.js';
import { currentContent } from '../../model/consolidate.js';
import { toDigitalStyle } from '../../model/date.js';
import type { ActReference, DraftContent } from '../../model/draft.js';
import type { Remark } from '../../model/finding.js';
import type { RegisterWorld } from '../../model/rule.js';
import { type ControlStep, isMeantBy, openTasks, type Task } from '../../model/terms.js';
import { called, isVoid, lackingIn } from './changed-acts.js';
import { excerpt } from './excerpt.js';

/** An act whose tasks a draft is about, as it is now. */
export interface ControlledAct {
  readonly act: ActOnRecord;
  readonly content: DraftContent;
  /** Tasks still to be done. */
  readonly open: readonly Task[];
}

/** The act that `of` names, if it is on record with its text. */
export async function controlledAct({ of }: DraftContent, { register, contentOf }: RegisterWorld): Promise<ControlledAct | undefined> {
  const act = of && (await register.act(of));
  const content = act && (await currentContent(act, register.act, contentOf));
  if (act === undefined || content === undefined || isVoid(act)) return undefined;
  const steps: ControlStep[] = [];
  for (const { how, series, date, number } of act.changedBy) {
    if (how !== 'extends' && how !== 'releases') continue;
    const by = await register.act({ series, date, number });
    const said = by && (await contentOf(by.row));
    if (said !== undefined) steps.push({ how, points: said.points, due: said.due });
  }
  return { act, content, open: openTasks(content, steps) };
}

/** The open tasks that a draft means. */
export function tasksMeant({ points }: DraftContent, { open }: ControlledAct): readonly Task[] {
  return open.filter((task) => isMeantBy(points, task));
}

/** What keeps a draft from saying anything of the tasks of an act: it names none that is on record, another day, or points without an open task. */
export function controlRemarks(content: DraftContent, found: ControlledAct | undefined): Remark[] {
  const of: ActReference = content.of ?? {};
  const lacks = lackingIn(of);
  const hint = 'Звірте серію (series), дату (date) і номер (number) з реєстром.';
  if (lacks.length > 0) return [{ at: '/of', message: `Для документа, виконання якого стосується, не вказано: ${lacks.join(', ')}`, hint }];
  if (found === undefined)
    return [{ at: '/of', message: `Документа ${called(of)} з його текстом у реєстрі «${excerpt(of.series ?? '')}» немає`, hint }];
  if (found.act.row.date !== of.date)
    return [{ at: '/of/date', message: `Документ № ${found.act.row.number} має іншу дату: ${toDigitalStyle(found.act.row.date)}`, hint }];
  if (content.points.length === 0 && found.open.length === 0)
    return [
      { at: '/of', message: `У документі ${called(of)} немає завдань на контролі`, hint: 'Перевірте, чи їх не знято з контролю раніше.' },
    ];
  return content.points.flatMap((point, index): Remark[] => {
    if (found.open.some((task) => isMeantBy([point], task))) return [];
    return [
      {
        at: `/points/${index}`,
        message: `У пункті ${excerpt(point)} документа ${called(of)} немає завдання на контролі`,
        expected: found.open.length === 0 ? 'завдань на контролі немає' : found.open.map((task) => task.point).join(', '),
        hint: 'Виправте номер пункту; завдання, яке вже знято з контролю, вдруге не знімають і не продовжують.',
      },
    ];
  });
}
