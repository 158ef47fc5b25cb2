import { type EffectKind, nameOf } from '../model/effect.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, changedActs, stateOf } from './draft/changed-acts.js';

const ENDED = { repealed: 'уже втратив чинність', cancelled: 'уже скасовано' } as const;

/** R 5.11: what has been repealed or cancelled is not changed again, and only what is suspended is resumed. */
export const changeState: Rule = {
  id: ruleId('5.11-state'),
  clause: '5.11',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs,
  async check({ content }, world) {
    const remarks: Remark[] = [];
    const before = new Map<string, EffectKind[]>();
    for (const { change, at, act } of await changedActs(content, world)) {
      if (act === undefined || change.how === undefined) continue;
      const own = before.get(nameOf(act.row)) ?? [];
      before.set(nameOf(act.row), [...own, change.how]);
      const state = stateOf(act, own);
      const link = act.changedBy.findLast(({ how }) => how === 'repeals' || how === 'cancels');
      const by = link === undefined ? '' : ` (${called(link)})`;
      if (state === 'repealed' || state === 'cancelled')
        remarks.push({
          at: `${at}/act`,
          message: `Акт ${called(change.act)} ${ENDED[state]}${by}: змінювати його не можна`,
          expected: 'чинний акт',
          hint: 'Перевірте номер за реєстром; якщо питання треба врегулювати знову, підготуйте новий акт.',
        });
      else if (change.how === 'resumes' && state !== 'suspended')
        remarks.push({
          at: `${at}/how`,
          message: `Дію акта ${called(change.act)} не зупинено: поновлювати нічого`,
          expected: 'акт, дію якого зупинено',
          hint: 'Перевірте номер за реєстром або виправте вид зміни (how).',
        });
      else if (change.how === 'suspends' && state === 'suspended')
        remarks.push({
          at: `${at}/how`,
          message: `Дію акта ${called(change.act)} уже зупинено`,
          expected: 'акт, дію якого не зупинено',
          hint: 'Перевірте номер за реєстром або виправте вид зміни (how).',
        });
    }
    return remarks;
  },
};
