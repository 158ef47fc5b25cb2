import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { ControlledDecision } from '../model/plan-card.js';
import type { RegisterWorld, Rule } from '../model/rule.js';
import { called, isBeforeOffice, isVoid, lackingIn } from './draft/changed-acts.js';

/** R 3.2.2: decisions whose execution a plan puts under control are named by series, date and number, and are on record. */
export const controlledDecisions: Rule = {
  id: ruleId('3.2-controlled'),
  clause: '3.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.plans === 'year',
  async check({ content }, world) {
    const found = await Promise.all(content.controlled.map((one, index) => flawOf(one, pointerTo('/controlled', index), world)));
    return found.filter((remark) => remark !== undefined);
  },
};

async function flawOf({ act: reference = {} }: ControlledDecision, at: string, world: RegisterWorld): Promise<Remark | undefined> {
  const expected = 'зареєстроване рішення';
  const hint = 'Візьміть серію (series), дату (date) і номер (number) рішення з реєстру.';
  const lacks = lackingIn(reference);
  if (lacks.length > 0) return { at, message: `Для рішення на контролі не вказано: ${lacks.join(', ')}`, expected, hint };
  const { series, date, number } = reference;
  const act = await world.register.act(reference);
  if (act !== undefined && !isVoid(act)) return undefined;
  if (act === undefined && (await isBeforeOffice({ series, date, number }, world)) === true) return undefined;
  return {
    at: `${at}/act`,
    message: act === undefined ? `Рішення ${called(reference)} у реєстрі немає` : `Номер рішення ${called(reference)} анульовано`,
    expected,
    hint,
  };
}
