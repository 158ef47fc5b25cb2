import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXTENSION, readCertificate } from '../../../pipeline/signing/certificate.js';
import { extension, writeCrl } from '../../../pipeline/signing/certificate-writer.js';
import { bitString, boolean, context, ia5String, sequence } from '../../../pipeline/signing/der.js';
import { standingByCrl } from '../../../pipeline/signing/ltv/crl.js';
import { httpExchange } from '../../../pipeline/signing/ltv/exchange.js';
import { type RevocationAnswer, revocationClient } from '../../../pipeline/signing/ltv/revocation-client.js';
import { withListExtension } from './list-extension.js';
import { makePki } from './services/pki.js';
import { type Behaviour, type Services, startServices } from './services/services.js';
import { DAY, type MovedClock, movedClock } from './signed-act.js';

let clock: MovedClock;
let services: Services;
beforeEach(async () => {
  clock = movedClock();
  services = await startServices(clock);
});
afterEach(() => services.close());

function askAboutHead(settings: { ocsp?: readonly string[]; crl?: readonly string[] } = {}): Promise<RevocationAnswer> {
  const ask = revocationClient({ ...settings, exchange: httpExchange(fetch, clock), randomBytes, clock });
  return ask(readCertificate(services.pki.head.der), readCertificate(services.pki.issuing.der));
}

const NOW = new Date('2026-03-12T09:04:31Z');
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY);
const other = makePki({ now: NOW, services: 'http://pki.regesta.invalid' });

describe('an OCSP answer', () => {
  it.each<readonly [string, Behaviour['ocsp']]>([
    ['as it should be', {}],
    ['whose responder is named by its key', { named: 'key' }],
    ['that was signed beforehand, without a nonce', { nonce: 'none' }],
    ['that does not say when the next one comes', { nextUpdate: null }],
  ])('%s is taken', async (_, options) => {
    services.behaviour.ocsp = options;
    expect(await askAboutHead({ crl: [] })).toMatchObject({ kind: 'ocsp', standing: { revokedAt: null } });
  });

  it.each<readonly [string, Behaviour['ocsp']]>([
    ['that says “try later”', { status: 3 }],
    ['that does not know the certificate', { unknown: true }],
    ['about another certificate', { otherSerial: true }],
    ['for another request', { nonce: 'other' }],
    ['with a broken signature', { damaged: true }],
    ['that ended', { thisUpdate: later(-9), nextUpdate: later(-2) }],
    ['that is still to come', { thisUpdate: later(2) }],
    ['without an end, of long ago', { thisUpdate: later(-9), nextUpdate: null }],
    ['of a responder whom the issuer did not authorise', { responder: other.responder }],
    ['whose responder is not there', { certificates: [] }],
  ])('%s is not; the list is asked instead', async (_, options) => {
    services.behaviour.ocsp = options;
    expect(await askAboutHead()).toMatchObject({ kind: 'crl', standing: { revokedAt: null } });
    expect(services.asked).toEqual(['/ocsp', '/issuing.crl']);
    await expect(askAboutHead({ crl: [] })).rejects.toMatchObject({ code: 'service-answer' });
  });

  it('of a signer who is no responder is not taken', async () => {
    services.behaviour.ocsp = { responder: services.pki.seal };
    await expect(askAboutHead({ crl: [] })).rejects.toMatchObject({ code: 'service-answer' });
  });

  it('says since when a certificate is revoked', async () => {
    services.behaviour.revoked.push({ serial: services.pki.head.serial, at: later(-1) });
    expect((await askAboutHead()).standing.revokedAt).toEqual(later(-1));
    expect((await askAboutHead({ ocsp: [] })).standing.revokedAt).toEqual(later(-1));
  });
});

describe('a list of revoked certificates', () => {
  const head = () => readCertificate(services.pki.head.der);
  const issuing = () => readCertificate(services.pki.issuing.der);
  const list = (): Buffer => writeCrl({ issuer: services.pki.issuing, thisUpdate: later(0), nextUpdate: later(7) });
  const scope = (...fields: readonly Buffer[]): Buffer =>
    withListExtension(list(), extension('2.5.29.28', true, sequence(...fields)), services.pki.issuing.privateKey);
  const point = (url: string): Buffer => context(0, true, context(0, true, context(6, false, ia5String(url).subarray(2))));

  it('is taken as PEM, too', async () => {
    const pem = `-----BEGIN X509 CRL-----\n${list().toString('base64')}\n-----END X509 CRL-----\n`;
    services.behaviour.answer = () => Buffer.from(pem);
    expect(await askAboutHead({ ocsp: [] })).toMatchObject({ kind: 'crl' });
  });

  it('is asked for once for many certificates', async () => {
    const ask = revocationClient({ ocsp: [], exchange: httpExchange(fetch, clock), randomBytes, clock });
    for (const party of [services.pki.head, services.pki.seal]) await ask(readCertificate(party.der), issuing());
    expect(services.asked).toEqual(['/issuing.crl']);
    clock.at = later(1);
    await ask(head(), issuing());
    expect(services.asked).toHaveLength(2);
  });

  it('of another authority, or signed by another, says nothing', () => {
    expect(standingByCrl(writeCrl({ issuer: services.pki.root, thisUpdate: NOW, nextUpdate: later(7) }), head(), issuing())).toContain(
      'another',
    );
    const forged = writeCrl({
      issuer: { ...services.pki.issuing, privateKey: other.issuing.privateKey },
      thisUpdate: NOW,
      nextUpdate: later(7),
    });
    expect(standingByCrl(forged, head(), issuing())).toBe('its signature does not hold');
  });

  it('that has ended is not taken', async () => {
    services.behaviour.answer = () => writeCrl({ issuer: services.pki.issuing, thisUpdate: later(-9), nextUpdate: later(-1) });
    await expect(askAboutHead({ ocsp: [] })).rejects.toMatchObject({ code: 'service-answer' });
  });

  it('of certain certificates speaks of those alone', () => {
    expect(standingByCrl(scope(), head(), issuing())).toMatchObject({ revokedAt: null });
    expect(standingByCrl(scope(context(1, false, Buffer.from([0xff]))), head(), issuing())).toMatchObject({ revokedAt: null });
    expect(standingByCrl(scope(context(2, false, Buffer.from([0xff]))), head(), issuing())).toContain('another sort');
    expect(standingByCrl(scope(point(`${services.url}/issuing.crl`)), head(), issuing())).toMatchObject({ revokedAt: null });
    expect(standingByCrl(scope(point('http://pki.regesta.invalid/1.crl')), head(), issuing())).toContain('distribution point');
  });

  it('that is partial, indirect, a delta or strange says nothing', () => {
    expect(standingByCrl(scope(context(3, false, bitString(Buffer.from([0x60]), 5).subarray(2))), head(), issuing())).toContain('partial');
    expect(standingByCrl(scope(context(4, false, Buffer.from([0xff]))), head(), issuing())).toContain('partial');
    const delta = withListExtension(list(), extension('2.5.29.27', true, boolean(true)), services.pki.issuing.privateKey);
    expect(standingByCrl(delta, head(), issuing())).toContain('critical');
    for (const bytes of [Buffer.alloc(0), Buffer.from('3000', 'hex'), list().subarray(0, 99)])
      expect(typeof standingByCrl(bytes, head(), issuing())).toBe('string');
  });

  it('does not stand in for another where nothing is named', async () => {
    expect(readCertificate(services.pki.root.der).extension(EXTENSION.crlDistributionPoints)).toBeUndefined();
    await expect(askAboutHead({ ocsp: [], crl: [] })).rejects.toMatchObject({ code: 'service-answer' });
  });
});
