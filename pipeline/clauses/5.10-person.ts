import { type LocalDate, toDigitalStyle } from '../model/date.js';
import type { Visa } from '../model/draft.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Office } from '../model/office.js';
import type { VisaRole } from '../model/roles.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { excerpt } from './draft/excerpt.js';
import { VISA_OF } from './draft/missing-visas.js';

/** R 5.10, 10.5: a visa says whose it is, and is given by whoever has, or lawfully acts in, that part on its day. */
export const visaPersons: Rule = {
  id: ruleId('5.10-person'),
  clause: '5.10',
  severity: 'refuse',
  needs: 'office',
  appliesTo: () => true,
  *check({ content }, { office }) {
    for (const [index, visa] of content.visas.entries()) {
      const at = pointerTo('/visas', index);
      const lacks = lacking(visa);
      const [first] = lacks;
      if (first !== undefined)
        yield {
          at: `${at}/${first}`,
          message: `У візі не вказано: ${lacks.map((field) => FIELD_NAMES[field]).join(', ')}`,
          expected: 'роль, посада, імʼя та прізвище того, хто погодив проєкт',
          hint: 'Доповніть візу.',
        };
      else yield* authority(visa, at, office);
    }
  },
};

/** A part that officials on record have; executors, heads of units and persons named are too many to list. */
type ListedRole = Exclude<VisaRole, 'executor' | 'unit-head' | 'named-person'>;

function isListed(role: VisaRole | undefined): role is ListedRole {
  return role !== undefined && role !== 'executor' && role !== 'unit-head' && role !== 'named-person';
}

const FIELD_NAMES = { role: 'роль (role)', post: 'посаду (post)', name: 'імʼя та прізвище (name)' } as const;

function lacking(visa: Visa): (keyof typeof FIELD_NAMES)[] {
  // A person whom an order names may have no post yet.
  const wanted = visa.role === 'named-person' ? (['name'] as const) : (['role', 'post', 'name'] as const);
  return wanted.filter((field) => visa[field] === undefined);
}

function* authority(visa: Visa, at: string, office: Office): Iterable<Remark> {
  const { role, date, post = '', name = '' } = visa;
  if (!isListed(role) || date === undefined || !office.officials.some((official) => official.role === role)) return;
  const inOffice = officialsOn(office, date, role);
  const namesakes = inOffice.filter((official) => isSpelledAlike(official.name, name));
  const official = namesakes.find((candidate) => isSpelledAlike(candidate.post, post));
  const expected = inOffice.map((known) => `${known.post} ${known.name}`).join('; ');
  const wrong = (field: 'name' | 'post', message: string): Remark => ({
    at: `${at}/${field}`,
    message,
    expected: expected === '' ? `на ${toDigitalStyle(date)} нікого не вказано` : expected,
    hint: 'Виправте візу або її дату; якщо повноваження надано, їх вносить адміністратор у налаштування (officials).',
  });
  if (namesakes.length === 0) yield wrong('name', `${whose(role, date)} «${excerpt(name)}» не має повноважень її ставити`);
  else if (official === undefined) yield wrong('post', `${whose(role, date)} «${excerpt(name)}» має іншу посаду, ніж «${excerpt(post)}»`);
  else if (official.acting && !official.ground)
    yield wrong('name', `У налаштуваннях не вказано, на якій підставі «${excerpt(name)}» виконує обовʼязки`);
}

function whose(role: ListedRole, date: LocalDate): string {
  return `Віза ${VISA_OF[role]}: станом на ${toDigitalStyle(date)}`;
}
