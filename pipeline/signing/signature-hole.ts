import { Fault } from '../model/fault.js';
import type { UpdatedFile } from '../pdf/incremental-update.js';
import { type PdfReserved, reserved } from '../pdf/objects.js';

/** Room in an update for a signature: its value, and the range of bytes around it that it covers. */
export interface SignatureHole {
  readonly byteRange: PdfReserved;
  readonly contents: PdfReserved;
}

const BYTE_RANGE_ROOM = `[0 ${Array(3).fill('0'.repeat(10)).join(' ')}]`;

/** A hole for a value of up to so many bytes. */
export function signatureHole(bytes: number): SignatureHole {
  return { byteRange: reserved(BYTE_RANGE_ROOM), contents: reserved(`<${'0'.repeat(bytes * 2)}>`) };
}

/**
 * Sets the range, for it is signed too, and from then on fills nothing but the hole with what `make` gives for the bytes around it. Fault
 * `signature-broken` if that is longer than the room.
 */
export async function fillHole(
  { bytes, placeOf }: UpdatedFile,
  { byteRange, contents }: SignatureHole,
  make: (covered: readonly [before: Buffer, after: Buffer]) => Promise<Buffer>,
): Promise<Buffer> {
  const start = placeOf(contents);
  const end = start + contents.text.length;
  bytes.write(`[0 ${start} ${end} ${bytes.length - end}]`.padEnd(BYTE_RANGE_ROOM.length), placeOf(byteRange), 'latin1');
  const value = await make([bytes.subarray(0, start), bytes.subarray(end)]);
  if (value.length * 2 > contents.text.length - 2)
    throw new Fault('signature-broken', `a signature takes ${value.length} bytes, more than its certificates led to expect`);
  bytes.write(value.toString('hex'), start + 1, 'latin1');
  return bytes;
}
