import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { excerpt } from './draft/excerpt.js';
import { areMinutes } from './draft/meeting-items.js';
import { signerRemarks } from './draft/signer-remarks.js';

/** R 4.13: minutes are signed by the head, or by who acted as head on the day of the meeting, who has led it. */
export const minutesSignatory: Rule = {
  id: ruleId('4.13-signatory'),
  clause: '4.13',
  severity: 'refuse',
  needs: 'office',
  appliesTo: areMinutes,
  *check({ content }, { kind, office }) {
    yield* signerRemarks(content, kind.dateOf(content), office, (date) => officialsOn(office, date, 'head'));
    const chair = content.meeting?.chair?.name;
    const signer = content.signatory?.name;
    if (chair === undefined || signer === undefined || isSpelledAlike(chair, signer)) return;
    yield {
      at: '/meeting/chair/name',
      message: `Засідання вів «${excerpt(chair)}», а протокол підписує «${excerpt(signer)}»`,
      expected: 'протокол підписує головуючий',
      hint: 'Виправте головуючого (meeting.chair) або підписанта (signatory).',
    };
  },
};
