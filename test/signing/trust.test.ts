import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Certificate, NAME, readCertificate } from '../../pipeline/signing/certificate.js';
import { type CertificateOrder, type Issuer, writeCertificate } from '../../pipeline/signing/certificate-writer.js';
import { boolean, octetString, oid, sequence } from '../../pipeline/signing/der.js';
import { usageFlaws } from '../../pipeline/signing/signer-check.js';
import { distrustOf } from '../../pipeline/signing/trust.js';
import { withExtension } from './time-stamping.js';

const NOW = new Date('2026-03-12T09:00:00Z');
const days = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000);
const party = (name: string): Issuer => ({ name: [[NAME.commonName, name]], ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) });
const [root, upper, lower, person] = [party('root'), party('upper'), party('lower'), party('person')];

const issue = (subject: Issuer, issuer: Issuer, order: Partial<CertificateOrder> = {}): Certificate =>
  readCertificate(
    writeCertificate({
      subject: subject.name,
      publicKey: subject.publicKey,
      issuer,
      serial: randomBytes(8),
      notBefore: days(-1),
      notAfter: days(1),
      authority: { pathLength: 5 },
      sources: null,
      ...order,
    }),
  );

const rootCertificate = issue(root, root);
const [upperCertificate, lowerCertificate] = [issue(upper, root), issue(lower, upper)];
const signer = issue(person, lower, { authority: null });
const distrust = (who: Certificate, pool: readonly Certificate[], at = NOW): string | null => distrustOf(who, pool, [rootCertificate], at);

describe('a path to a trusted root', () => {
  it('is found through authorities in any order, and for the root itself', () => {
    expect(distrust(signer, [lowerCertificate, upperCertificate])).toBeNull();
    expect(distrust(signer, [upperCertificate, signer, lowerCertificate])).toBeNull();
    expect(distrustOf(signer, [], [signer], NOW)).toBeNull();
  });

  it('is missing where an authority is missing or only has the same name', () => {
    expect(distrust(signer, [upperCertificate])).toContain('no path');
    const namesake = party('lower');
    expect(distrust(signer, [issue(namesake, upper), upperCertificate])).toContain('no path');
    const selfMade = issue(root, root);
    expect(distrustOf(signer, [lowerCertificate, upperCertificate, selfMade], [issue(party('root'), party('root'))], NOW)).toContain(
      'no path',
    );
  });

  it('does not lead over somebody who is no authority', () => {
    expect(distrust(signer, [issue(lower, upper, { authority: null }), upperCertificate])).toContain('no authority');
  });

  it('is no longer than an authority permits', () => {
    expect(distrust(signer, [lowerCertificate, issue(upper, root, { authority: { pathLength: 0 } })])).toContain('longer');
    expect(
      distrust(signer, [issue(lower, upper, { authority: { pathLength: 0 } }), issue(upper, root, { authority: { pathLength: 1 } })]),
    ).toBeNull();
  });

  it('holds only while each authority is valid', () => {
    expect(distrust(signer, [lowerCertificate, issue(upper, root, { notAfter: days(-0.5) })])).toContain('not valid');
    expect(distrust(signer, [lowerCertificate, upperCertificate], days(2))).toContain('not valid');
  });

  it('is not searched for without end among authorities that all vouch for one another', () => {
    const crowd = Array.from({ length: 40 }, () => issue(lower, lower, { authority: { pathLength: 30 } }));
    expect(distrust(signer, crowd)).toContain('no path');
  });

  it('ends where authorities name each other in a ring', () => {
    const ring = [issue(lower, upper), issue(upper, lower)];
    expect(distrust(signer, ring)).toContain('no path');
  });
});

describe('the certificate of a signer', () => {
  it('permits signing documents, and is valid at that time', () => {
    expect(usageFlaws(signer, NOW)).toEqual([]);
    expect(usageFlaws(signer, days(3))).toMatchObject([{ code: 'certificate-expired' }]);
    expect(usageFlaws(signer, days(-3))).toMatchObject([{ code: 'certificate-expired' }]);
    expect(usageFlaws(lowerCertificate, NOW)).toMatchObject([{ code: 'certificate-usage' }]);
  });

  it('is not relied on with a critical extension that nobody here knows', () => {
    const extension = sequence(oid('2.999.7'), boolean(true), octetString(Buffer.from([5, 0])));
    const strange = readCertificate(withExtension(signer.der, extension, lower.privateKey));
    expect(strange.isSignedBy(lowerCertificate)).toBe(true);
    expect(usageFlaws(strange, NOW)).toMatchObject([{ code: 'certificate-usage' }]);
  });
});
