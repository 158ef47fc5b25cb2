import type { ActOnRecord } from '../model/act-on-record.js';
import type { ActReference } from '../model/act-reference.js';
import type { ArchiveView } from '../model/archive-view.js';
import type { FormedYear } from '../model/case-files.js';
import { yearOf } from '../model/date.js';
import { type ActName, nameOf } from '../model/effect.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { RegisterView, Rule } from '../model/rule.js';
import { called, isVoid, lackingIn } from './draft/changed-acts.js';
import { excerpt } from './draft/excerpt.js';

/** R 4.14, 8.8: a document on record goes to another case of the nomenclature of its year, for a reason, while neither case is closed; a transitional case is of every year in which it goes on. */
export const documentMoved: Rule = {
  id: ruleId('4.14-refile'),
  clause: '4.14',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'moves',
  async check({ content }, { register, archive }) {
    const remarks: Remark[] = [];
    const { of = {}, reason, caseFiles } = content;
    if (reason === undefined)
      remarks.push({
        at: '/reason',
        message: 'Не вказано причину переміщення (reason)',
        expected: 'причина',
        hint: 'Додайте поле reason.',
      });
    const [target, ...others] = caseFiles;
    const index = others.length === 0 ? target?.index : undefined;
    const indexHint = 'Вкажіть одну справу (caseFiles): індекс (index) за номенклатурою того року, яким датовано документ.';
    if (index === undefined)
      remarks.push({
        at: '/caseFiles',
        message: others.length === 0 ? 'Не вказано справи, до якої переміщують документ' : 'Документ переміщують до кількох справ',
        expected: 'одна справа з індексом',
        hint: indexHint,
      });
    const act = await movable(of, register);
    if (!('row' in act)) return [...remarks, { ...act, at: '/of' }];
    if (index === undefined) return remarks;
    const year = yearOf(act.row.date);
    const tell = (message: string, expected: string, hint = indexHint): void => {
      remarks.push({ at: '/caseFiles/0/index', message, expected, hint });
    };
    const formed = await archive.formed(year);
    if (!formed?.cases.some(({ planned }) => planned.index === index)) {
      tell(`Справи ${excerpt(index)} у номенклатурі ${year} року немає`, `справа за номенклатурою ${year} року`);
      return remarks;
    }
    if (!(await isOneCase(archive, index, year, target?.year ?? year)))
      tell(
        `Документ ${called(of)} — ${year} року, а справа ${excerpt(index)} — ${target?.year} року`,
        `справа ${year} року`,
        `Документ лежить у справі свого року; до справи іншого року його переміщують, лише якщо вона перехідна і триває з року в рік.`,
      );
    const from = caseOf(formed, act.row);
    if (from === index) tell(`Документ ${called(of)} уже в цій справі`, 'інша справа');
    for (const one of [from, index]) {
      if (one === undefined) continue;
      const last = await archive.lastYearOf(year, one);
      const closed = (await archive.steps({ year: last, index: one })).find(({ how }) => how === 'closes');
      if (closed !== undefined) tell(`Справу ${excerpt(one)} за ${last} рік закрито (№ ${closed.by.number})`, 'незакрита справа');
    }
    return remarks;
  },
};

/** The document that is to be moved, or what keeps it from that. */
async function movable(of: ActReference, register: RegisterView): Promise<ActOnRecord | Omit<Remark, 'at'>> {
  const hint = 'Звірте серію (series), дату (date) і номер (number) з реєстром.';
  const expected = 'зареєстрований документ';
  const lacks = lackingIn(of);
  if (lacks.length > 0) return { message: `Для документа, який переміщують, не вказано: ${lacks.join(', ')}`, expected, hint };
  const act = await register.act(of);
  if (act === undefined || act.row.date !== of.date)
    return { message: `Документа ${called(of)} у реєстрі «${excerpt(of.series ?? '')}» немає`, expected, hint };
  if (isVoid(act)) return { message: `Номер документа ${called(of)} анульовано`, expected, hint };
  return act;
}

/** Whether a case of two years is the same one: a transitional one goes on from the earlier year to the later. */
async function isOneCase(archive: ArchiveView, index: string, one: number, other: number): Promise<boolean> {
  return one === other || (await archive.lastYearOf(Math.min(one, other), index)) >= Math.max(one, other);
}

function caseOf({ cases, goingOn }: FormedYear, act: ActName): string | undefined {
  return [...cases, ...goingOn].find(({ volumes }) => volumes.some(({ items }) => items.some(({ row }) => nameOf(row) === nameOf(act))))
    ?.planned.index;
}
