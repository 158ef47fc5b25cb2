import { createHash, generateKeyPairSync, type KeyObject, randomBytes, verify, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../pipeline/model/digest.js';
import { Fault } from '../../pipeline/model/fault.js';
import type { SigningKey } from '../../pipeline/model/ports.js';
import { NAME } from '../../pipeline/signing/certificate.js';
import { type Issuer, writeCertificate } from '../../pipeline/signing/certificate-writer.js';
import { readP12 } from '../../pipeline/signing/p12-container.js';
import { writeP12 } from '../../pipeline/signing/p12-writer.js';
import { openP12, verifyPdf } from '../../pipeline/signing/signing.js';
import { type DemoOffice, demoOffice, NOW } from './demo-office.js';
import { samplePdf } from './sample-pdf.js';

let office: DemoOffice;
const issuer: Issuer = { name: [[NAME.commonName, 'Корінь']], ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
const term = { notBefore: new Date(NOW.getTime() - 1000), notAfter: new Date(NOW.getTime() + 1e9) };
const root = writeCertificate({
  ...term,
  subject: issuer.name,
  publicKey: issuer.publicKey,
  issuer,
  serial: Buffer.from([1]),
  authority: { pathLength: 0 },
  sources: null,
});

beforeAll(async () => {
  office = await demoOffice();
});

type Pair = Omit<Issuer, 'name'>;
const certificateFor = ({ publicKey }: Pair): Buffer =>
  writeCertificate({
    ...term,
    subject: [[NAME.commonName, 'Підписувач']],
    publicKey,
    issuer,
    serial: randomBytes(8),
    authority: null,
    sources: null,
  });
const p12Of = ({ privateKey }: Pair, certificates: readonly Buffer[], password = 'пароль'): Buffer =>
  writeP12({ pkcs8: privateKey.export({ type: 'pkcs8', format: 'der' }), certificates, password, randomBytes });
const opened = (pair: Pair): SigningKey => openP12({ id: 'k', bytes: p12Of(pair, [certificateFor(pair), root]), password: 'пароль' });
/** A container of certificates alone, as a browser exports them. */
function withoutKey(): Buffer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = forgeCertificate(privateKey, publicKey);
  return Buffer.from(forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(null as never, [certificate], 'x')).getBytes(), 'latin1');
}

function forgeCertificate(privateKey: KeyObject, publicKey: KeyObject): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  certificate.validity.notBefore = term.notBefore;
  certificate.validity.notAfter = term.notAfter;
  certificate.setSubject([{ name: 'commonName', value: 'Old' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'Old' }]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()), forge.md.sha256.create());
  return certificate;
}

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
};

describe('a PKCS#12 key', () => {
  const pairs: Record<string, () => Pair> = {
    'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    'P-521': () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
    'RSA-3072': () => generateKeyPairSync('rsa', { modulusLength: 3072 }),
  };
  for (const [what, make] of Object.entries(pairs)) {
    it(`of ${what} signs, and both verifiers agree`, async () => {
      const pair = make();
      const key = opened(pair);
      const message = Buffer.from('підписані атрибути');
      const hash =
        { '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' }[key.digestOid] ?? '';
      expect(verify(hash, message, pair.publicKey, await key.sign(message))).toBe(true);
      expect(key.digest(message)).toEqual(createHash(hash).update(message).digest());
      const { signed } = await office.sign(await samplePdf(), [], {
        head: key,
        mark: { is: 'fingerprint', sha256: sha256(key.certificates[0] ?? '') },
      });
      const { problems, signatures } = verifyPdf(signed.bytes, { file: 'act.pdf', trust: [root, office.root] });
      expect(problems).toEqual([]);
      expect(signatures.map(({ trusted }) => trusted)).toEqual([true, true]);
    });
  }

  it('gives its certificate and the issuers of it, the root left out', () => {
    const names = office.head.certificates.map((der) => new X509Certificate(der).subject.split('\n').at(-1));
    expect(names).toEqual(['CN=НЕДІЙСНИЙ Віталій НЕМЕРЕЦЬ', 'CN=НЕДІЙСНИЙ надавач довірчих послуг']);
    expect(opened(generateKeyPairSync('ec', { namedCurve: 'P-256' })).certificates.length).toBe(1);
  });

  it('is read from the container that node-forge writes in the old encryption', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString());
    const container = forge.pkcs12.toPkcs12Asn1(key, [forgeCertificate(privateKey, publicKey)], 'old', { algorithm: '3des' });
    const bytes = Buffer.from(forge.asn1.toDer(container).getBytes(), 'latin1');
    expect(openP12({ id: 'old', bytes, password: 'old' }).signatureOid).toBe('1.2.840.113549.1.1.1');
  });
});

describe('a PKCS#12 file that does not serve', () => {
  it('says so by code: wrong password or damage', () => {
    const { p12, password } = office.keys.head;
    expect(codeOf(() => openP12({ id: 'head', bytes: p12, password: `${password}x` }))).toBe('key-password');
    const damaged = Buffer.from(p12);
    damaged[200] = (damaged[200] as number) ^ 1;
    expect(codeOf(() => openP12({ id: 'head', bytes: damaged, password }))).toBe('key-password');
    expect(codeOf(() => openP12({ id: 'old', bytes: withoutKey(), password: 'y' }))).toBe('key-password');
  });

  it('says so by code: no PKCS#12, cut, or without a private key', () => {
    const { p12, password } = office.keys.head;
    expect(codeOf(() => openP12({ id: 'head', bytes: Buffer.from('-----BEGIN'), password }))).toBe('key-missing');
    expect(codeOf(() => openP12({ id: 'head', bytes: p12.subarray(0, p12.length / 2), password }))).toBe('key-missing');
    expect(codeOf(() => openP12({ id: 'head', bytes: withoutKey(), password: 'x' }))).toBe('key-missing');
  });

  it('says so by code: a certificate of another key, of an authority, or a key of another kind', () => {
    const [one, other] = [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ec', { namedCurve: 'P-256' })];
    expect(codeOf(() => openP12({ id: 'k', bytes: p12Of(one, [certificateFor(other)]), password: 'пароль' }))).toBe('key-mismatch');
    expect(codeOf(() => openP12({ id: 'k', bytes: p12Of(issuer, [root]), password: 'пароль' }))).toBe('key-mismatch');
    expect(codeOf(() => opened(generateKeyPairSync('ed25519')))).toBe('key-mismatch');
    expect(codeOf(() => opened(generateKeyPairSync('ec', { namedCurve: 'secp256k1' })))).toBe('key-mismatch');
  });

  it('never names the password or the path in the message', () => {
    const { p12 } = office.keys.head;
    try {
      openP12({ id: 'head', bytes: p12, password: 'secret-password' });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toContain('"head"');
      expect(String(error)).not.toContain('secret-password');
    }
  });
});

describe('demo keys', () => {
  it('are marked as not valid, carry what signers carry, and differ each time', async () => {
    const { keys, made } = office;
    const certificates = [keys.head, keys.acting, keys.seal].map(
      ({ p12, password }) => new X509Certificate(readP12(p12, password).certificates[0] as Buffer),
    );
    for (const certificate of certificates) {
      expect(certificate.subject).toContain('НЕДІЙСНИЙ');
      expect(certificate.issuer).toContain('НЕДІЙСНИЙ');
      expect(certificate.subject).toContain('organizationIdentifier=NTRUA-04054978');
      expect(certificate.infoAccess).toContain('CA Issuers');
      expect(certificate.ca).toBe(false);
      expect(new Date(certificate.validFrom) < NOW && new Date(certificate.validTo) > NOW).toBe(true);
    }
    expect(new Set(certificates.map((certificate) => certificate.serialNumber)).size).toBe(3);
    expect(certificates[1]?.subject).toContain('SN=ЇЖАКЕВИЧ');
    expect(new X509Certificate(made.rootCrt).verify(new X509Certificate(made.rootCrt).publicKey)).toBe(true);
    expect((await demoOffice()).keys.head.password).not.toBe(keys.head.password);
  });
});
