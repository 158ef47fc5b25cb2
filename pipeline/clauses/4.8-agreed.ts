import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';

/** R 4.8: the first deputy of the head, or a deputy, has agreed to an agenda before the head approves it. */
export const agendaAgreed: Rule = {
  id: ruleId('4.8-agreed'),
  clause: '4.8',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.meets === 'tables',
  *check({ content }, { kind, office }) {
    const approved = kind.dateOf(content);
    if (approved === undefined) return;
    const isAgreed = content.visas.some(
      ({ name = '', date }) =>
        date !== undefined &&
        date <= approved &&
        officialsOn(office, date, 'first-deputy', 'deputy').some((official) => isSpelledAlike(official.name, name)),
    );
    if (isAgreed) return;
    const deputies = officialsOn(office, approved, 'first-deputy', 'deputy');
    yield {
      at: '/visas',
      message: 'Порядок денний не погоджено з першим заступником (заступником) міського голови',
      expected: `віза з датою не пізніше ніж ${toDigitalStyle(approved)}: ${[...new Set(deputies.map(({ post, name }) => `${post} ${name}`))].join('; ')}`,
      hint: 'Погодьте порядок денний і додайте візу (visas).',
    };
  },
};
