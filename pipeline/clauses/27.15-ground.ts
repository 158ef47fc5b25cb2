import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 27.15: a contract ends before its term by consent of the parties or by a judgment, which is told with court, case, day and the day it took force. */
export const terminationGround: Rule = {
  id: ruleId('27.15-ground'),
  clause: '27.15',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.marks === 'terminates',
  *check({ content }, { kind }) {
    const { ground, courtAct = {}, decided } = content;
    if (ground === undefined)
      yield {
        at: '/ground',
        message: 'Не вказано підстави припинення (ground)',
        expected: 'consent (взаємна згода сторін) або court (рішення суду)',
        hint: 'Додайте поле ground.',
      };
    if (ground !== 'court') return;
    const { court, case: number, date, inForce } = courtAct;
    const lacks = [
      court === undefined ? 'суд (court)' : '',
      number === undefined ? 'номер справи (case)' : '',
      date === undefined ? 'дату рішення (date)' : '',
      inForce === undefined ? 'дату набрання законної сили (inForce)' : '',
    ].filter((field) => field !== '');
    const hint = 'Візьміть ці відомості з тексту судового рішення та відмітки про набрання ним законної сили.';
    if (lacks.length > 0) yield { at: '/courtAct', message: `Про судове рішення не вказано: ${lacks.join(', ')}`, hint };
    if (date !== undefined && decided !== undefined && date !== decided)
      yield {
        at: '/decided',
        message: `Дата рішення про припинення ${toDigitalStyle(decided)} — не дата судового рішення, ${toDigitalStyle(date)}`,
        expected: toDigitalStyle(date),
        hint,
      };
    const signed = kind.dateOf(content);
    if (date !== undefined && inForce !== undefined && inForce < date)
      yield { at: '/courtAct/inForce', message: 'Судове рішення набрало законної сили раніше, ніж його ухвалено', hint };
    else if (inForce !== undefined && signed !== undefined && inForce > signed)
      yield {
        at: '/courtAct/inForce',
        message: `Судове рішення набирає законної сили ${toDigitalStyle(inForce)}, пізніше за дату відмітки`,
        expected: 'судове рішення, що набрало законної сили',
        hint: 'Відмітку роблять, коли судове рішення набрало законної сили.',
      };
  },
};
