import { type LocalDate, localDateAt, localTimeAt, toDigitalStyle } from '../model/date.js';
import type { StampPainter } from '../model/ports.js';
import { type Certificate, NAME } from './certificate.js';

/** Word in the subject of certificates that prove nothing. */
export const INVALID_MARK = 'НЕДІЙСНИЙ';

/** Who signs, as the stamp says it: a person by post and name, or a body by name and code of the state register. */
export type Signer =
  | { readonly role: 'signatory'; readonly post: string; readonly name: string }
  | { readonly role: 'seal'; readonly body: string; readonly edrpou: string };

type Stamp = Omit<Parameters<StampPainter['paint']>[0], 'width' | 'height'>;

/** The words of a visible signature, in Ukrainian; the time is that of the office. A certificate that says it is not valid is named so first. */
export function stampOf(signer: Signer, certificate: Certificate, at: Date, timeZone: string): Stamp {
  const day: LocalDate = localDateAt(at, timeZone);
  const isDemo = certificate.subjectValues(NAME.commonName).some((text) => text.toUpperCase().includes(INVALID_MARK));
  const who =
    signer.role === 'signatory' ? [`Підписувач: ${signer.name}`, `Посада: ${signer.post}`] : [signer.body, `Код ЄДРПОУ: ${signer.edrpou}`];
  return {
    heading: signer.role === 'signatory' ? 'ПІДПИСАНО ЕЛЕКТРОННИМ ПІДПИСОМ' : 'ЕЛЕКТРОННА ПЕЧАТКА',
    lines: [
      ...(isDemo ? [`${INVALID_MARK}: демонстраційний сертифікат`] : []),
      ...who,
      `Сертифікат: ${certificate.serialHex}`,
      `Час підписання: ${toDigitalStyle(day)} ${localTimeAt(at, timeZone)}`,
    ],
    date: day,
  };
}
