import { countOf, isArray, isDict, isRef, isSame, isStream, isString, nameOf, type PdfDict, type PdfObject } from '../pdf/objects.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { signatureFields } from '../pdf/signature-fields.js';
import { sameMetadata } from './outside-metadata.js';
import type { Update } from './revisions.js';

/** Trailer keys that each update has anew. */
const TRAILER_OF_UPDATE: ReadonlySet<string> = new Set([
  'Size',
  'Prev',
  'ID',
  'Type',
  'W',
  'Index',
  'Length',
  'Filter',
  'DecodeParms',
  'XRefStm',
]);
/** All that an invisible signature field may say; /A and /AA would run something. */
const INVISIBLE_FIELD: ReadonlySet<string> = new Set(['Type', 'Subtype', 'FT', 'T', 'V', 'P', 'Rect', 'F', 'AP', 'MK']);

/**
 * Why an update may not follow a signature; null if it may. Allowed is what PAdES needs after one: an empty signature field is filled
 * (/V, and how it looks inside its rectangle) by a signature that covers this very update; an invisible signature or document time stamp is
 * added; validation data (/DSS) is added. Everything else is not, whether or not it can be seen. `bySigner` is for an update that nobody has
 * signed before, and its own signer signs over: there a signing program may also leave its name and time in the metadata, and raise the version.
 */
export function forbiddenIn(update: Update, before: PdfFile, after: PdfFile, bySigner = false): string | null {
  const trailer = trailerChange(before, after);
  if (trailer !== null) return trailer;
  const inUse = objectsInUse(before);
  const newcomers = [...update.containers, ...(update.own === null ? [] : [update.own])];
  for (const number of newcomers) if (inUse.has(number) || before.entry(number) !== undefined) return `object ${number} is replaced`;
  const roles = rolesOf(before, after, update, bySigner);
  for (const number of update.numbers) {
    if (!inUse.has(number)) continue;
    const old = before.entry(number);
    if (old === undefined) return `object ${number} is put where the signed revision has a gap`;
    // References name the generation: with another one they would point to nothing.
    if (generationOf(old) !== generationOf(after.entry(number))) return `object ${number} is replaced by another generation`;
    const [from, to] = [objectAt(before, number), objectAt(after, number)];
    if (!isSame(from, to) && roles.get(number)?.(from, to) !== true) return `object ${number} is replaced`;
  }
  return null;
}

const generationOf = (entry: ReturnType<PdfFile['entry']>): number => (entry?.kind === 'offset' ? entry.generation : 0);

const objectAt = (file: PdfFile, number: number): PdfObject =>
  file.resolve({ type: 'ref', number, generation: generationOf(file.entry(number)) });

function trailerChange(before: PdfFile, after: PdfFile): string | null {
  const keys = new Set([...before.trailer.keys(), ...after.trailer.keys()]);
  for (const key of keys) {
    if (!TRAILER_OF_UPDATE.has(key) && !isSame(before.trailer.get(key), after.trailer.get(key))) return `the trailer's /${key} is replaced`;
  }
  // Objects beyond /Size do not exist for some readers.
  if ((countOf(after.trailer.get('Size')) ?? 0) < before.size) return "the trailer's /Size hides objects";
  const [oldId, newId] = [before.trailer.get('ID'), after.trailer.get('ID')];
  const isKept = isArray(oldId) ? isArray(newId) && isSame(oldId[0], newId[0]) : newId === undefined;
  return isKept ? null : "the trailer's /ID is replaced";
}

/**
 * Numbers that the document refers to, there or not, and the object streams that hold its objects. Validation data is left out: it is never
 * shown, and later updates may add to it.
 */
function objectsInUse(file: PdfFile): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { entries } of file.xref.sections)
    for (const entry of entries.values()) if (entry.kind === 'compressed') found.add(entry.container);
  const waiting: PdfObject[] = [file.trailer.get('Info') ?? null, withoutKey(file.catalog, 'DSS')];
  found.add(file.rootRef.number);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (isRef(object)) {
      if (found.has(object.number)) continue;
      found.add(object.number);
      waiting.push(file.resolve(object));
    } else if (isArray(object)) waiting.push(...object);
    else if (isDict(object)) waiting.push(...object.values());
    else if (isStream(object)) waiting.push(...object.dict.values());
  }
  return found;
}

const withoutKey = (dict: PdfDict, key: string): PdfDict => new Map([...dict].filter(([name]) => name !== key));

/** Says whether the change of one object is allowed. */
type Role = (from: PdfObject, to: PdfObject) => boolean;

/** Objects of the signed revision that an allowed update touches, each with what may change in it. */
function rolesOf(before: PdfFile, after: PdfFile, update: Update, bySigner: boolean): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  const isNew = (object: PdfObject): boolean => isRef(object) && before.entry(object.number) === undefined;
  const coversUpdate = (signature: PdfObject | undefined): boolean => {
    const value = after.resolve(signature);
    const range = isDict(value) ? after.resolve(value.get('ByteRange')) : null;
    if (!isArray(range) || range.length !== 4) return false;
    return (countOf(range[2]) ?? 0) + (countOf(range[3]) ?? 0) === update.end;
  };

  const isInvisibleField = (object: PdfObject): boolean => {
    const field = after.resolve(object);
    if (!isNew(object) || !isDict(field) || ![...field.keys()].every((key) => INVISIBLE_FIELD.has(key))) return false;
    const rect = after.resolve(field.get('Rect'));
    const [x1, y1, x2, y2] = isArray(rect) ? rect : [];
    return (
      nameOf(field.get('Subtype')) === 'Widget' &&
      nameOf(field.get('FT')) === 'Sig' &&
      x1 === x2 &&
      y1 === y2 &&
      coversUpdate(field.get('V'))
    );
  };
  const isExtended = (from: PdfObject, to: PdfObject): boolean => {
    const old = isArray(from) ? from : from === null ? [] : null;
    return (
      old !== null &&
      isArray(to) &&
      to.length >= old.length &&
      to.every((item, i) => (i < old.length ? isSame(item, old[i]) : isInvisibleField(item)))
    );
  };
  const hasOnly = (from: PdfObject, to: PdfObject, allowed: Readonly<Record<string, Role>>): boolean => {
    if (!isDict(from) || !isDict(to)) return false;
    return [...new Set([...from.keys(), ...to.keys()])].every((key) => {
      const [old, now] = [from.get(key) ?? null, to.get(key) ?? null];
      return isSame(old, now) || allowed[key]?.(before.resolve(old), after.resolve(now)) === true;
    });
  };

  const isForm: Role = (from, to) => hasOnly(from, to, { Fields: isExtended, SigFlags: (old, now) => now === ((countOf(old) ?? 0) | 3) });
  const isCatalog: Role = (from, to) =>
    hasOnly(from, to, {
      AcroForm: isForm,
      DSS: (_, now) => isDict(now),
      ...(bySigner ? { Version: (_: PdfObject, now: PdfObject) => /^\d\.\d$/.test(nameOf(now) ?? '') } : {}),
      Extensions: (old, now) =>
        isDict(now) && (old === null || (isDict(old) && [...old].every(([key, value]) => isSame(value, now.get(key))))),
    });
  const isPage: Role = (from, to) => hasOnly(from, to, { Annots: isExtended });

  for (const page of before.pages()) {
    const annotations = page.dict.get('Annots');
    if (isRef(annotations)) roles.set(annotations.number, isExtended);
    roles.set(page.ref.number, isPage);
  }
  const form = before.catalog.get('AcroForm');
  const formDict = before.resolve(form);
  const fields = isDict(formDict) ? formDict.get('Fields') : undefined;
  if (isRef(fields)) roles.set(fields.number, isExtended);
  if (isRef(form)) roles.set(form.number, isForm);
  for (const field of signatureFields(before)) {
    if (field.ref === null || field.value !== null) continue;
    roles.set(
      field.ref.number,
      (from, to) => isDict(to) && isNew(to.get('V') ?? null) && coversUpdate(to.get('V')) && hasOnly(from, to, FILLING),
    );
  }
  roles.set(before.rootRef.number, isCatalog);
  if (bySigner) {
    const [info, metadata] = [before.trailer.get('Info'), before.catalog.get('Metadata')];
    if (isRef(info)) roles.set(info.number, (from, to) => hasOnly(from, to, LEFT_BY_PROGRAMS));
    if (isRef(metadata)) roles.set(metadata.number, sameMetadata);
  }
  return roles;
}

/** What a program that signs says of itself in /Info. */
const LEFT_BY_PROGRAMS: Readonly<Record<string, Role>> = {
  Producer: (_, now) => isString(now),
  ModDate: (_, now) => isString(now),
};

/** What filling a prepared field sets. */
const FILLING: Readonly<Record<string, Role>> = { V: () => true, AP: () => true, M: () => true };
