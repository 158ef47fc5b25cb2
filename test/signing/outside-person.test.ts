import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { type Certificate, NAME, readCertificate } from '../../pipeline/signing/certificate.js';
import { type NameParts, writeCertificate } from '../../pipeline/signing/certificate-writer.js';
import { isOfBody, isOfPerson } from '../../pipeline/signing/outside-person.js';

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const certificate = (subject: NameParts): Certificate =>
  readCertificate(
    writeCertificate({
      subject,
      publicKey: pair.publicKey,
      issuer: { name: [[NAME.commonName, 'root']], ...pair },
      serial: randomBytes(8),
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
      authority: null,
      sources: null,
    }),
  );

const person = certificate([
  [NAME.surname, 'Немерець'],
  [NAME.givenName, 'Віталій Олегович'],
  [NAME.commonName, 'Немерець Віталій Олегович'],
  [NAME.serialNumber, 'TINUA-1234567890'],
]);

test.each([
  ['Віталій НЕМЕРЕЦЬ', true],
  ['віталій немерець', true],
  ['Віталій НЕМЕРЕЦ', false],
  ['Олег НЕМЕРЕЦЬ', false],
  ['Олегович НЕМЕРЕЦЬ', false],
  ['НЕМЕРЕЦЬ', false],
  ['', false],
])('knows a person by surname and first own name: «%s» %s', (name, expected) => {
  expect(isOfPerson(person, { name, mark: null })).toBe(expected);
});

test('takes any apostrophe, a double surname, and a certificate that has a common name only', () => {
  const double = certificate([
    [NAME.surname, "Нечуй-В'юн"],
    [NAME.givenName, "Дар'я"],
  ]);
  expect(isOfPerson(double, { name: 'Дарʼя НЕЧУЙ-ВʼЮН', mark: null })).toBe(true);
  const common = certificate([[NAME.commonName, 'НЕДІЙСНИЙ Віталій НЕМЕРЕЦЬ']]);
  expect(isOfPerson(common, { name: 'Віталій НЕМЕРЕЦЬ', mark: null })).toBe(true);
  expect(isOfPerson(common, { name: 'Олена НЕМЕРЕЦЬ', mark: null })).toBe(false);
});

test('by the mark that the office has noted, and then by nothing else', () => {
  const name = 'Хтось ІНШИЙ';
  expect(isOfPerson(person, { name, mark: { is: 'fingerprint', sha256: sha256(person.der) } })).toBe(true);
  expect(isOfPerson(person, { name: 'Віталій НЕМЕРЕЦЬ', mark: { is: 'fingerprint', sha256: sha256('other') } })).toBe(false);
  for (const number of ['1234567890', 'TINUA-1234567890']) expect(isOfPerson(person, { name, mark: { is: 'subject', number } })).toBe(true);
  expect(isOfPerson(person, { name, mark: { is: 'subject', number: '234567890' } })).toBe(false);
});

test('knows a seal by the code of the body, and never takes a person’s certificate for one', () => {
  const seal = certificate([
    [NAME.organization, 'Виконавчий комітет'],
    [NAME.organizationIdentifier, 'NTRUA-04054978'],
  ]);
  const employee = certificate([
    [NAME.organizationIdentifier, 'NTRUA-04054978'],
    [NAME.surname, 'Немерець'],
  ]);
  expect([isOfBody(seal, '04054978'), isOfBody(seal, '04054979'), isOfBody(employee, '04054978'), isOfBody(person, '1234567890')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
