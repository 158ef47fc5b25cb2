import { isArray, isDict, isRef, isSame, isStream, isString, type PdfDict, type PdfObject, textOf } from '../pdf/objects.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { signatureFields } from '../pdf/signature-fields.js';

const FONT_FILES = ['FontFile', 'FontFile2', 'FontFile3'] as const;
const MAX_OBJECTS = 10_000;

/**
 * What a foreign program's signature takes from the PDF/A-1 (ISO 19005-1) that it was put on, in Ukrainian, empty if nothing: only what
 * signatures bring is looked at, since nothing else may change. That the rest was PDF/A is known.
 */
export function lossOfForm(file: PdfFile, before: PdfFile): string[] {
  const old = new Map(signatureFields(before).map((field) => [field.name, field.dict]));
  const touched = signatureFields(file).filter(({ name, dict }) => !isSame(old.get(name)?.get('AP'), dict.get('AP')) || !old.has(name));
  const reasons = touched.flatMap(({ dict }) => appearanceLoss(file, dict));
  const producer = producerOf(file);
  if (producer !== null && !metadataOf(file).includes(producer))
    reasons.push('назва програми у властивостях файлу й у метаданих XMP різна');
  return [...new Set(reasons)];
}

/** 6.5.3: an annotation has an appearance and is printed; 6.3.4: its fonts are in the file; 6.4: nothing shines through. */
function appearanceLoss(file: PdfFile, widget: PdfDict): string[] {
  const appearance = file.resolve(widget.get('AP'));
  const normal = isDict(appearance) ? file.resolve(appearance.get('N')) : null;
  const reasons = isStream(normal) ? [] : ['поле підпису не має вигляду (AP)'];
  if (typeof widget.get('F') !== 'number' || ((widget.get('F') as number) & 4) === 0) reasons.push('поле підпису не друкується');
  for (const part of partsOf(file, normal)) {
    if (part.has('SMask') || part.has('ca') || part.has('CA') || part.has('BM') || part.get('Group') !== undefined)
      reasons.push('штамп підпису напівпрозорий');
    if (part.has('BaseFont') && part.has('FontDescriptor') ? !isEmbedded(file, part) : isStandardFont(part))
      reasons.push('шрифт штампа не вбудовано у файл');
  }
  return reasons;
}

function isEmbedded(file: PdfFile, font: PdfDict): boolean {
  const descriptor = file.resolve(font.get('FontDescriptor'));
  return isDict(descriptor) && FONT_FILES.some((key) => descriptor.has(key));
}

/** A font that a reader must have of its own; composite ones name theirs among their descendants. */
const isStandardFont = (part: PdfDict): boolean => part.has('BaseFont') && !part.has('DescendantFonts') && !part.has('FontDescriptor');

/** All dictionaries that an appearance leads to. */
function* partsOf(file: PdfFile, start: PdfObject): Generator<PdfDict> {
  const seen = new Set<number>();
  const waiting: PdfObject[] = [start];
  for (let object = waiting.pop(); object !== undefined && seen.size < MAX_OBJECTS; object = waiting.pop()) {
    if (isRef(object)) {
      if (seen.has(object.number)) continue;
      seen.add(object.number);
      waiting.push(file.resolve(object));
    } else if (isArray(object)) waiting.push(...object);
    else {
      const dict = isStream(object) ? object.dict : isDict(object) ? object : null;
      if (dict === null) continue;
      yield dict;
      waiting.push(...[...dict].flatMap(([key, value]) => (key === 'Parent' || key === 'P' ? [] : [value])));
    }
  }
}

function producerOf(file: PdfFile): string | null {
  const info = file.resolve(file.trailer.get('Info'));
  const producer = isDict(info) ? file.resolve(info.get('Producer')) : null;
  return isString(producer) ? textOf(producer) : null;
}

function metadataOf(file: PdfFile): string {
  const metadata = file.resolve(file.catalog.get('Metadata'));
  return isStream(metadata) && !metadata.dict.has('Filter') ? metadata.data.toString('utf8') : '';
}
