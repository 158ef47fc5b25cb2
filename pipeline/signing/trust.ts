import { type Certificate, KEY_USAGE } from './certificate.js';

/** Certificates on one path, the signer's included. */
const MAX_PATH = 8;
/** Authorities that vouch for one another in every way must not keep the program busy. */
const MAX_CHECKS = 256;

/** Certificates from the signer's to a root's, both included; or why there is no such way. */
export type TrustPath = { readonly path: readonly Certificate[] } | { readonly why: string };

/**
 * A path of RFC 5280 from the signer to one of the roots, every certificate on it valid at that time. Revocation is not asked for here. A
 * signer that is a root itself is a path alone.
 */
export function trustPath(signer: Certificate, pool: readonly Certificate[], roots: readonly Certificate[], at: Date): TrustPath {
  if (roots.some((root) => root.der.equals(signer.der))) return { path: [signer] };
  let best = 'no path leads to a trusted root';
  let checks = 0;
  const search = (path: readonly Certificate[]): readonly Certificate[] | null => {
    const last = path.at(-1) as Certificate;
    for (const issuer of [...roots, ...pool]) {
      if (!issuer.subject.equals(last.issuer) || path.some((one) => one.der.equals(issuer.der))) continue;
      if (++checks > MAX_CHECKS) return null;
      if (!last.isSignedBy(issuer)) continue;
      const why = whyNoIssuer(issuer, path.length - 1, at);
      const longer = [...path, issuer];
      if (why !== null) best = why;
      else if (roots.some((root) => root.der.equals(issuer.der))) return longer;
      else if (path.length < MAX_PATH) {
        const found = search(longer);
        if (found !== null) return found;
      }
    }
    return null;
  };
  const path = search([signer]);
  return path === null ? { why: best } : { path };
}

/** Null if `trustPath` finds a path; else why it finds none. */
export function distrustOf(signer: Certificate, pool: readonly Certificate[], roots: readonly Certificate[], at: Date): string | null {
  const found = trustPath(signer, pool, roots, at);
  return 'why' in found ? found.why : null;
}

/** Why a certificate may not have issued the one below it; `between` counts the authorities that stand below. */
function whyNoIssuer(issuer: Certificate, between: number, at: Date): string | null {
  const { ca, pathLength } = issuer.authority;
  if (!ca || !issuer.permits(KEY_USAGE.keyCertSign, true)) return 'a certificate on the path is no authority';
  if (pathLength !== null && between > pathLength) return 'the path is longer than an authority on it permits';
  if (issuer.hasUnknownCritical) return 'an authority has a critical extension that is not known here';
  if (at < issuer.notBefore || at > issuer.notAfter) return `an authority on the path was not valid at ${at.toISOString()}`;
  return null;
}
