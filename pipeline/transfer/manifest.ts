import type { Digest } from '../model/digest.js';

/** A file of a bag: its path from the bag's folder, `/` between parts. */
export interface ManifestLine {
  readonly path: string;
  readonly sha256: Digest;
}

/** RFC 8493, 2.1.3: of a path, ends of lines and the percent sign are percent-encoded, and nothing else. */
export function manifestText(lines: readonly ManifestLine[]): string {
  const sorted = [...lines].sort((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map(({ path, sha256 }) => `${sha256}  ${path.replace(/[%\r\n]/g, encoded)}\n`).join('');
}

/** The lines of a manifest, or what is wrong with it: a line that is none, a path that leaves the bag or is there twice. */
export function parseManifest(text: string): ReadonlyMap<string, string> | { readonly wrong: string } {
  const lines = new Map<string, string>();
  if (text !== '' && !text.endsWith('\n')) return { wrong: 'is cut off: its last line has no end' };
  for (const [index, line] of text.split(/\r?\n/).slice(0, -1).entries()) {
    const [, sha256, written] = /^([0-9a-fA-F]{64})[ \t]+(\S.*)$/.exec(line) ?? [];
    if (sha256 === undefined || written === undefined) return { wrong: `line ${index + 1} is not a SHA-256 and a path` };
    const path = written.replace(/%(25|0A|0D)/gi, (code) => decodeURIComponent(code));
    if (lines.has(path)) return { wrong: `line ${index + 1} names a path again: ${written}` };
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
      return { wrong: `line ${index + 1} leads out of the package: ${written}` };
    lines.set(path, sha256.toLowerCase());
  }
  return lines;
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
