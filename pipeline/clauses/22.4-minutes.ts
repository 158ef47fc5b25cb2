import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, isBeforeOffice, isVoid, lackingIn } from './draft/changed-acts.js';

/** R 22.1, 22.4: minutes of a commission name it, the act on record that founded it, and its secretary, who keeps them. */
export const commissionMinutes: Rule = {
  id: ruleId('22.4-minutes'),
  clause: '22.4',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.tells === 'gathering',
  async check({ content: { gathering, commission } }, world) {
    if (gathering?.form !== 'commission') return [];
    const remarks: Remark[] = [];
    if (gathering.secretary?.name === undefined)
      remarks.push({
        at: '/gathering/secretary',
        message: 'Не названо секретаря комісії (gathering.secretary)',
        expected: 'посада, імʼя та прізвище секретаря',
        hint: 'Протоколи веде секретар комісії: впишіть його.',
      });
    if (commission?.name === undefined)
      remarks.push({
        at: '/commission/name',
        message: 'Не названо комісії (commission.name)',
        expected: 'назва комісії за актом, яким її утворено',
        hint: 'Додайте назву комісії.',
      });
    const reference = commission?.order ?? {};
    const expected = 'зареєстрований акт, яким утворено комісію';
    const hint = 'Візьміть серію (series), дату (date) і номер (number) акта з реєстру.';
    const lacks = lackingIn(reference);
    if (lacks.length > 0)
      return [
        ...remarks,
        { at: '/commission/order', message: `Для акта, яким утворено комісію, не вказано: ${lacks.join(', ')}`, expected, hint },
      ];
    const { series, date, number } = reference;
    const act = await world.register.act(reference);
    const isKnown = act === undefined ? (await isBeforeOffice({ series, date, number }, world)) === true : !isVoid(act);
    if (isKnown) return remarks;
    return [
      ...remarks,
      {
        at: '/commission/order',
        message: act === undefined ? `Акта ${called(reference)} у реєстрі немає` : `Номер акта ${called(reference)} анульовано`,
        expected,
        hint,
      },
    ];
  },
};
