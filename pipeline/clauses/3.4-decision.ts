import type { ActOnRecord } from '../model/act-on-record.js';
import { type LocalDate, toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { RegisterWorld, Rule } from '../model/rule.js';
import { termNorm } from '../model/term-norm.js';
import { called, isBeforeOffice, isVoid, lackingIn } from './draft/changed-acts.js';

/**
 * R 3.1, 3.4, 3.6: a plan of work is approved by a decision of the committee of December of the year before; what comes later is a change to it, which a
 * decision makes that amends that one.
 */
export const planApproved: Rule = {
  id: ruleId('3.4-decision'),
  clause: '3.4',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.plans === 'year',
  async check({ content }, world) {
    const { of: reference = {}, year, signing } = content;
    const expected = 'рішення виконавчого комітету, прийняте у грудні попереднього року';
    const hint = 'Візьміть серію (series), дату (date) і номер (number) рішення з реєстру.';
    const lacks = lackingIn(reference);
    if (lacks.length > 0)
      return [{ at: '/of', message: `Для рішення, яким затверджено план, не вказано: ${lacks.join(', ')}`, expected, hint }];
    const { series, date, number } = reference;
    const act = await world.register.act(reference);
    const flaw = await flawOf(act, { series, date, number }, world);
    if (flaw !== undefined) return [{ at: '/of', message: flaw, expected, hint }];
    const remarks: Remark[] = [];
    const approved = act?.row.date ?? date;
    if (approved !== undefined && signing?.date !== undefined && signing.date < approved)
      remarks.push({
        at: '/signing/date',
        message: `План підписано ${toDigitalStyle(signing.date)}, до рішення, яким його затверджено`,
        expected: `дата не раніше ${toDigitalStyle(approved)}`,
        hint: 'Виправте дату підписання.',
      });
    if (year === undefined || approved === undefined || isInTime(approved, year, world)) return remarks;
    if (act?.changes.some(({ how, date: day }) => how === 'amends' && isInTime(day, year, world))) return remarks;
    return [
      ...remarks,
      {
        at: '/of/date',
        message: `Рішення ${called(reference)} прийнято не у грудні ${year - 1} року, і рішення про план на ${year} рік воно не змінює`,
        expected,
        hint: 'План затверджують у грудні; зміни до нього вносить рішення, яке змінює рішення про план.',
      },
    ];
  },
};

function isInTime(date: LocalDate, year: number, { norms }: RegisterWorld): boolean {
  const { rule } = termNorm(norms.terms, 'year-plan-approval', date);
  return rule.unit === 'month' && date.startsWith(`${year - 1}-${String(rule.month).padStart(2, '0')}-`);
}

async function flawOf(
  act: ActOnRecord | undefined,
  reference: Parameters<typeof isBeforeOffice>[0],
  world: RegisterWorld,
): Promise<string | undefined> {
  if (act === undefined)
    return (await isBeforeOffice(reference, world)) === true ? undefined : `Рішення ${called(reference)} у реєстрі немає`;
  if (isVoid(act)) return `Номер рішення ${called(reference)} анульовано`;
  return act.issuer === null || act.issuer === 'committee' ? undefined : `Документ ${called(reference)} — не рішення виконавчого комітету`;
}
