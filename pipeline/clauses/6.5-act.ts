import { toDigitalStyle } from '../model/date.js';
import { isVoid } from '../model/effect.js';
import { type Remark, ruleId } from '../model/finding.js';
import { isProjectSeries } from '../model/project-book.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/** R 6.5: an extract or a copy is made of an act that is on record, whole, and not void; a project is no act. */
export const quotedOnRecord: Rule = {
  id: ruleId('6.5-act'),
  clause: '6.5',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.quotes,
  async check({ content: { of } }, { register, quoted }): Promise<readonly Remark[]> {
    if (of?.series !== undefined && isProjectSeries(of.series))
      return [
        {
          at: '/of/series',
          message: `У реєстрі «${excerpt(of.series)}» — проєкти рішень, а витяги й копії засвідчують з прийнятих документів`,
          expected: 'зареєстрований документ, а не його проєкт',
          hint: 'Візьміть серію, дату і номер рішення, яким став проєкт.',
        },
      ];
    if (quoted !== undefined) return [];
    const { series, date, number } = of ?? {};
    if (series === undefined || date === undefined || number === undefined)
      return [
        {
          at: '/of',
          message: 'Документ, з якого видають, названо не повністю (of)',
          expected: 'серія (series), дата (date) і номер (number) зареєстрованого документа',
          hint: 'Візьміть серію, дату і номер з реєстру.',
        },
      ];
    const act = await register.act({ series, date, number });
    const named = `Документ № ${excerpt(number)} від ${toDigitalStyle(date)}`;
    const message =
      act === undefined
        ? `${named} у реєстрі «${excerpt(series)}» не зареєстровано`
        : isVoid(act.row.state)
          ? `${named} анульовано`
          : act.imported
            ? `${named} внесено до реєстру без тексту: він давніший за електронний архів`
            : `${named} не має завершеного оригіналу, з якого можна видати витяг чи копію`;
    return [
      {
        at: '/of',
        message,
        expected: 'зареєстрований документ, що зберігається в електронному архіві',
        hint: 'Перевірте серію, дату і номер; з документа на папері витяг чи копію засвідчують за паперовим оригіналом.',
      },
    ];
  },
};
