import { type Certificate, KEY_USAGE } from './certificate.js';

/** Certificates on one path, the signer's included. */
const MAX_PATH = 8;
/** Authorities that vouch for one another in every way must not keep the program busy. */
const MAX_CHECKS = 256;

/**
 * Null if a path of RFC 5280 leads from the signer to one of the roots, every certificate on it valid at that time; else why none does.
 * Revocation is not asked for here.
 */
export function distrustOf(signer: Certificate, pool: readonly Certificate[], roots: readonly Certificate[], at: Date): string | null {
  if (roots.some((root) => root.der.equals(signer.der))) return null;
  let best = 'no path leads to a trusted root';
  let checks = 0;
  const search = (path: readonly Certificate[]): boolean => {
    const last = path.at(-1) as Certificate;
    for (const issuer of [...roots, ...pool]) {
      if (!issuer.subject.equals(last.issuer) || path.some((one) => one.der.equals(issuer.der))) continue;
      if (++checks > MAX_CHECKS) return false;
      if (!last.isSignedBy(issuer)) continue;
      const why = whyNoIssuer(issuer, path.length - 1, at);
      if (why !== null) best = why;
      else if (roots.some((root) => root.der.equals(issuer.der))) return true;
      else if (path.length < MAX_PATH && search([...path, issuer])) return true;
    }
    return false;
  };
  return search([signer]) ? null : best;
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
