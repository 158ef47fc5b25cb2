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

/** The lines of a manifest; undefined if a line is none, a path leaves the bag, or is there twice. */
export function parseManifest(text: string): ReadonlyMap<string, string> | undefined {
  const lines = new Map<string, string>();
  if (text !== '' && !text.endsWith('\n')) return undefined;
  for (const line of text.split(/\r?\n/).slice(0, -1)) {
    const [, sha256, written] = /^([0-9a-fA-F]{64})[ \t]+(\S.*)$/.exec(line) ?? [];
    if (sha256 === undefined || written === undefined) return undefined;
    const path = written.replace(/%(25|0A|0D)/gi, (code) => decodeURIComponent(code));
    if (lines.has(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..')) return undefined;
    lines.set(path, sha256.toLowerCase());
  }
  return lines;
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
