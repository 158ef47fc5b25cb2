import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';

/** R 28.2: cases are destroyed by an act only with the archive department's leave: its visa, or its leave by a letter that is named. */
export const destructionLeave: Rule = {
  id: ruleId('28.2-leave'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.archives === 'destroys',
  check({ content }, { kind, office }) {
    const { visas, leave } = content;
    const date = kind.dateOf(content);
    const expected = 'віза архівного відділу (archive) або дозвіл (leave) із датою, номером і тим, хто дозволив';
    const hint = 'Узгодьте акт з архівним відділом і додайте візу або дозвіл.';
    const visa = visas.find(({ role }) => role === 'archive');
    if (visa === undefined && leave === undefined)
      return [{ at: '/visas', message: 'Немає дозволу архівного відділу на знищення справ', expected, hint }];
    // Whether a leave was given before an act that has no date, nobody can tell.
    if (date === undefined) return [];
    const isArchive = (name = '', on = date): boolean =>
      officialsOn(office, on, 'archive').some((official) => isSpelledAlike(official.name, name));
    if (visa !== undefined && visa.date !== undefined && visa.date <= date && isArchive(visa.name, visa.date)) return [];
    if (
      leave?.by !== undefined &&
      leave.number !== undefined &&
      leave.date !== undefined &&
      leave.date <= date &&
      isArchive(leave.by.name, leave.date)
    )
      return [];
    const message = 'Дозвіл на знищення справ дано не архівним відділом, не до дня акта або без дати чи номера';
    return [{ at: leave === undefined ? '/visas' : '/leave', message, expected, hint }];
  },
};
