import type { SigningKey } from '../../pipeline/model/ports.js';
import { IncrementalUpdate } from '../../pipeline/pdf/incremental-update.js';
import {
  dict,
  isArray,
  isDict,
  isRef,
  isString,
  name,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  reserved,
  textString,
} from '../../pipeline/pdf/objects.js';
import { PdfFile } from '../../pipeline/pdf/pdf-file.js';
import { signatureFields } from '../../pipeline/pdf/signature-fields.js';
import { buildSignedData } from '../../pipeline/signing/cms.js';
import { readDer } from '../../pipeline/signing/der.js';

/** Appends an update as any PDF editor would. */
export function update(bytes: Buffer, change: (file: PdfFile, to: IncrementalUpdate) => void): Buffer {
  const file = new PdfFile(bytes);
  const to = new IncrementalUpdate(file);
  change(file, to);
  return to.build().bytes;
}

/** The dictionary with some entries set. */
export const withEntries = (old: PdfDict, entries: Record<string, PdfObject>): PdfDict => new Map([...old, ...dict(entries)]);

export function refOf(object: PdfObject | undefined): PdfRef {
  if (!isRef(object)) throw new Error('no reference');
  return object;
}

export function dictOf(file: PdfFile, object: PdfObject | undefined): PdfDict {
  const value = file.resolve(object);
  if (!isDict(value)) throw new Error('no dictionary');
  return value;
}

/** Where the value of a field's signature stands: `<` and behind `>`. */
export function holeOf(bytes: Buffer, field: string): readonly [start: number, end: number] {
  const contents = signatureFields(new PdfFile(bytes))
    .find((one) => one.name === field)
    ?.value?.get('Contents');
  if (!isString(contents) || contents.span === null) throw new Error('no signature');
  return contents.span;
}

/** The CMS of a field's signature. */
export function cmsOf(bytes: Buffer, field: string): Buffer {
  const [start, end] = holeOf(bytes, field);
  return readDer(Buffer.from(bytes.toString('latin1', start + 1, end - 1), 'hex')).bytes;
}

/** What a field's signature covers. */
export function signedBytesOf(bytes: Buffer, field: string): Buffer {
  const file = new PdfFile(bytes);
  const range = signatureFields(file)
    .find((one) => one.name === field)
    ?.value?.get('ByteRange') as readonly number[];
  const [, hole = 0, after = 0, length = 0] = range;
  return Buffer.concat([bytes.subarray(0, hole), bytes.subarray(after, after + length)]);
}

/** Puts another CMS into the hole of a field's signature. */
export function withCms(bytes: Buffer, field: string, cms: Buffer): Buffer {
  const [start, end] = holeOf(bytes, field);
  const changed = Buffer.from(bytes);
  changed.write(cms.toString('hex').padEnd(end - start - 2, '0'), start + 1, 'latin1');
  return changed;
}

export interface OddSignature {
  readonly subFilter?: string;
  /** Bytes behind the value that the range leaves out too. */
  readonly hidden?: string;
  /** The CMS over what was signed; ours if absent. */
  readonly cms?: (signed: Buffer) => Promise<Buffer>;
  readonly entries?: Record<string, PdfObject>;
}

/** Signs a file with one invisible field named Odd, its digest always right, in ways that our writer never would. */
export async function signOddly(
  bytes: Buffer,
  key: SigningKey,
  { subFilter = 'ETSI.CAdES.detached', hidden = '', cms, entries = {} }: OddSignature,
): Promise<Buffer> {
  const file = new PdfFile(bytes);
  const to = new IncrementalUpdate(file);
  const contents = reserved(`<${'0'.repeat(16_000)}>`);
  const gap = reserved(hidden);
  const range = reserved(`[0 ${'0'.repeat(9)} ${'0'.repeat(9)} ${'0'.repeat(9)}]`);
  const value = dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name(subFilter),
    M: textString("D:20260312090431+00'00'"),
    ByteRange: range,
    ...entries,
    Contents: contents,
  });
  const signature = to.add(hidden === '' ? value : new Map([...value, ['Gap', gap]]));
  const page = file.page(0);
  const widget = to.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: textString('Odd'),
      P: page.ref,
      Rect: [0, 0, 0, 0],
      F: 132,
      V: signature,
    }),
  );
  const list = (object: PdfObject | undefined): readonly PdfObject[] => {
    const old = file.resolve(object);
    return isArray(old) ? old : [];
  };
  to.put(page.ref, withEntries(page.dict, { Annots: [...list(page.dict.get('Annots')), widget] }));
  const form = file.catalog.get('AcroForm');
  if (form === undefined) to.put(file.rootRef, withEntries(file.catalog, { AcroForm: to.add(dict({ Fields: [widget], SigFlags: 3 })) }));
  else to.put(refOf(form), withEntries(dictOf(file, form), { Fields: [...list(dictOf(file, form).get('Fields')), widget] }));
  const built = to.build();
  const start = built.placeOf(contents);
  const end = hidden === '' ? start + contents.text.length : built.placeOf(gap) + hidden.length;
  built.bytes.write(`[0 ${start} ${end} ${built.bytes.length - end}]`.padEnd(range.text.length), built.placeOf(range), 'latin1');
  const signed = Buffer.concat([built.bytes.subarray(0, start), built.bytes.subarray(end)]);
  const made = cms === undefined ? await buildSignedData(key, key.digest(signed)) : await cms(signed);
  built.bytes.write(made.toString('hex'), start + 1, 'latin1');
  return built.bytes;
}
