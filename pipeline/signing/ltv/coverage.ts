import type { Certificate } from '../certificate.js';
import { standingByCrl } from './crl.js';
import { standingByOcsp } from './ocsp.js';
import { type Standing, speaksOf } from './standing.js';
import type { ValidationData } from './validation-data.js';

/** How validation data speaks of a path: of every certificate but the root that none was revoked; of one that it was; or not of all. */
export type Coverage = { readonly revoked: { readonly certificate: Certificate; readonly at: Date } | null; readonly whole: boolean };

/**
 * What validation data says of a path's certificates (signer first, root last) at the moment from which on the signature is known to have
 * existed: what was revoked later does not matter then.
 */
export function coverageOf(path: readonly Certificate[], data: ValidationData, provenAt: Date): Coverage {
  let whole = true;
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const standing = standingIn(data, certificate, path[i + 1] as Certificate, provenAt);
    if (standing === null) whole = false;
    else if (standing.revokedAt !== null && standing.revokedAt <= provenAt)
      return { revoked: { certificate, at: standing.revokedAt }, whole: false };
  }
  return { revoked: null, whole };
}

/** The first sound word on a certificate, one that it is revoked before any other; null if there is none. */
function standingIn(data: ValidationData, certificate: Certificate, issuer: Certificate, at: Date): Standing | null {
  const sound = <T extends Standing>(standings: readonly (T | string)[]): T[] =>
    standings.filter((standing) => typeof standing !== 'string').filter((standing) => speaksOf(standing, at));
  const byList = (one: Certificate): Standing[] => sound(data.crls.map((bytes) => standingByCrl(bytes, one, issuer)));
  const byOcsp = sound(data.ocsps.map((bytes) => standingByOcsp(bytes, certificate, issuer))).filter(
    ({ responder }) => responder === null || byList(responder).some(({ revokedAt }) => revokedAt === null || revokedAt > at),
  );
  const all: Standing[] = [...byOcsp, ...byList(certificate)];
  return all.find(({ revokedAt }) => revokedAt !== null) ?? all[0] ?? null;
}
