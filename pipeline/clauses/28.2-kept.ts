import { type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { PlannedCase } from '../model/nomenclature.js';
import type { Rule } from '../model/rule.js';
import type { StorageEnd } from '../model/storage-term.js';
import { caseCalled, volumeCalled } from './draft/case-called.js';
import { called } from './draft/changed-acts.js';
import { storageEndOf } from './draft/storage-ends.js';

/** R 28.2: what is kept for ever, or until something that nothing on record tells, is never destroyed. */
export const doomedKept: Rule = {
  id: ruleId('28.2-kept'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'destroys',
  async check({ content }, world) {
    const remarks: Remark[] = [];
    for (const named of await knownCases(content, world)) {
      const { planned } = named.file;
      for (const one of named.volumes) {
        const end = await storageEndOf(planned, one, world.archive);
        if (end.is === 'known') continue;
        const name = end.is === 'never' ? caseCalled(named) : volumeCalled(named, one.volume);
        const said = remarkOf(end, planned);
        remarks.push({ at: named.at, ...said, message: `${name}: ${said.message}` });
        // Of what is kept for ever all volumes are.
        if (end.is === 'never') break;
      }
    }
    return remarks;
  },
};

function remarkOf(end: Exclude<StorageEnd, { is: 'known' }>, { term, article }: PlannedCase): Omit<Remark, 'at'> {
  const kept = `строк зберігання — ${term.toLowerCase()} (ст. ${article})`;
  switch (end.is) {
    case 'never':
      return {
        message: `${kept}, знищувати її не можна`,
        expected: 'справа зі строком зберігання в роках після її закінчення',
        hint: 'Приберіть справу з акта.',
      };
    case 'contract-goes-on':
      return {
        message: `${kept}, а останнього дня договору (документ ${called(end.contract)}) у реєстрі договорів немає`,
        expected: 'договір, останній день якого відомий',
        hint: 'Подайте додаткову угоду зі строком дії (amendment) або документ про припинення договору (termination) чи приберіть справу з акта.',
      };
    case 'event-untold':
      return {
        message: `${kept}, а коли він закінчився, не зазначено`,
        expected: 'протокол експертної комісії, де біля рішення destroy є день, у який закінчився строк (until)',
        hint: 'Подайте протокол експертної комісії з цим днем (until) або приберіть справу з акта.',
      };
  }
}
