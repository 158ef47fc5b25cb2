import { type Certificate, EXTENSION } from '../certificate.js';
import { DerError, demand, isContext, parts, readOid, readWhole, TAG, type Tlv } from '../der.js';

const OCSP = '1.3.6.1.5.5.7.48.1';

/** Where a certificate says that its issuer answers OCSP requests (RFC 5280, 4.2.2.1); http and https only. */
export function ocspAddresses(certificate: Certificate): string[] {
  return readExtension(certificate, EXTENSION.authorityInfoAccess, (access) =>
    parts(access).flatMap((description) => {
      const [method, location] = parts(description);
      return readOid(method) === OCSP ? addressOf(location) : [];
    }),
  );
}

/** Where a certificate says that the list it would be on lies (4.2.1.13); http and https only. */
export function crlAddresses(certificate: Certificate): string[] {
  return readExtension(certificate, EXTENSION.crlDistributionPoints, (points) =>
    parts(points).flatMap((point) => {
      const name = parts(point).find((field) => isContext(field, 0));
      return name === undefined ? [] : pointAddresses(name);
    }),
  );
}

/** The addresses in a DistributionPointName under its tag. */
export function pointAddresses(name: Tlv): string[] {
  return parts(name).flatMap((full) => (isContext(full, 0) ? parts(full).flatMap(addressOf) : []));
}

function addressOf(name: Tlv | undefined): string[] {
  if (!isContext(name, 6)) return [];
  const url = name.content.toString('latin1');
  return /^https?:\/\/\S+$/.test(url) ? [url] : [];
}

/** An extension that cannot be read names nothing. */
function readExtension(certificate: Certificate, type: string, read: (value: Tlv) => string[]): string[] {
  const found = certificate.extension(type);
  if (found === undefined) return [];
  try {
    return read(demand(readWhole(found.value), TAG.sequence));
  } catch (error) {
    if (error instanceof DerError) return [];
    throw error;
  }
}
