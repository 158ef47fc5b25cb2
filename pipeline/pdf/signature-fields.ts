import { isArray, isDict, isRef, isString, nameOf, type PdfDict, type PdfObject, type PdfRef, textOf } from './objects.js';
import { demandDict, unreadable } from './parser.js';
import type { PdfFile } from './pdf-file.js';

/** A signature field of the form (ISO 32000-1, 12.7.4.5). */
export interface SignatureField {
  /** Fully qualified. */
  readonly name: string;
  /** Null if the field stands inside the array itself. */
  readonly ref: PdfRef | null;
  readonly dict: PdfDict;
  /** The signature's dictionary; null while the field is empty. */
  readonly value: PdfDict | null;
}

const MAX_FIELDS = 10_000;

/** The signature fields of the form in its order. A field whose value is no dictionary, and a form that runs in a loop, fault. */
export function signatureFields(file: PdfFile): SignatureField[] {
  const form = file.resolve(file.catalog.get('AcroForm'));
  if (!isDict(form)) return [];
  const found: SignatureField[] = [];
  const seen = new Set<number>();
  const visit = (
    item: PdfObject,
    prefix: string,
    inherited: { readonly type: PdfObject; readonly value: PdfObject },
    depth: number,
  ): void => {
    if (depth > 50 || found.length > MAX_FIELDS || (isRef(item) && seen.has(item.number))) throw unreadable('a form that runs in a loop');
    if (isRef(item)) seen.add(item.number);
    const dict = demandDict(file.resolve(item), 'a form field');
    const title = file.resolve(dict.get('T'));
    const name = isString(title) ? [prefix, textOf(title)].filter(Boolean).join('.') : prefix;
    const type = file.resolve(dict.get('FT') ?? inherited.type);
    const value = dict.get('V') ?? inherited.value;
    const kids = file.resolve(dict.get('Kids'));
    const children = isArray(kids) ? kids.filter((kid) => demandDict(file.resolve(kid), 'a form field').has('T')) : [];
    if (children.length > 0) for (const kid of children) visit(kid, name, { type, value }, depth + 1);
    else if (nameOf(type) === 'Sig') found.push({ name, ref: isRef(item) ? item : null, dict, value: filling(file, value) });
  };
  const fields = file.resolve(form.get('Fields'));
  if (isArray(fields)) for (const field of fields) visit(field, '', { type: null, value: null }, 0);
  return found;
}

function filling(file: PdfFile, value: PdfObject): PdfDict | null {
  const resolved = file.resolve(value);
  return resolved === null ? null : demandDict(resolved, 'a signature');
}
