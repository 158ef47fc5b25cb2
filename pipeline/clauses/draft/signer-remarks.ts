import { type LocalDate, toDigitalStyle } from '../../model/date.js';
import type { DraftContent } from '../../model/draft.js';
import type { Remark } from '../../model/finding.js';
import type { Office, Official } from '../../model/office.js';
import { isSpelledAlike, officialsOn } from '../../model/signatory.js';
import { excerpt } from './excerpt.js';

/** What is wrong with who signs a document: nobody known, an authority that does not hold on its date, another post; `signers` are those who may. */
export function* signerRemarks(
  { signatory }: DraftContent,
  date: LocalDate | undefined,
  office: Office,
  signersOn: (date: LocalDate) => readonly Official[],
): Iterable<Remark> {
  const { post, name } = signatory ?? {};
  if (date === undefined || !post || !name) return;
  const signers = signersOn(date);
  const isNamed = (official: Official): boolean => isSpelledAlike(official.name, name);
  const authorized = signers.filter(isNamed);
  const official = authorized.find((candidate) => isSpelledAlike(candidate.post, post));
  const day = toDigitalStyle(date);
  const isElsewhere = officialsOn(office, date).some(isNamed) || !office.officials.some(isNamed);
  if (authorized.length === 0 && isElsewhere)
    yield remark('name', `«${excerpt(name)}» не має права підписувати цей документ`, signers, day);
  else if (authorized.length === 0) yield remark('name', `Повноваження підписанта «${excerpt(name)}» не діють на ${day}`, signers, day);
  else if (official === undefined)
    yield remark('post', `Підписант «${excerpt(name)}» на ${day} має іншу посаду, ніж «${excerpt(post)}»`, signers, day);
  else if (official.acting && !official.ground)
    yield remark('name', `У налаштуваннях не вказано, на якій підставі «${excerpt(name)}» виконує обовʼязки`, signers, day);
}

function remark(key: 'name' | 'post', message: string, signers: readonly Official[], day: string): Remark {
  const expected = [...new Set(signers.map(({ post, name }) => `${post} ${name}`))].join('; ');
  return {
    at: `/signatory/${key}`,
    message,
    expected: expected === '' ? `на ${day} не вказано жодного підписанта` : expected,
    hint: 'Виправте підписанта (signatory) або дату; якщо повноваження надано, їх вносить адміністратор у налаштування (officials).',
  };
}
