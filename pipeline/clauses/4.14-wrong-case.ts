import { yearOf } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import { caseFor, isMisplaced, type Nomenclature } from '../model/nomenclature.js';
import type { RegisterRow } from '../model/register-row.js';
import type { Rule } from '../model/rule.js';
import { called } from './draft/changed-acts.js';
import { excerpt } from './draft/excerpt.js';

/** R 4.14, 8.8: a document goes to a case that takes such documents, of the unit that keeps them; it may stand elsewhere for a while, but no such case is closed. */
export const movedToFit: Rule = {
  id: ruleId('4.14-wrong-case'),
  clause: '4.14',
  severity: 'warn',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'moves',
  async check({ content: { of = {}, caseFiles } }, { register, archive }) {
    const act = await register.act(of);
    const index = caseFiles[0]?.index;
    const nomenclature = act && (await archive.nomenclature(yearOf(act.row.date)));
    const target = nomenclature?.cases.find((planned) => planned.index === index);
    if (act === undefined || nomenclature === undefined || target === undefined || !isMisplaced(nomenclature, target, act.row)) return [];
    return [
      {
        at: '/caseFiles/0/index',
        message: `Документ ${called(of)} не належить до справи ${excerpt(target.index)}: за номенклатурою її формують інші документи`,
        expected: expectedCase(nomenclature, act.row),
        hint: 'Вкажіть іншу справу або доповніть номенклатуру (takes): доки документ тут, справу не закрити.',
      },
    ];
  },
};

function expectedCase(nomenclature: Nomenclature, row: RegisterRow): string {
  const own = caseFor(nomenclature, row);
  return own === undefined ? 'справа, яку формують такі документи' : `справа ${own.index} або інша, яку формують такі документи`;
}
