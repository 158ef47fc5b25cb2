import { nameOf } from '../model/effect.js';
import { type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';
import { called, lackingIn } from './draft/changed-acts.js';
import { excerpt } from './draft/excerpt.js';
import { personRemarks } from './draft/person-remarks.js';

/** R 4.17: what comes back was lent by the act that the return names, and somebody gives it back. */
export const withdrawalReturned: Rule = {
  id: ruleId('4.17-return'),
  clause: '4.17',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'takes-back',
  async check({ content }, world) {
    const { of = {}, giver } = content;
    const persons = personRemarks(giver, '/giver', 'того, хто повернув справи', 'Впишіть посаду, імʼя та прізвище.');
    const lacks = lackingIn(of);
    const hint = 'Візьміть серію (series), дату (date) і номер (number) акта про вилучення з реєстру.';
    const told = (message: string): Remark[] => [...persons, { at: '/of', message, expected: 'акт про вилучення справ', hint }];
    if (lacks.length > 0) return told(`Для акта про вилучення не вказано: ${lacks.join(', ')}`);
    const act = await world.register.act(of);
    if (act === undefined) return told(`Акта ${called(of)} у реєстрі «${excerpt(of.series ?? '')}» немає`);
    const steps = await world.archive.steps();
    if (!steps.some(({ how, by }) => how === 'withdraws' && nameOf(by) === nameOf(act.row)))
      return told(`Документ ${called(of)} — не акт про вилучення справ`);
    const notLent = (await knownCases(content, world)).flatMap((named) =>
      named.volumes
        .filter(({ standing: { withdrawn } }) => withdrawn === null || nameOf(withdrawn.by) !== nameOf(act.row))
        .map(({ volume }) => ({
          at: named.at,
          message: `${volumeCalled(named, volume)} за актом ${called(act.row)} не вилучена або вже повернена`,
          expected: 'справа, вилучена за цим актом',
          hint: 'Перевірте справу та номер акта про вилучення.',
        })),
    );
    return [...persons, ...notLent];
  },
};
