import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, changedActs } from './draft/changed-acts.js';
import { allPoints } from './draft/points.js';
import { stemsOf } from './draft/stems.js';

const [BRING = '', CONSIDERATION = '', COUNCIL = ''] = stemsOf('внести розгляд ради');

/** R 6.2: a decision of the committee is suspended, and resumed, by an order of the head alone, and one that suspends puts the question before the council. */
export const suspension: Rule = {
  id: ruleId('6.2-suspension'),
  clause: '6.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs,
  async check({ content }, world) {
    const { issuer, administrative } = world.traits;
    const isOrderOfHead = issuer === 'head' && administrative;
    const remarks: Remark[] = [];
    for (const { change, at, act } of await changedActs(content, world)) {
      if (act?.issuer !== 'committee' || (change.how !== 'suspends' && change.how !== 'resumes')) continue;
      if (!isOrderOfHead)
        remarks.push({
          at: `${at}/how`,
          message: `Дію рішення виконавчого комітету ${called(change.act)} може зупинити або поновити лише міський голова своїм розпорядженням`,
          expected: 'розпорядження міського голови',
          hint: 'Підготуйте розпорядження міського голови або виправте вид зміни (how).',
        });
      else if (change.how === 'suspends' && !allPoints(content).some(({ point }) => isPutBeforeCouncil(point.text ?? '')))
        remarks.push({
          at: '/operative',
          message: `Немає пункту про внесення питання щодо рішення ${called(change.act)} на розгляд міської ради`,
          expected: '«Внести питання … на розгляд міської ради»',
          hint: 'Додайте такий пункт: зупиняючи дію рішення, міський голова вносить питання на розгляд ради.',
        });
    }
    return remarks;
  },
};

function isPutBeforeCouncil(text: string): boolean {
  const stems = stemsOf(text);
  return [BRING, CONSIDERATION, COUNCIL].every((stem) => stems.includes(stem));
}
