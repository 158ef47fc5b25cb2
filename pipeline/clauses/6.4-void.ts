import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { called, isVoid, lackingIn } from './draft/changed-acts.js';

/** R 6.4, 8.6: a number that was spent in error is made void once, with its reason, by the general department, which keeps the registers. */
export const voidedNumber: Rule = {
  id: ruleId('6.4-void'),
  clause: '6.4',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'voids',
  async check({ content }, { kind, office, register }) {
    const remarks: Remark[] = [];
    const { of = {}, reason, signatory } = content;
    const lacks = lackingIn(of);
    const act = await register.act(of);
    const hint = 'Звірте серію (series), дату (date) і номер (number) з реєстром.';
    if (lacks.length > 0)
      remarks.push({ at: '/of', message: `Для документа, номер якого анулюється, не вказано: ${lacks.join(', ')}`, hint });
    else if (act === undefined) remarks.push({ at: '/of', message: `Документа ${called(of)} у реєстрі «${of.series}» немає`, hint });
    else if (act.imported)
      remarks.push({ at: '/of', message: `Номер документа ${called(of)} надано не в цьому реєстрі: його лише внесено для посилань`, hint });
    else if (act.row.date !== of.date)
      remarks.push({
        at: '/of/date',
        message: `Документ № ${act.row.number} має іншу дату: ${toDigitalStyle(act.row.date)}`,
        expected: act.row.date,
        hint,
      });
    else if (isVoid(act)) remarks.push({ at: '/of', message: `Номер документа ${called(of)} уже анульовано`, hint });
    else if (act.changes.some(({ how }) => how === 'voids'))
      remarks.push({ at: '/of', message: `Документ ${called(of)} сам анулює номер: його номер анулювати не можна`, hint });
    if (reason === undefined)
      remarks.push({
        at: '/reason',
        message: 'Не вказано причину, з якої номер анульовано (reason)',
        expected: 'причина',
        hint: 'Номер залишається в реєстрі разом із причиною; додайте поле reason.',
      });
    const date = kind.dateOf(content);
    const signers = date === undefined ? [] : officialsOn(office, date, 'general');
    const { post = '', name = '' } = signatory ?? {};
    if (date !== undefined && name !== '' && !signers.some((one) => isSpelledAlike(one.name, name) && isSpelledAlike(one.post, post)))
      remarks.push({
        at: '/signatory',
        message: 'Номер анулює загальний відділ, який веде реєстр: цей підписант не очолює його',
        expected: signers.map((one) => `${one.post} ${one.name}`).join('; '),
        hint: 'Виправте підписанта (signatory).',
      });
    return remarks;
  },
};
