import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { RegisterWorld, Rule } from '../model/rule.js';
import { type ChangedAct, called, changedActs, isBeforeOffice, isVoid, lackingIn } from './draft/changed-acts.js';

/** R 5.11: an act that changes or repeals another names it by series, date and number, and that act is on record and not void. */
export const changeTarget: Rule = {
  id: ruleId('5.11-target'),
  clause: '5.11',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs,
  async check({ content }, world) {
    const remarks = await Promise.all((await changedActs(content, world)).map((changed) => flawOf(changed, world)));
    return remarks.filter((remark) => remark !== undefined);
  },
};

async function flawOf({ change, at, act }: ChangedAct, world: RegisterWorld): Promise<Remark | undefined> {
  const { series, date, number } = change.act;
  const lacks = [...lackingIn(change.act), ...(change.how === undefined ? ['що з ним робиться (how)'] : [])];
  if (series === undefined || date === undefined || number === undefined || change.how === undefined)
    return {
      at,
      message: `Для акта, що змінюється, не вказано: ${lacks.join(', ')}`,
      expected: 'серія, дата і номер акта та вид зміни',
      hint: 'Заповніть ці поля; дату й номер візьміть із самого акта.',
    };
  if (act === undefined) {
    const isOlder = await isBeforeOffice({ series, date, number }, world);
    if (isOlder === true) return undefined;
    return {
      at: `${at}/act`,
      message:
        isOlder === undefined
          ? `Серії «${series}» у реєстрах немає`
          : `Акта ${called(change.act)} у реєстрі «${series}» за ${date.slice(0, 4)} рік немає`,
      expected: isOlder === undefined ? world.office.series.map(({ id }) => id).join(', ') : 'зареєстрований акт',
      hint: 'Перевірте серію (series), дату (date) і номер (number) за реєстром.',
    };
  }
  if (act.row.date !== date)
    return {
      at: `${at}/act/date`,
      message: `Акт № ${act.row.number} має іншу дату: ${toDigitalStyle(act.row.date)}, а не ${toDigitalStyle(date)}`,
      expected: act.row.date,
      hint: 'Виправте дату (date) або номер (number) акта, що змінюється.',
    };
  if (!isVoid(act)) return undefined;
  return {
    at: `${at}/act`,
    message: `Номер акта ${called(change.act)} анульовано: такого акта немає`,
    expected: 'чинний акт',
    hint: 'Перевірте номер (number) за реєстром.',
  };
}
