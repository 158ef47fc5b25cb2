import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { SHA256 } from './algorithms.js';
import { context, integer, nothing, octetString, oid, sequence, set, setOf } from './der.js';
import { macKey, P12_OID } from './p12-container.js';

const KEY_ITERATIONS = 100_000;
const MAC_ITERATIONS = 2048;

/** What goes into a PKCS#12 file: one key with its certificate and the issuers of that. */
export interface P12Parts {
  readonly pkcs8: Buffer;
  readonly certificates: readonly Buffer[];
  readonly password: string;
  readonly randomBytes: (size: number) => Buffer;
}

/**
 * A PKCS#12 file (RFC 7292): the key under PBES2 (PBKDF2 with HMAC-SHA-256, AES-256-CBC), the certificates plain for they are public, an
 * HMAC-SHA-256 over all. node-forge could write only RSA keys into one.
 */
export function writeP12({ pkcs8, certificates, password, randomBytes }: P12Parts): Buffer {
  const localKeyId = setOf(sequence(oid(P12_OID.localKeyId), set(octetString(Buffer.from([1])))));
  const keyBag = sequence(oid(P12_OID.shroudedKeyBag), context(0, true, encryptKey(pkcs8, password, randomBytes)), localKeyId);
  const certBags = certificates.map((certificate, i) => {
    const bag = sequence(oid(P12_OID.x509Certificate), context(0, true, octetString(certificate)));
    return sequence(oid(P12_OID.certBag), context(0, true, bag), ...(i === 0 ? [localKeyId] : []));
  });
  const safe = sequence(dataContent(sequence(...certBags)), dataContent(sequence(keyBag)));
  const salt = randomBytes(16);
  const macData = sequence(
    sequence(
      sequence(oid(SHA256), nothing()),
      octetString(
        createHmac('sha256', macKey('sha256', password, salt, MAC_ITERATIONS))
          .update(safe)
          .digest(),
      ),
    ),
    octetString(salt),
    integer(MAC_ITERATIONS),
  );
  return sequence(integer(3), dataContent(safe), macData);
}

const dataContent = (content: Buffer): Buffer => sequence(oid(P12_OID.data), context(0, true, octetString(content)));

function encryptKey(pkcs8: Buffer, password: string, randomBytes: (size: number) => Buffer): Buffer {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, KEY_ITERATIONS, 32, 'sha256'), iv);
  const encrypted = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  const derivation = sequence(
    oid(P12_OID.pbkdf2),
    sequence(octetString(salt), integer(KEY_ITERATIONS), sequence(oid(P12_OID.hmacSha256), nothing())),
  );
  return sequence(
    sequence(oid(P12_OID.pbes2), sequence(derivation, sequence(oid(P12_OID.aes256Cbc), octetString(iv)))),
    octetString(encrypted),
  );
}
