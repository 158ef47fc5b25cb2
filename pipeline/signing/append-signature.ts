import { Fault } from '../model/fault.js';
import type { SigningKey } from '../model/ports.js';
import { blankForm, copyFirstPage } from '../pdf/form-xobject.js';
import { IncrementalUpdate } from '../pdf/incremental-update.js';
import {
  dict,
  isArray,
  isDict,
  isRef,
  name,
  type PdfArray,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  textString,
} from '../pdf/objects.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { signatureFields } from '../pdf/signature-fields.js';
import { buildSignedData, type SignatureStamper, signedDataRoom } from './cms.js';
import { fillHole, signatureHole } from './signature-hole.js';

/** A signature field to make, with its place; an invisible one has the rectangle `[0, 0, 0, 0]`. Points from the page's lower left corner. */
export interface NewField {
  readonly name: string;
  /** From 0. */
  readonly page: number;
  readonly rect: readonly [x1: number, y1: number, x2: number, y2: number];
  /** What readers call the field to a person (/TU). */
  readonly label?: string;
}

export interface SignatureOrder {
  readonly file: Buffer;
  /** Fields that this update makes; all but `field` stay empty for later signatures. */
  readonly newFields: readonly NewField[];
  /** The field to sign: one of `newFields`, or an empty one that an earlier update made. */
  readonly field: string;
  /** A PDF whose first page is what the field shows; null for nothing. */
  readonly appearance: Buffer | null;
  readonly key: SigningKey;
  readonly at: Date;
  /** Gives time stamps for signatures (PAdES B-T); without one, or where it has none, the signature is B-B. */
  readonly stamper?: SignatureStamper | undefined;
}

/** Print and Locked: what PDF/A-1 demands of an annotation (ISO 19005-1, 6.5.3) and what keeps a stamp in its place. */
const WIDGET_FLAGS = 132;
/** SignaturesExist and AppendOnly. */
const SIGNATURE_FLAGS = 3;

/**
 * Appends one PAdES B-B or B-T signature (ETSI EN 319 142-1) as an incremental update and gives the new file, whose prefix is the old one. Later
 * signatures only fill fields that stand there already: that is the change that strict readers allow after a signature.
 */
export async function appendSignature({ file: bytes, newFields, field, appearance, key, at, stamper }: SignatureOrder): Promise<Buffer> {
  const file = new PdfFile(bytes);
  const update = new IncrementalUpdate(file);
  const made = addFields(file, update, newFields);
  const target = made.get(field) ?? preparedField(file, field);
  const hole = signatureHole(signedDataRoom(key) + (stamper?.room() ?? 0));
  const signature = update.add(
    dict({
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.CAdES.detached'),
      ByteRange: hole.byteRange,
      Contents: hole.contents,
      M: textString(pdfDate(at)),
    }),
  );
  const shown = appearance === null ? undefined : dict({ N: copyFirstPage(new PdfFile(appearance), update) });
  update.put(target.ref, new Map([...target.dict, ...dict({ V: signature, AP: shown })]));
  return fillHole(update.build(), hole, (covered) => buildSignedData(key, key.digest(Buffer.concat(covered)), stamper));
}

export interface Field {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
}

function preparedField(file: PdfFile, wanted: string): Field {
  const found = signatureFields(file).find((field) => field.name === wanted);
  if (found?.ref == null || found.value !== null) throw new Fault('signature-broken', `the PDF has no empty signature field "${wanted}"`);
  return { ref: found.ref, dict: found.dict };
}

/** Puts empty signature fields into an update; they look like nothing until they are filled. */
export function addFields(file: PdfFile, update: IncrementalUpdate, fields: readonly NewField[]): ReadonlyMap<string, Field> {
  const taken = new Set(signatureFields(file).map((field) => field.name));
  const made = new Map<string, Field>();
  const byPage = new Map<number, PdfRef[]>();
  for (const { name: title, page, rect, label } of fields) {
    if (taken.has(title)) throw new Fault('signature-broken', `the PDF has a signature field "${title}" already`);
    const [x1, y1, x2, y2] = rect;
    const widget = dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: textString(title),
      TU: label === undefined ? undefined : textString(label),
      P: file.page(page).ref,
      Rect: rect,
      F: WIDGET_FLAGS,
      AP: dict({ N: update.add(blankForm(x2 - x1, y2 - y1)) }),
    });
    const field = { ref: update.add(widget), dict: widget };
    made.set(title, field);
    byPage.set(page, [...(byPage.get(page) ?? []), field.ref]);
  }
  for (const [page, widgets] of byPage) addAnnotations(file, update, page, widgets);
  if (made.size > 0)
    addToForm(
      file,
      update,
      [...made.values()].map((field) => field.ref),
    );
  return made;
}

function addAnnotations(file: PdfFile, update: IncrementalUpdate, index: number, widgets: readonly PdfRef[]): void {
  const page = file.page(index);
  const annotations = page.dict.get('Annots');
  const all = extended(file, annotations, widgets);
  if (isRef(annotations)) update.put(annotations, all);
  else update.put(page.ref, new Map([...page.dict, ['Annots', all]]));
}

function addToForm(file: PdfFile, update: IncrementalUpdate, fields: readonly PdfRef[]): void {
  const { catalog } = file;
  const at = catalog.get('AcroForm');
  const old = file.resolve(at);
  const form: PdfDict = isDict(old) ? old : new Map();
  const listed = form.get('Fields');
  const all = extended(file, listed, fields);
  if (isRef(listed)) update.put(listed, all);
  const extendedForm = new Map([...form, ...dict({ Fields: isRef(listed) ? listed : all, SigFlags: SIGNATURE_FLAGS })]);
  if (isRef(at)) update.put(at, extendedForm);
  else update.put(file.rootRef, new Map([...catalog, ['AcroForm', update.add(extendedForm)]]));
}

function extended(file: PdfFile, list: PdfObject | undefined, more: readonly PdfRef[]): PdfArray {
  const old = file.resolve(list);
  return [...(isArray(old) ? old : []), ...more];
}

/** A date of ISO 32000-1, 7.9.4, in UTC. */
const pdfDate = (at: Date): string => `D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`;
