import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { personsNamed } from './draft/persons-named.js';
import { stemsOf } from './draft/stems.js';
import { namesPerson } from './draft/surname.js';

/** R 8.3: an order on personnel is visaed by each person whom it names; that somebody has done so at all, the matrix of visas asks. */
export const namedPersonsVisaed: Rule = {
  id: ruleId('8.3-named'),
  clause: '8.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative && traits.issuer === 'head' && traits.personnel,
  *check({ content }) {
    if (!content.visas.some(({ role }) => role === 'named-person')) return;
    const known = [...content.visas, content.signatory, content.control].flatMap((person) => person?.name ?? []);
    for (const { placed, surname } of personsNamed(content)) {
      if (known.some((name) => namesPerson(name, stemsOf(surname)))) continue;
      yield {
        at: `${placed.at}/text`,
        message: `Пункт ${excerpt(placed.point.n)} називає особу «${excerpt(surname)}», але її візи (named-person) немає`,
        expected: 'візи всіх осіб, указаних у розпорядженні',
        hint: 'Ознайомте особу з проєктом і додайте її візу.',
      };
    }
  },
};
