import { isArray, isString, type PdfDict } from '../pdf/objects.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { DerError, readDer } from './der.js';

/** The bytes that a signature covers, and what stands in the hole between them. */
export interface SignedRange {
  readonly parts: readonly [before: Buffer, after: Buffer];
  /** DER of the CMS, the padding cut off. */
  readonly contents: Buffer;
  /** Where the signed revision ends. */
  readonly end: number;
}

/**
 * The range of a signature dictionary, or what is wrong with it in one clause. Sound is only: from the first byte to the value of this
 * dictionary's /Contents, and on from there to the end of a revision, so that nothing but the value itself is left out.
 */
export function readSignedRange(file: PdfFile, signature: PdfDict): SignedRange | string {
  const range = file.resolve(signature.get('ByteRange'));
  const contents = signature.get('Contents');
  if (!isArray(range) || range.length !== 4 || !range.every((n) => typeof n === 'number' && Number.isSafeInteger(n) && n >= 0)) {
    return 'its /ByteRange is not four whole numbers';
  }
  const [start, holeAt, afterHole, length] = range as readonly number[] as readonly [number, number, number, number];
  const end = afterHole + length;
  if (start !== 0 || end > file.bytes.length) return 'its /ByteRange does not begin at the first byte or runs out of the file';
  if (!isString(contents) || contents.span === null || file.bytes[contents.span[0]] !== 0x3c)
    return 'its value is no hexadecimal string of the file';
  if (contents.span[0] !== holeAt || contents.span[1] !== afterHole)
    return 'its /ByteRange leaves out more or something else than its own value';
  if (!/^([0-9a-fA-F]{2})+$/.test(file.bytes.toString('latin1', holeAt + 1, afterHole - 1)))
    return 'its value holds something else than hexadecimal digits';
  if (!endsRevision(file.bytes.subarray(0, end))) return 'its /ByteRange does not end where a revision of the file ends';
  try {
    const value = readDer(contents.bytes);
    if (contents.bytes.subarray(value.bytes.length).some((byte) => byte !== 0)) return 'its value is padded with more than zeros';
    return { parts: [file.bytes.subarray(0, holeAt), file.bytes.subarray(afterHole, end)], contents: value.bytes, end };
  } catch (error) {
    if (error instanceof DerError) return 'its value breaks off';
    throw error;
  }
}

/** True if a file could end here: a cross-reference offset, the mark, at most one end of line. */
export function endsRevision(bytes: Buffer): boolean {
  return /startxref[\r\n \t]+\d+[\r\n \t]+%%EOF(\r\n|\r|\n)?$/.test(bytes.subarray(-64).toString('latin1'));
}
