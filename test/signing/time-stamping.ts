import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { ECDSA_SHA256, SHA256 } from '../../pipeline/signing/algorithms.js';
import { EXTENSION, NAME, readCertificate } from '../../pipeline/signing/certificate.js';
import { writeCertificate } from '../../pipeline/signing/certificate-writer.js';
import {
  bitString,
  boolean,
  context,
  der,
  integer,
  octetString,
  oid,
  parts,
  readWhole,
  sequence,
  set,
  setOf,
  TAG,
} from '../../pipeline/signing/der.js';
import { NOW } from './demo-office.js';

/** The certificate with one extension more, signed anew by its issuer. */
export function withExtension(certificate: Buffer, extension: Buffer, issuerKey: KeyObject): Buffer {
  const [tbs, algorithm] = parts(readWhole(certificate));
  if (tbs === undefined || algorithm === undefined) throw new Error('no certificate');
  const fields = parts(tbs).map((field) => {
    const [list] = field.tag === 0xa3 ? parts(field) : [];
    return list === undefined ? field.bytes : context(3, true, sequence(...parts(list).map(({ bytes }) => bytes), extension));
  });
  const body = sequence(...fields);
  return sequence(body, algorithm.bytes, bitString(sign('sha256', body, issuerKey)));
}

const hash = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** Gives tokens over what it is handed; `root` is its own certificate, for those who trust it. */
export type TimeStamper = ((stamped: Uint8Array) => Buffer) & { readonly root: Buffer };

/** A time-stamping authority of RFC 3161 in a few lines. */
export function timeStamper({ purpose = '1.3.6.1.5.5.7.3.8' } = {}): TimeStamper {
  const issuer = { name: [[NAME.commonName, 'TSA']] as const, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
  const plain = writeCertificate({
    subject: issuer.name,
    publicKey: issuer.publicKey,
    issuer,
    serial: randomBytes(8),
    notBefore: new Date(NOW.getTime() - 1e6),
    notAfter: new Date(NOW.getTime() + 1e9),
    authority: null,
    sources: null,
  });
  const certificate = withExtension(
    plain,
    sequence(oid(EXTENSION.extendedKeyUsage), boolean(true), octetString(sequence(oid(purpose)))),
    issuer.privateKey,
  );
  const { issuer: name, serial } = readCertificate(certificate);
  const algorithm = sequence(oid(SHA256));
  const give = (stamped: Uint8Array): Buffer => {
    const time = der(TAG.generalizedTime, Buffer.from(`${NOW.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
    const info = sequence(integer(1), oid('2.999.1'), sequence(algorithm, octetString(hash(stamped))), integer(7), time);
    const attributes = setOf(
      sequence(oid('1.2.840.113549.1.9.3'), set(oid(TST_INFO))),
      sequence(oid('1.2.840.113549.1.9.4'), set(octetString(hash(info)))),
    );
    const signer = sequence(
      integer(1),
      sequence(name, serial),
      algorithm,
      context(0, true, readWhole(attributes).content),
      sequence(oid(ECDSA_SHA256)),
      octetString(sign('sha256', attributes, issuer.privateKey)),
    );
    const content = sequence(oid(TST_INFO), context(0, true, octetString(info)));
    return sequence(
      oid('1.2.840.113549.1.7.2'),
      context(0, true, sequence(integer(3), set(algorithm), content, context(0, true, certificate), set(signer))),
    );
  };
  return Object.assign(give, { root: certificate });
}
