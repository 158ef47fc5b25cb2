import { IncrementalUpdate } from '../../pdf/incremental-update.js';
import { dict, name } from '../../pdf/objects.js';
import { PdfFile } from '../../pdf/pdf-file.js';
import { signatureFields } from '../../pdf/signature-fields.js';
import { addFields } from '../append-signature.js';
import { fillHole, signatureHole } from '../signature-hole.js';

const FIELD = 'ArchiveStamp';

/**
 * Appends a document time stamp (ETSI EN 319 142-1, 5.4.3) over the whole file, in an invisible field of its own; the old file is the new
 * one's prefix. `stamp` gives a token of at most `room` bytes over what it is handed.
 */
export async function appendDocumentTimeStamp(
  bytes: Buffer,
  room: number,
  stamp: (covered: readonly Uint8Array[]) => Promise<Buffer>,
): Promise<Buffer> {
  const file = new PdfFile(bytes);
  const update = new IncrementalUpdate(file);
  const title = freeName(file);
  const field = addFields(file, update, [{ name: title, page: 0, rect: [0, 0, 0, 0] }]).get(title);
  if (field === undefined) throw new Error(`field ${title} was not made`);
  const hole = signatureHole(room);
  const value = update.add(
    dict({
      Type: name('DocTimeStamp'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.RFC3161'),
      ByteRange: hole.byteRange,
      Contents: hole.contents,
    }),
  );
  update.put(field.ref, new Map([...field.dict, ...dict({ V: value })]));
  return fillHole(update.build(), hole, stamp);
}

function freeName(file: PdfFile): string {
  const taken = new Set(signatureFields(file).map((field) => field.name));
  let number = 1;
  while (taken.has(`${FIELD}${number}`)) number += 1;
  return `${FIELD}${number}`;
}
