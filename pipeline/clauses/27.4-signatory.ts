import type { Party } from '../model/contract.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isMadeByParties, partiesOf } from './draft/contract-terms.js';

/** R 27.4: who signs for a legal person is named by post and by surname in letters, with the ground of the authority; an individual by name. */
export const partySignatory: Rule = {
  id: ruleId('27.4-signatory'),
  clause: '27.4',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: isMadeByParties,
  *check({ content }) {
    for (const { at, party, called } of partiesOf(content)) {
      const lacks = lackingIn(party);
      if (lacks.length === 0) continue;
      yield {
        at: `${at}/signatory`,
        message: `${called}: про того, хто підписав, не вказано: ${lacks.join(', ')}`,
        expected:
          party.type === 'individual'
            ? 'імʼя та прізвище літерами'
            : 'посада, імʼя та прізвище літерами, документ, що дає повноваження, і його дата',
        hint: 'Впишіть ці відомості в поле signatory так, як вони вказані в договорі.',
      };
    }
  },
};

function lackingIn({ type, signatory }: Party): string[] {
  const { post, name = '', authority } = signatory ?? {};
  const wanted: [boolean, string][] = [
    [type !== 'individual' && post === undefined, 'посаду (post)'],
    [!/\p{L}{2}/u.test(name), 'імʼя та прізвище (name)'],
    [type !== 'individual' && authority?.ground === undefined, 'підставу повноважень (authority.ground)'],
    [type !== 'individual' && authority?.date === undefined, 'дату документа, що дає повноваження (authority.date)'],
  ];
  return wanted.flatMap(([isMissing, field]) => (isMissing ? [field] : []));
}
