import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, isVoid, lackingIn } from './draft/changed-acts.js';

/** R 7.1: a judgment about a decision of the committee or an order of the head marks it once it is in force. */
export const judgmentInForce: Rule = {
  id: ruleId('7.1-court-act'),
  clause: '7.1',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'court',
  async check({ content }, { kind, register }) {
    const remarks: Remark[] = [];
    const { of = {}, courtAct = {} } = content;
    const lacks = lackingIn(of);
    const act = await register.act(of);
    const hint = 'Звірте серію (series), дату (date) і номер (number) з реєстром; давні акти вносить адміністратор (regesta import).';
    if (lacks.length > 0)
      remarks.push({ at: '/of', message: `Для акта, якого стосується судове рішення, не вказано: ${lacks.join(', ')}`, hint });
    else if (act === undefined) remarks.push({ at: '/of', message: `Акта ${called(of)} у реєстрі «${of.series}» немає`, hint });
    else if (act.row.date !== of.date)
      remarks.push({
        at: '/of/date',
        message: `Акт № ${act.row.number} має іншу дату: ${toDigitalStyle(act.row.date)}`,
        expected: act.row.date,
        hint,
      });
    else if (isVoid(act)) remarks.push({ at: '/of', message: `Номер акта ${called(of)} анульовано: такого акта немає`, hint });
    else if (act.issuer === 'council' || act.issuer === 'unit')
      remarks.push({ at: '/of', message: `Акт ${called(of)} — не рішення виконавчого комітету і не розпорядження міського голови`, hint });

    const { court, case: number, date, inForce, effect } = courtAct;
    const missing = [
      court === undefined ? 'суд (court)' : '',
      number === undefined ? 'номер справи (case)' : '',
      date === undefined ? 'дату рішення (date)' : '',
      inForce === undefined ? 'дату набрання законної сили (inForce)' : '',
      effect === undefined ? 'що вирішив суд (effect)' : '',
    ].filter((name) => name !== '');
    const told = 'Візьміть ці відомості з тексту судового рішення та відмітки про набрання ним законної сили.';
    if (missing.length > 0) remarks.push({ at: '/courtAct', message: `Про судове рішення не вказано: ${missing.join(', ')}`, hint: told });
    const signed = kind.dateOf(content);
    if (date !== undefined && inForce !== undefined && inForce < date)
      remarks.push({ at: '/courtAct/inForce', message: 'Судове рішення набрало законної сили раніше, ніж його ухвалено', hint: told });
    else if (inForce !== undefined && signed !== undefined && inForce > signed)
      remarks.push({
        at: '/courtAct/inForce',
        message: `Судове рішення набирає законної сили ${toDigitalStyle(inForce)}, пізніше за дату відмітки`,
        expected: 'судове рішення, що набрало законної сили',
        hint: 'Акт позначають, коли судове рішення набрало законної сили.',
      });
    return remarks;
  },
};
