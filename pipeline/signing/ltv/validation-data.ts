import { decodeStream } from '../../pdf/filters.js';
import { IncrementalUpdate } from '../../pdf/incremental-update.js';
import { dict, isArray, isDict, isStream, name, type PdfDict, type PdfObject, stream } from '../../pdf/objects.js';
import type { PdfFile } from '../../pdf/pdf-file.js';
import { type Certificate, readCertificate } from '../certificate.js';
import { DerError } from '../der.js';

/** What a file carries for those who verify it later (ETSI EN 319 142-1, 5.4.2): certificates, OCSP responses and CRLs, as DER. */
export interface ValidationData {
  readonly certificates: readonly Buffer[];
  readonly ocsps: readonly Buffer[];
  readonly crls: readonly Buffer[];
}

export const NO_DATA: ValidationData = { certificates: [], ocsps: [], crls: [] };

/** Keys of /DSS. */
const KEYS = { certificates: 'Certs', ocsps: 'OCSPs', crls: 'CRLs' } as const satisfies Record<keyof ValidationData, string>;
/** Level 5 of ETSI's extensions of PDF 1.7 brought /DSS and document time stamps. */
const ESIC = dict({ BaseVersion: name('1.7'), ExtensionLevel: 5 });
const MAX_ITEMS = 1000;

/** The validation data of a file; what cannot be read there is left out, for it proves nothing. */
export function readValidationData(file: PdfFile): ValidationData {
  const found = file.resolve(file.catalog.get('DSS'));
  if (!isDict(found)) return NO_DATA;
  const read = (key: string): Buffer[] =>
    listIn(file, found, key).flatMap((item) => {
      const value = file.resolve(item);
      return isStream(value) ? [decodeStream(value)] : [];
    });
  return { certificates: read(KEYS.certificates), ocsps: read(KEYS.ocsps), crls: read(KEYS.crls) };
}

/** The certificates of validation data that are ones. */
export function certificatesOf({ certificates }: ValidationData): Certificate[] {
  return certificates.flatMap((bytes) => {
    try {
      return [readCertificate(bytes)];
    } catch (error) {
      if (error instanceof DerError) return [];
      throw error;
    }
  });
}

/** Appends an update that adds to a file's validation data what it does not have; null if it has it all. */
export function appendValidationData(file: PdfFile, data: ValidationData): Buffer | null {
  const present = readValidationData(file);
  const update = new IncrementalUpdate(file);
  const old = file.resolve(file.catalog.get('DSS'));
  const dss = new Map<string, PdfObject>(isDict(old) ? old : dict({ Type: name('DSS') }));
  let added = 0;
  for (const [kind, key] of Object.entries(KEYS) as [keyof ValidationData, string][]) {
    const known = new Set(present[kind].map((bytes) => bytes.toString('base64')));
    const fresh = [...new Map(data[kind].map((bytes) => [bytes.toString('base64'), bytes]))].filter(([text]) => !known.has(text));
    if (fresh.length === 0) continue;
    added += fresh.length;
    dss.set(key, [...(isDict(old) ? listIn(file, old, key) : []), ...fresh.map(([, bytes]) => update.add(stream(new Map(), bytes)))]);
  }
  if (added === 0) return null;
  const { catalog } = file;
  const extensions = file.resolve(catalog.get('Extensions'));
  const declared: PdfDict = new Map([['ESIC', ESIC], ...(isDict(extensions) ? extensions : [])]);
  update.put(file.rootRef, new Map([...catalog, ...dict({ Extensions: declared, DSS: update.add(dss) })]));
  return update.build().bytes;
}

function listIn(file: PdfFile, dss: PdfDict, key: string): readonly PdfObject[] {
  const list = file.resolve(dss.get(key));
  return isArray(list) ? list.slice(0, MAX_ITEMS) : [];
}
