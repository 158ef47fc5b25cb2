import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { controlledAct } from './draft/controlled-act.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 12.8: only whoever set a term extends it: the head, what the head has signed; of a unit's order whoever has the post of its signatory. */
export const extensionSigned: Rule = {
  id: ruleId('12.8-signatory'),
  clause: '12.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'extends',
  async check({ content }, world) {
    const found = await controlledAct(content, world);
    if (found === undefined) return [];
    const post = found.content.signatory?.post ?? '';
    const { office, kind } = world;
    return [
      ...signerRemarks(content, kind.dateOf(content), office, (date) =>
        found.act.issuer === 'unit'
          ? officialsOn(office, date).filter((one) => isSpelledAlike(one.post, post))
          : officialsOn(office, date, 'head'),
      ),
    ];
  },
};
