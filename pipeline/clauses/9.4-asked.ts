import { addDays, toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isLate, termDay } from '../model/term-norm.js';
import { controlledAct, tasksMeant } from './draft/controlled-act.js';
import { notLaterThan } from './draft/term-words.js';

/** R 9.4, 12.8: whoever carries a task out asks for a later term some days before it ends, or as soon as the task has come, and says why. */
export const extensionAsked: Rule = {
  id: ruleId('9.4-asked'),
  clause: '9.4',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'extends',
  async check({ content }, world) {
    const remarks: Remark[] = [];
    const { asked, reason } = content;
    if (reason === undefined)
      remarks.push({
        at: '/reason',
        message: 'Не вказано, чому строку не дотримано (reason)',
        expected: 'обґрунтування',
        hint: 'Додайте причини із записки виконавця.',
      });
    if (asked === undefined) {
      const hint = 'Додайте дату записки виконавця у форматі рррр-мм-дд.';
      return [
        ...remarks,
        { at: '/asked', message: 'Не вказано, коли виконавець просив продовжити строк (asked)', expected: 'дата записки', hint },
      ];
    }
    const found = await controlledAct(content, world);
    const first =
      found &&
      tasksMeant(content, found)
        .map((task) => task.due)
        .sort()[0];
    if (found === undefined || first === undefined) return remarks;
    const term = termDay('extension-request', first, world);
    const isAtOnce = asked >= found.act.row.date && asked <= addDays(found.act.row.date, 1);
    if (isLate(asked, term, world) && !isAtOnce)
      remarks.push({
        at: '/asked',
        message: `Про продовження строку просили ${toDigitalStyle(asked)}, а строк закінчується ${toDigitalStyle(first)}`,
        expected: `${notLaterThan(term)} або відразу після одержання документа`,
        hint: 'Строк, про продовження якого не попросили вчасно, не продовжують.',
      });
    return remarks;
  },
};
