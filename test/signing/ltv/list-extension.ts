import { type KeyObject, sign } from 'node:crypto';
import { bitString, context, parts, readWhole, sequence, type Tlv } from '../../../pipeline/signing/der.js';

/** A list of revoked certificates with one extension more, signed anew by its issuer. */
export function withListExtension(list: Buffer, extension: Buffer, issuerKey: KeyObject): Buffer {
  const [tbs, algorithm] = parts(readWhole(list)) as [Tlv, Tlv];
  const fields = parts(tbs).map((field) => {
    const [present] = field.tag === 0xa0 ? parts(field) : [];
    return present === undefined ? field.bytes : context(0, true, sequence(...parts(present).map(({ bytes }) => bytes), extension));
  });
  const body = sequence(...fields);
  return sequence(body, algorithm.bytes, bitString(sign('sha256', body, { key: issuerKey, dsaEncoding: 'der' })));
}
