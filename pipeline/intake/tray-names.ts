import { extname } from 'node:path';
import { localDateAt, localTimeAt } from '../model/date.js';

/** Longest name that trays give a dropped file, bytes of UTF-8. */
export const LONGEST_NAME_BYTES = 180;

/** A name cut to 180 bytes between two characters; its extension stays. */
export function cutName(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME_BYTES) return name;
  const extension = Buffer.byteLength(extname(name)) <= 20 ? extname(name) : '';
  const room = LONGEST_NAME_BYTES - Buffer.byteLength(extension);
  let stem = '';
  let bytes = 0;
  for (const character of name.slice(0, name.length - extension.length)) {
    bytes += Buffer.byteLength(character);
    if (bytes > room) break;
    stem += character;
  }
  return stem + extension;
}

/** The name under which a refused file lies beside its report: its own, unless it would be taken for the report. */
export function receivedName(name: string): string {
  return cutName(/^report\./i.test(name) ? `received-${name}` : name);
}

/** `<yyyy-mm-dd>/<hhmmss>-<digest8>-<name>`, the instant in the office's time zone. */
export function refusedFolder(
  receivedAt: Date,
  timeZone: string,
  digest: string,
  name: string,
): { readonly day: string; readonly folder: string } {
  const time = localTimeAt(receivedAt, timeZone).replaceAll(':', '');
  return { day: localDateAt(receivedAt, timeZone), folder: `${time}-${digest.slice(0, 8)}-${cutName(name)}` };
}
