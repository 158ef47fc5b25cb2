import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { SigningKey } from '../../../../pipeline/model/ports.js';
import { EXTENSION, NAME } from '../../../../pipeline/signing/certificate.js';
import {
  type CertificateOrder,
  extension,
  type Issuer,
  type NameParts,
  writeCertificate,
} from '../../../../pipeline/signing/certificate-writer.js';
import { context, ia5String, nothing, oid, sequence } from '../../../../pipeline/signing/der.js';
import { writeP12 } from '../../../../pipeline/signing/p12-writer.js';
import { openP12 } from '../../../../pipeline/signing/signing.js';
import { BODY, HEAD } from '../../demo-office.js';

const YEAR = 365 * 24 * 3_600_000;
const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';
const OCSP = '1.3.6.1.5.5.7.48.1';
export const PURPOSE = { timeStamping: '1.3.6.1.5.5.7.3.8', ocspSigning: '1.3.6.1.5.5.7.3.9' } as const;

/** Somebody with a certificate and its key. */
export interface Party extends Issuer {
  readonly der: Buffer;
  /** Big-endian, as in the certificate. */
  readonly serial: Buffer;
}

/** A document signer as an office gets it. */
export interface SignerParty extends Party {
  readonly p12: Buffer;
  readonly password: string;
  readonly key: SigningKey;
}

/**
 * Two branches under one root: an issuing authority with a delegated OCSP responder, which issues to the head and the seal; and an authority
 * of time stamping that answers OCSP itself. Every certificate but the root names where word on it is to be had, at `services`.
 */
export interface Pki {
  readonly root: Party;
  readonly issuing: Party;
  readonly stamping: Party;
  readonly tsa: Party;
  readonly responder: Party;
  readonly head: SignerParty;
  readonly seal: SignerParty;
  /** Another time-stamping authority's certificate of the same branch, valid from a moment. */
  newTsa(from: Date, years: number): Party;
}

export interface PkiOrder {
  readonly now: Date;
  /** `http://127.0.0.1:4711`, where `/ocsp`, `/root.crl`, `/issuing.crl`, `/stamping.crl` are. */
  readonly services: string;
  readonly tsaYears?: number;
  readonly tsaPurpose?: Buffer;
  /** Whether the responder's certificate says that it need not be asked about. */
  readonly noCheck?: boolean;
  /** Whether certificates name their services; if not, they are to be set. */
  readonly namesServices?: boolean;
  readonly head?: { readonly post: string; readonly name: string };
  readonly body?: { readonly name: string; readonly edrpou: string; readonly place: string };
}

export const purposeOf = (critical: boolean, ...purposes: readonly string[]): Buffer =>
  extension(EXTENSION.extendedKeyUsage, critical, sequence(...purposes.map(oid)));

export function makePki({
  now,
  services,
  tsaYears = 8,
  tsaPurpose = purposeOf(true, PURPOSE.timeStamping),
  noCheck = true,
  namesServices = true,
  head = HEAD,
  body = BODY,
}: PkiOrder): Pki {
  const keys = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const nameOf = (what: string): NameParts => [
    [NAME.country, 'UA'],
    [NAME.organization, 'НЕДІЙСНИЙ: перевірка Regesta'],
    [NAME.commonName, `НЕДІЙСНИЙ ${what}`],
  ];
  const access = (authority: string, ocsp: boolean): Buffer[] => {
    if (!namesServices) return [];
    const uri = (url: string): Buffer => context(6, false, ia5String(url).subarray(2));
    return [
      extension(
        EXTENSION.authorityInfoAccess,
        false,
        sequence(
          sequence(oid(CA_ISSUERS), uri(`${services}/${authority}.crt`)),
          ...(ocsp ? [sequence(oid(OCSP), uri(`${services}/ocsp`))] : []),
        ),
      ),
      extension(
        EXTENSION.crlDistributionPoints,
        false,
        sequence(sequence(context(0, true, context(0, true, uri(`${services}/${authority}.crl`))))),
      ),
    ];
  };
  const issue = (
    subject: NameParts,
    years: number,
    issuer: Issuer | null,
    order: Pick<CertificateOrder, 'authority'> & { readonly extensions: readonly Buffer[] },
    from = now,
  ): Party => {
    const pair = keys();
    const serial = Buffer.concat([Buffer.from([0x2a]), randomBytes(15)]);
    const der = writeCertificate({
      subject,
      publicKey: pair.publicKey,
      issuer: issuer ?? { name: subject, ...pair },
      serial,
      notBefore: new Date(from.getTime() - 3_600_000),
      notAfter: new Date(from.getTime() + years * YEAR),
      sources: null,
      ...order,
    });
    return { name: subject, ...pair, der, serial };
  };
  const signer = (subject: NameParts, id: string, chain: readonly Buffer[], issuer: Issuer): SignerParty => {
    const party = issue(subject, 2, issuer, { authority: null, extensions: access('issuing', true) });
    const password = randomBytes(12).toString('hex');
    const pkcs8 = party.privateKey.export({ type: 'pkcs8', format: 'der' });
    const p12 = writeP12({ pkcs8, certificates: [party.der, ...chain], password, randomBytes });
    return { ...party, p12, password, key: openP12({ id, bytes: p12, password }) };
  };

  const root = issue(nameOf('кореневий центр'), 30, null, { authority: { pathLength: 1 }, extensions: [] });
  const issuing = issue(nameOf('надавач'), 20, root, { authority: { pathLength: 0 }, extensions: access('root', false) });
  const stamping = issue(nameOf('надавач позначок часу'), 20, root, { authority: { pathLength: 0 }, extensions: access('root', false) });
  const organization: NameParts = [
    [NAME.country, 'UA'],
    [NAME.organization, body.name],
    [NAME.organizationIdentifier, `NTRUA-${body.edrpou}`],
  ];
  const [given = '', surname = ''] = head.name.split(' ');
  const newTsa = (from: Date, years: number): Party => {
    const order = { authority: null, extensions: [...access('stamping', true), tsaPurpose] };
    return issue(nameOf('служба позначок часу'), years, stamping, order, from);
  };
  return {
    root,
    issuing,
    stamping,
    tsa: newTsa(now, tsaYears),
    newTsa,
    responder: issue(nameOf('OCSP'), 2, issuing, {
      authority: null,
      extensions: [
        ...access('issuing', false),
        purposeOf(false, PURPOSE.ocspSigning),
        ...(noCheck ? [extension(EXTENSION.ocspNoCheck, false, nothing())] : []),
      ],
    }),
    head: signer(
      [
        ...organization,
        [NAME.title, head.post],
        [NAME.surname, surname],
        [NAME.givenName, given],
        [NAME.commonName, `НЕДІЙСНИЙ ${head.name}`],
      ],
      'head',
      [issuing.der],
      issuing,
    ),
    seal: signer([...organization, [NAME.commonName, `НЕДІЙСНИЙ ${body.name}`]], 'seal', [issuing.der], issuing),
  };
}

export const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
