import { type Remark, ruleId } from '../model/finding.js';
import type { VisaRole } from '../model/roles.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { controlledAct } from './draft/controlled-act.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** Those who lead a branch of the town's affairs (R 12.13). */
const LEADING: readonly VisaRole[] = ['first-deputy', 'deputy', 'secretary', 'chief-of-staff'];

/**
 * R 9.3, 12.13: a decision or an order is taken off control on information signed by whoever controls it and visaed by whoever leads the branch; an
 * errand, which has no stating part, by the head in person. What the head takes off control needs no other's visa.
 */
export const releaseSigned: Rule = {
  id: ruleId('12.13-signatory'),
  clause: '12.13',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'releases',
  async check({ content }, world) {
    const found = await controlledAct(content, world);
    if (found === undefined) return [];
    const { office, kind } = world;
    const date = kind.dateOf(content);
    const isErrand = found.act.issuer === 'head' && found.content.stating.text.length === 0;
    const controller = found.content.control?.post ?? '';
    const remarks: Remark[] = [
      ...signerRemarks(content, date, office, (day) => [
        ...officialsOn(office, day, 'head'),
        ...(isErrand ? [] : officialsOn(office, day).filter(({ role, post }) => role !== 'head' && isSpelledAlike(post, controller))),
      ]),
    ];
    const byHead =
      date !== undefined && officialsOn(office, date, 'head').some(({ name }) => isSpelledAlike(name, content.signatory?.name ?? ''));
    if (!byHead && !content.visas.some(({ role, date: visaed }) => role !== undefined && LEADING.includes(role) && visaed !== undefined))
      remarks.push({
        at: '/visas',
        message: 'Інформацію про виконання не завізував ніхто з тих, хто веде галузь',
        expected: 'віза першого заступника, заступника міського голови, секретаря ради або керуючого справами, з датою',
        hint: 'Завізуйте інформацію і додайте візу до поля visas.',
      });
    return remarks;
  },
};
