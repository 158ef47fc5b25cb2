import { type LocalDate, toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import type { Official } from '../model/office.js';
import type { Rule } from '../model/rule.js';
import { isSpelledAlike, officialsOn } from '../model/signatory.js';
import { excerpt } from './draft/excerpt.js';

/** R 5.1, 6.3: a collegial act is signed by the head, or by an acting head whose authority holds on the act's date. */
export const signatoryAuthority: Rule = {
  id: ruleId('5.1-signatory'),
  clause: '5.1',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.collegial && !traits.project,
  *check({ content }, { kind, office }) {
    const date = kind.dateOf(content);
    const { post, name } = content.signatory ?? {};
    if (date === undefined || !post || !name) return;
    const namesakes = office.officials.filter((official) => isSpelledAlike(official.name, name));
    const signers = officialsOn(office, date, 'head');
    const authorized = namesakes.filter((official) => signers.includes(official));
    const official = authorized.find((candidate) => isSpelledAlike(candidate.post, post));
    if (namesakes.length === 0)
      yield remark('/signatory/name', `«${excerpt(name)}» не має права підписувати від імені виконавчого органу`, signers, date);
    else if (authorized.length === 0)
      yield remark('/signatory/name', `Повноваження підписанта «${excerpt(name)}» не діють на ${toDigitalStyle(date)}`, signers, date);
    else if (official === undefined)
      yield remark(
        '/signatory/post',
        `Підписант «${excerpt(name)}» на ${toDigitalStyle(date)} має іншу посаду, ніж «${excerpt(post)}»`,
        signers,
        date,
      );
    else if (official.acting && !official.ground)
      yield remark('/signatory/name', `У налаштуваннях не вказано, на якій підставі «${excerpt(name)}» виконує обовʼязки`, signers, date);
  },
};

function remark(at: string, message: string, signers: readonly Official[], date: LocalDate): Remark {
  const expected = signers.map(({ post, name }) => `${post} ${name}`).join('; ');
  return {
    at,
    message,
    expected: expected === '' ? `на ${toDigitalStyle(date)} не вказано жодного підписанта` : expected,
    hint: 'Виправте підписанта (signatory) або дату; якщо повноваження надано, їх вносить адміністратор у налаштування (officials).',
  };
}
