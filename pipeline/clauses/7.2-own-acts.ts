import type { ActOnRecord } from '../model/act-on-record.js';
import { ruleId } from '../model/finding.js';
import type { Traits } from '../model/kind.js';
import type { Rule } from '../model/rule.js';
import { called, changedActs } from './draft/changed-acts.js';

type Issuer = Traits['issuer'];

/** Whose act it is, as a sentence names it. */
const ACTS: Readonly<Record<Issuer, string>> = {
  committee: 'виконавчого комітету',
  council: 'міської ради',
  head: 'міського голови',
  unit: 'виконавчого органу ради',
};

/**
 * R 7.2, 1.7: who issued an act amends and repeals it. The committee does so also to acts of the units under it, and to an order of the head that a court has
 * judged. What R 6.2 lets others do is not to amend or repeal.
 */
export const ownActs: Rule = {
  id: ruleId('7.2-own-acts'),
  clause: '7.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs,
  async check({ content }, world) {
    const { issuer } = world.traits;
    return (await changedActs(content, world)).flatMap(({ change, at, act }) => {
      if ((change.how !== 'amends' && change.how !== 'repeals') || act === undefined || act.issuer === null || mayChange(issuer, act))
        return [];
      return [
        {
          at: `${at}/act`,
          message: `Акт ${called(change.act)} — це акт ${ACTS[act.issuer]}: акт ${ACTS[issuer]} не може його змінити або визнати таким, що втратив чинність`,
          expected: `акт ${ACTS[act.issuer]}`,
          hint:
            issuer === 'committee' && act.issuer === 'head'
              ? 'Розпорядження міського голови виконавчий комітет змінює лише на підставі судового рішення, відмітку про яке внесено до реєстру.'
              : 'Перевірте серію та номер або підготуйте акт того органу, який видав цей акт.',
        },
      ];
    });
  },
};

function mayChange(issuer: Issuer, act: ActOnRecord): boolean {
  if (issuer === act.issuer) return true;
  if (issuer !== 'committee') return false;
  return act.issuer === 'unit' || (act.issuer === 'head' && act.changedBy.some(({ how }) => how === 'court'));
}
