import { createHash } from 'node:crypto';

/** SHA-256 of some bytes, 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly __brand: 'Digest' };

/** The SHA-256 of `bytes` (text is taken as UTF-8). */
export function sha256(bytes: Uint8Array | string): Digest {
  return createHash('sha256').update(bytes).digest('hex') as Digest;
}

/** The digest that a text is, in letters of either case; undefined for any other text. */
export function parseDigest(text: string): Digest | undefined {
  const digest = text.toLowerCase();
  return /^[0-9a-f]{64}$/.test(digest) ? (digest as Digest) : undefined;
}
