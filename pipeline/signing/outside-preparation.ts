import type { StampPlace } from '../model/act.js';
import { Fault } from '../model/fault.js';
import { copyFirstPage } from '../pdf/form-xobject.js';
import { IncrementalUpdate } from '../pdf/incremental-update.js';
import { dict, isArray, isDict, isRef, isString, name, textOf } from '../pdf/objects.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { signatureFields } from '../pdf/signature-fields.js';
import { addFields, type NewField } from './append-signature.js';

export interface ToSign {
  readonly fields: readonly [signatory: NewField, seal: NewField];
  /** A PDF whose first page is shown at `place`: what stands on paper where the signatory's stamp would. */
  readonly mark: { readonly page: Buffer; readonly place: StampPlace } | null;
}

/** Print and Locked (ISO 19005-1, 6.5.3). */
const ANNOTATION_FLAGS = 132;

/**
 * Makes a PDF ready to be signed elsewhere, by incremental updates: both signature fields stand there empty, so that later signatures only
 * fill them. The signatory's has no size, for what foreign programs draw is seldom fit for PDF/A. /Producer leaves /Info (XMP keeps it): programs that sign put their own name into both, and PDF/A-1
 * wants the two alike. The same order gives the same bytes.
 */
export function prepareToSign(bytes: Buffer, { fields: [signatory, seal], mark }: ToSign): Buffer {
  const file = new PdfFile(mark === null ? bytes : marked(bytes, mark.page, mark.place));
  const update = new IncrementalUpdate(file);
  addFields(file, update, [{ ...signatory, rect: [0, 0, 0, 0] }, seal]);
  const info = file.trailer.get('Info');
  const said = file.resolve(info);
  if (isRef(info) && isDict(said)) update.put(info, new Map([...said].filter(([key]) => key !== 'Producer')));
  return update.build().bytes;
}

/** An annotation that draws the mark and does nothing else. */
function marked(bytes: Buffer, drawing: Buffer, { page: index, rect }: StampPlace): Buffer {
  const file = new PdfFile(bytes);
  const update = new IncrementalUpdate(file);
  const page = file.page(index);
  const annotation = update.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Stamp'),
      Rect: rect,
      P: page.ref,
      F: ANNOTATION_FLAGS,
      AP: dict({ N: copyFirstPage(new PdfFile(drawing), update) }),
    }),
  );
  const listed = page.dict.get('Annots');
  const old = file.resolve(listed);
  const all = [...(isArray(old) ? old : []), annotation];
  if (isRef(listed)) update.put(listed, all);
  else update.put(page.ref, new Map([...page.dict, ['Annots', all]]));
  return update.build().bytes;
}

/** What a field's name for people says: the act, and last the act's own name, by which `actNamedIn` knows the file. */
export const fieldLabel = (title: string, act: string): string => `${title} [${act}]`;

/** The act that a file prepared by us says it is, `decision/2021/27`; undefined for any other file. It is a claim, to be held against the digests. */
export function actNamedIn(bytes: Buffer): { readonly series: string; readonly year: number; readonly number: string } | undefined {
  try {
    const file = new PdfFile(bytes);
    for (const { dict: field } of signatureFields(file)) {
      const label = file.resolve(field.get('TU'));
      const [, series, year, number] = (isString(label) && /\[([^/[\]]+)\/(\d{4})\/([^[\]]+)\]$/.exec(textOf(label))) || [];
      if (series !== undefined && year !== undefined && number !== undefined) return { series, year: Number(year), number };
    }
    return undefined;
  } catch (problem) {
    if (problem instanceof Fault && problem.code === 'pdf-unreadable') return undefined;
    throw problem;
  }
}
