import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { contractNameRemarks, contractOnRecord } from './draft/contract-on-record.js';
import { partiesOf } from './draft/contract-terms.js';
import { excerpt } from './draft/excerpt.js';
import { isSameParty } from './draft/same-party.js';

/** R 27.13: an additional agreement names parties with their addresses, and they are the contract’s, or those whom it puts in their place. */
export const amendmentParties: Rule = {
  id: ruleId('27.13-parties'),
  clause: '27.13',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'amends',
  async check({ content }, world) {
    const remarks: Remark[] = [];
    for (const { at, party, called } of partiesOf(content)) {
      const lacks = [party.name === undefined ? 'найменування (name)' : '', party.address === undefined ? 'адресу (address)' : ''];
      if (lacks.every((field) => field === '')) continue;
      remarks.push({
        at,
        message: `${called}: не вказано: ${lacks.filter((field) => field !== '').join(', ')}`,
        expected: 'найменування та адреса кожної сторони',
        hint: 'Впишіть відомості про сторону з додаткової угоди.',
      });
    }
    const found = await contractOnRecord(content, world);
    const known = found?.terms?.parties;
    if (found === undefined || known === undefined || contractNameRemarks(content, found).length > 0) {
      if (content.parties.length === 0) remarks.push(noParties);
      return remarks;
    }
    const hint = 'Звірте код і найменування з реєстром; заміну сторони вкажіть у нових умовах (newTerms.parties).';
    const after = content.newTerms?.parties ?? [];
    for (const { at, party, called } of partiesOf(content)) {
      if (party.name === undefined || [...known, ...after].some((one) => isSameParty(one, party))) continue;
      remarks.push({
        at,
        message: `${called}: «${excerpt(party.name)}» — не сторона договору № ${found.act.row.number}`,
        expected: known.map(({ name = '' }) => name).join('; '),
        hint,
      });
    }
    for (const one of after.length > 0 ? [] : known) {
      if (content.parties.some((party) => isSameParty(one, party))) continue;
      remarks.push({
        at: '/parties',
        message: `Немає сторони договору: «${excerpt(one.name ?? '')}»`,
        expected: 'усі сторони договору',
        hint,
      });
    }
    return remarks;
  },
};

const noParties: Remark = {
  at: '/parties',
  message: 'Не вказано сторін додаткової угоди (parties)',
  expected: 'найменування та адреса кожної сторони',
  hint: 'Внесіть у поле parties кожну сторону.',
};
