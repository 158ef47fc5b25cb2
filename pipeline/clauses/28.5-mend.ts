import { type ClosingFault, closingFaults, formedBefore } from '../model/closing.js';
import { type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';
import { called } from './draft/changed-acts.js';

/** R 28.5, 28.9: a case is closed when every document of it is signed, filed and in its place, no number is missing and none of its series lies outside the nomenclature. */
export const caseInOrder: Rule = {
  id: ruleId('28.5-mend'),
  clause: '28.5',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'closes',
  async check({ content }, { archive }) {
    const remarks: Remark[] = [];
    const told = new Set<string>();
    for (const named of await knownCases(content, { archive })) {
      const key = `${named.year}/${named.file.planned.index}`;
      const formed = await archive.formed(named.year);
      if (formed === undefined || told.has(key)) continue;
      told.add(key);
      const name = caseCalled({ ...named, mention: { ...named.mention, volume: undefined } });
      for (const fault of closingFaults(formed, named.file, await formedBefore(named.file, archive)))
        remarks.push({ at: named.at, message: `${name}: ${faultWords(fault)}`, ...MENDING[fault.what] });
    }
    return remarks;
  },
};

function faultWords(fault: ClosingFault): string {
  switch (fault.what) {
    case 'unsigned':
      return `документ ${called(fault.row)} не підписано або не підшито`;
    case 'unplaced':
      return `документ ${called(fault.row)} не належить до жодної справи`;
    case 'misplaced':
      return `документ ${called(fault.row)} потрапив не до своєї справи`;
    case 'gap':
      return fault.from === fault.to
        ? `у серії «${fault.series}» за ${fault.year} рік немає номера ${fault.from}`
        : `у серії «${fault.series}» за ${fault.year} рік немає номерів ${fault.from}–${fault.to}`;
  }
}

const MENDING: Readonly<Record<ClosingFault['what'], Pick<Remark, 'expected' | 'hint'>>> = {
  unsigned: { expected: 'підписаний документ', hint: 'Дочекайтеся підпису або анулюйте номер.' },
  unplaced: { expected: 'справа за номенклатурою', hint: 'Перемістіть документ до справи або доповніть номенклатуру.' },
  misplaced: {
    expected: 'документи, з яких справу формують за номенклатурою (takes)',
    hint: 'Перемістіть документ до його справи або доповніть номенклатуру.',
  },
  gap: { expected: 'номери без пропусків', hint: 'Знайдіть документ або складіть акт про його нестачу.' },
};
