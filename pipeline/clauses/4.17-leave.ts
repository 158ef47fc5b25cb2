import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';

/** R 4.17: documents are taken out of formed cases only by the head's leave, which has a day and a number. */
export const withdrawalLeave: Rule = {
  id: ruleId('4.17-leave'),
  clause: '4.17',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.archives === 'lends',
  check({ content }, { kind, office }) {
    const { leave } = content;
    const date = kind.dateOf(content);
    const remarks: Remark[] = [];
    const hint = 'Справи вилучають лише з дозволу міського голови: додайте, хто, коли й за яким номером дозволив.';
    if (leave === undefined)
      return [
        { at: '/leave', message: 'Немає дозволу міського голови на вилучення (leave)', expected: 'хто дозволив, дата і номер', hint },
      ];
    if (leave.date === undefined || (date !== undefined && leave.date > date))
      remarks.push({
        at: '/leave/date',
        message: leave.date === undefined ? 'Немає дати дозволу (leave.date)' : 'Дозвіл дано пізніше, ніж складено акт',
        expected: date === undefined ? 'дата дозволу' : `дата не пізніше ${date}`,
        hint,
      });
    if (leave.number === undefined)
      remarks.push({ at: '/leave/number', message: 'Немає номера дозволу (leave.number)', expected: 'номер дозволу', hint });
    const on = leave.date ?? date;
    const heads = on === undefined ? [] : officialsOn(office, on, 'head');
    if (on !== undefined && !heads.some(({ name }) => isSpelledAlike(name, leave.by?.name ?? '')))
      remarks.push({
        at: '/leave/by',
        message: 'Дозвіл дав не міський голова (leave.by)',
        expected: heads.map(({ post, name }) => `${post} ${name}`).join('; '),
        hint,
      });
    return remarks;
  },
};
