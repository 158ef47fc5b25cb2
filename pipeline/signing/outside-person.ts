import { sha256 } from '../model/digest.js';
import { isSpelledAlike } from '../model/signatory.js';
import { type Certificate, NAME } from './certificate.js';

/** By what a certificate is known as a person's. */
export type PersonMark =
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  | { readonly is: 'fingerprint'; readonly sha256: string }
  /** The person's number in the subject (РНОКПП), with or without a prefix such as `TINUA-`. */
  | { readonly is: 'subject'; readonly number: string };

/** A person who signs: `Віталій НЕМЕРЕЦЬ`, own name, then surname. */
export interface SigningPerson {
  readonly name: string;
  readonly mark: PersonMark | null;
}

/** Whether a certificate is this person's: by the mark that the office has noted, else by name. Whether it is trusted is another question. */
export function isOfPerson(certificate: Certificate, { name, mark }: SigningPerson): boolean {
  if (mark === null) return isNamed(certificate, name);
  if (mark.is === 'fingerprint') return sha256(certificate.der) === mark.sha256;
  return certificate.subjectValues(NAME.serialNumber).some((number) => bare(number) === bare(mark.number));
}

/** Whether a certificate is the body's seal: its code in the state register, and no person's name. */
export function isOfBody(certificate: Certificate, edrpou: string): boolean {
  const isPerson = [NAME.surname, NAME.givenName].some((type) => certificate.subjectValues(type).length > 0);
  const codes = [NAME.organizationIdentifier, NAME.serialNumber].flatMap((type) => certificate.subjectValues(type));
  return !isPerson && codes.some((code) => bare(code) === edrpou);
}

/** ETSI EN 319 412-1, 5.1.3: a type, a country, a hyphen, the number. */
const bare = (number: string): string => number.replace(/^[A-Z]{3}[A-Z]{2}-/, '').trim();

/** Surname whole; of the own names (a certificate has the patronymic too) the first. Certificates without either have it all in the common name. */
function isNamed(certificate: Certificate, name: string): boolean {
  const words = wordsOf(name);
  const [own, surname] = [words[0], words.at(-1)];
  if (own === undefined || surname === undefined || words.length < 2) return false;
  const surnames = certificate.subjectValues(NAME.surname);
  const givens = certificate.subjectValues(NAME.givenName);
  if (surnames.length > 0 && givens.length > 0) {
    return surnames.some((one) => isSpelledAlike(one, surname)) && givens.some((one) => isSpelledAlike(wordsOf(one)[0] ?? '', own));
  }
  return certificate.subjectValues(NAME.commonName).some((common) => {
    const said = wordsOf(common);
    return [own, surname].every((word) => said.some((one) => isSpelledAlike(one, word)));
  });
}

const wordsOf = (text: string): string[] => text.split(/[\s\u00A0]+/u).filter((word) => word !== '');
