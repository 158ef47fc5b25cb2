import type { FormedYear } from '../model/case-files.js';
import { yearOf } from '../model/date.js';
import { type ActName, nameOf } from '../model/effect.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, isVoid, lackingIn } from './draft/changed-acts.js';
import { excerpt } from './draft/excerpt.js';

/** R 4.14, 8.8: a document on record goes to another case of the nomenclature of its year, for a reason, while neither case is closed. */
export const documentMoved: Rule = {
  id: ruleId('4.14-refile'),
  clause: '4.14',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'moves',
  async check({ content }, { register, archive }) {
    const remarks: Remark[] = [];
    const { of = {}, reason, caseFiles } = content;
    const lacks = lackingIn(of);
    const act = await register.act(of);
    const hint = 'Звірте серію (series), дату (date) і номер (number) з реєстром.';
    if (reason === undefined) remarks.push({ at: '/reason', message: 'Не вказано причину переміщення (reason)', expected: 'причина' });
    if (lacks.length > 0)
      return [...remarks, { at: '/of', message: `Для документа, який переміщують, не вказано: ${lacks.join(', ')}`, hint }];
    if (act === undefined || act.row.date !== of.date)
      return [...remarks, { at: '/of', message: `Документа ${called(of)} у реєстрі «${of.series}» немає`, hint }];
    if (isVoid(act)) return [...remarks, { at: '/of', message: `Номер документа ${called(of)} анульовано`, hint }];
    const year = yearOf(act.row.date);
    const [target, ...others] = caseFiles;
    const indexHint = `Вкажіть одну справу (caseFiles): індекс (index) за номенклатурою ${year} року.`;
    if (target?.index === undefined || others.length > 0)
      return [
        ...remarks,
        { at: '/caseFiles', message: 'Не вказано справи, до якої переміщують документ', expected: 'одна справа', hint: indexHint },
      ];
    const tell = (message: string, expected: string): void => {
      remarks.push({ at: '/caseFiles/0/index', message, expected, hint: indexHint });
    };
    const { index } = target;
    const formed = await archive.formed(year);
    if (target.year !== undefined && target.year !== year) tell(`Документ ${called(of)} — ${year} року`, `справа ${year} року`);
    else if (!formed?.cases.some(({ planned }) => planned.index === index))
      tell(`Справи ${excerpt(index)} у номенклатурі ${year} року немає`, `справа за номенклатурою ${year} року`);
    else {
      const from = caseOf(formed, act.row);
      if (from === index) tell(`Документ ${called(of)} уже в цій справі`, 'інша справа');
      for (const one of [from, index]) {
        const closed =
          one === undefined
            ? undefined
            : (await archive.steps({ year: await archive.lastYearOf(year, one), index: one })).find(({ how }) => how === 'closes');
        if (one !== undefined && closed !== undefined)
          tell(`Справу ${excerpt(one)} за ${year} рік закрито (№ ${closed.by.number})`, 'незакрита справа');
      }
    }
    return remarks;
  },
};

function caseOf({ cases, goingOn }: FormedYear, act: ActName): string | undefined {
  return [...cases, ...goingOn].find(({ volumes }) => volumes.some(({ items }) => items.some(({ row }) => nameOf(row) === nameOf(act))))
    ?.planned.index;
}
