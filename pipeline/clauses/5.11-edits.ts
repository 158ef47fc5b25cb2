import { consolidate, currentContent, type EditFlaw } from '../model/consolidate.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, changedActs } from './draft/changed-acts.js';
import { excerpt } from './draft/excerpt.js';

/** What is wrong with an edit of point `n` of act `act`. */
const FLAWS = {
  'no-how': { key: 'how', message: () => 'Не вказано, що робиться з пунктом (how)', expected: 'replace, add або delete' },
  'no-point': { key: 'point', message: () => 'Не вказано номер пункту, що змінюється (point)', expected: 'номер пункту' },
  'no-text': { key: 'text', message: (n) => `Немає нової редакції пункту ${n} (text)`, expected: 'текст пункту' },
  absent: { key: 'point', message: (n, act) => `Пункту ${n} в акті ${act} немає`, expected: 'пункт, який є в чинній редакції' },
  present: { key: 'point', message: (n, act) => `Пункт ${n} в акті ${act} уже є`, expected: 'номер, якого ще немає' },
  'no-parent': {
    key: 'point',
    message: (n, act) => `В акті ${act} немає пункту, до якого належав би підпункт ${n}`,
    expected: 'підпункт наявного пункту',
  },
} as const satisfies Record<
  EditFlaw,
  { readonly key: string; readonly message: (n: string, act: string) => string; readonly expected: string }
>;

/** R 5.11: a change that is given point by point can be carried out on the text in force, so that a consolidated text can be made. */
export const changeEdits: Rule = {
  id: ruleId('5.11-edits'),
  clause: '5.11',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs,
  async check({ content }, world) {
    const remarks: Remark[] = [];
    for (const { change, at, act } of await changedActs(content, world)) {
      if (change.edits.length === 0) continue;
      if (change.how !== 'amends') {
        remarks.push({
          at: `${at}/edits`,
          message: 'Зміни до пунктів (edits) подано для акта, до якого зміни не вносяться',
          expected: 'how «amends»',
          hint: 'Виправте вид зміни (how) або приберіть зміни до пунктів (edits).',
        });
        continue;
      }
      const current = act && (await currentContent(act, world.register.act, world.contentOf));
      if (current === undefined) continue;
      for (const { edit, flaw } of consolidate(current, change.edits).flaws) {
        const { key, message, expected } = FLAWS[flaw];
        remarks.push({
          at: `${pointerTo(`${at}/edits`, edit)}/${key}`,
          message: message(excerpt(change.edits[edit]?.point ?? ''), called(change.act)),
          expected,
          hint: 'Номери пунктів звіряють із текстом акта, що змінюється, з урахуванням попередніх змін.',
        });
      }
    }
    return remarks;
  },
};
