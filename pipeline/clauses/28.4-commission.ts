import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';

/** Who belongs to whichever unit has the cases where a document names none. */
const GENERAL = 'general';

/**
 * R 28.4: an expert commission is of the unit's and of the archive department's staff. Who heads or represents them on the day of the meeting, the settings
 * know; the chair, who signs, counts.
 */
export const appraisalCommission: Rule = {
  id: ruleId('28.4-commission'),
  clause: '28.4',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.archives === 'appraises',
  check({ content }, { kind, office }) {
    const { members, signatory, unit = GENERAL } = content;
    const present = [...members, ...(signatory === undefined ? [] : [signatory])];
    const remarks: Remark[] = [];
    if (members.length === 0)
      remarks.push({
        at: '/members',
        message: 'Не вказано членів експертної комісії (members)',
        expected: 'члени комісії, крім голови, який підписує протокол',
        hint: 'Додайте посади та імена членів комісії, які були на засіданні.',
      });
    const date = kind.dateOf(content);
    // Who held an office on a day that is not told, nobody can tell.
    if (date === undefined) return remarks;
    const officials = officialsOn(office, date);
    const hasOne = (wanted: string): boolean =>
      officials.some(
        (official) =>
          (official.units.includes(wanted) || official.role === wanted) &&
          present.some(({ name = '' }) => isSpelledAlike(official.name, name)),
      );
    const wanted = [
      ['archive', 'архівного відділу'],
      [unit, `підрозділу, справи якого розглянуто (${unit})`],
    ] as const;
    for (const [id, name] of wanted) {
      if (members.length === 0 || hasOne(id)) continue;
      const known = officials.filter(({ units, role }) => units.includes(id) || role === id);
      remarks.push({
        at: '/members',
        message: `У комісії немає представника ${name}, повноваження якого діють на день засідання`,
        expected:
          known.map((official) => `${official.post} ${official.name}`).join('; ') || 'посадова особа з налаштувань установи (officials)',
        hint: 'Комісію утворюють із працівників підрозділу та архівного відділу; впишіть того, хто був на засіданні.',
      });
    }
    return remarks;
  },
};
