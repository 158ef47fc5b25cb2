import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { NAME } from './certificate.js';
import { type CertificateOrder, type Issuer, type NameParts, writeCertificate, writeCrl } from './certificate-writer.js';
import { writeP12 } from './p12-writer.js';
import { INVALID_MARK } from './stamp.js';

/** A key as the office gets it: a PKCS#12 file and the password to it. */
export interface DemoKey {
  readonly p12: Buffer;
  readonly password: string;
}

export interface DemoKeys<Id extends string> {
  /** PEM of the root that the office trusts. */
  readonly rootCrt: string;
  /** By the ids that the order gave. */
  readonly keys: Readonly<Record<Id, DemoKey>>;
  /** DER; lists of revoked certificates, both empty, for those who judge our files from outside. */
  readonly crls: { readonly root: Buffer; readonly issuing: Buffer };
}

export interface DemoKeysOrder<Id extends string> {
  readonly now: Date;
  /** Strong randomness for serial numbers, salts and passwords. */
  readonly randomBytes: (size: number) => Buffer;
  /** Name of the body in the nominative, its code in the state register and its seat. */
  readonly body: { readonly name: string; readonly edrpou: string; readonly place: string };
  /** Owners of keys by id: a person (`Віталій НЕМЕРЕЦЬ`: own name, then surname), or a unit of the body, or the body, for a seal. */
  readonly owners: Readonly<Record<Id, { readonly post: string; readonly name: string } | { readonly sealOf: string }>>;
}

const makeKeyPair = promisify(generateKeyPair);
const CURVE = { namedCurve: 'P-256' } as const;
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
/** `.invalid` resolves nowhere and never will (RFC 2606). */
const SOURCES = 'http://pki.regesta.invalid';

/**
 * A demonstration PKI: a root, an issuing authority, and P-256 keys of officials and of seals. All subjects
 * are marked «НЕДІЙСНИЙ». Valid from an hour before `now`: signers for 2 years, authorities for 10. Keys lie in AES-256 PKCS#12 files.
 */
export async function makeDemoKeys<Id extends string>({ now, randomBytes, body, owners }: DemoKeysOrder<Id>): Promise<DemoKeys<Id>> {
  const notBefore = new Date(now.getTime() - HOUR);
  const term = (years: number) => ({ notBefore, notAfter: new Date(now.getTime() + years * YEAR) });
  const serial = (): Buffer => Buffer.concat([Buffer.from([0x2a]), randomBytes(15)]);
  const authorityName = (what: string): NameParts => [
    [NAME.country, 'UA'],
    [NAME.organization, `${INVALID_MARK}: демонстрація Regesta`],
    [NAME.commonName, `${INVALID_MARK} ${what}`],
  ];

  const root: Issuer = { name: authorityName('кореневий центр'), ...(await makeKeyPair('ec', CURVE)) };
  const issuing: Issuer = { name: authorityName('надавач довірчих послуг'), ...(await makeKeyPair('ec', CURVE)) };
  const authority = (of: Issuer, pathLength: number, sources: CertificateOrder['sources']): Buffer =>
    writeCertificate({
      ...term(10),
      subject: of.name,
      publicKey: of.publicKey,
      issuer: root,
      serial: serial(),
      authority: { pathLength },
      sources,
    });
  const rootDer = authority(root, 1, null);
  const issuingDer = authority(issuing, 0, sourcesOf('root'));

  const keyFor = async (subject: NameParts): Promise<DemoKey> => {
    const { publicKey, privateKey } = await makeKeyPair('ec', CURVE);
    const own = writeCertificate({
      ...term(2),
      subject,
      publicKey,
      issuer: issuing,
      serial: serial(),
      authority: null,
      sources: sourcesOf('issuing'),
    });
    const password = randomBytes(18).toString('base64url');
    const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
    return { p12: writeP12({ pkcs8, certificates: [own, issuingDer], password, randomBytes }), password };
  };
  const organization = (name: string): NameParts => [
    [NAME.country, 'UA'],
    [NAME.locality, body.place],
    [NAME.organization, name],
    [NAME.organizationIdentifier, `NTRUA-${body.edrpou}`],
  ];
  const keys: Partial<Record<Id, DemoKey>> = {};
  for (const id of Object.keys(owners) as Id[]) {
    const owner = owners[id];
    keys[id] = await keyFor(
      'sealOf' in owner
        ? [...organization(owner.sealOf), [NAME.commonName, `${INVALID_MARK} ${owner.sealOf}`]]
        : [...organization(body.name), ...personName(owner)],
    );
  }

  return {
    rootCrt: toPem(rootDer),
    keys: keys as Record<Id, DemoKey>,
    crls: {
      root: writeCrl({ issuer: root, thisUpdate: notBefore, nextUpdate: term(10).notAfter }),
      issuing: writeCrl({ issuer: issuing, thisUpdate: notBefore, nextUpdate: term(10).notAfter }),
    },
  };
}

function personName({ name, post }: { readonly name: string; readonly post: string }): NameParts {
  const words = name.split(' ');
  return [
    [NAME.title, post],
    [NAME.surname, words.at(-1) ?? ''],
    [NAME.givenName, words.slice(0, -1).join(' ')],
    [NAME.commonName, `${INVALID_MARK} ${name}`],
  ];
}

const sourcesOf = (authority: 'root' | 'issuing'): CertificateOrder['sources'] => ({
  issuer: `${SOURCES}/${authority}.crt`,
  crl: `${SOURCES}/${authority}.crl`,
});

const toPem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
