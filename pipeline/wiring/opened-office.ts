import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, fileFault } from '../files/file-faults.js';
import { officePath } from '../filing/filing.js';
import type { ArchiveRecord } from '../filing/record.js';
import { type Verdict, verifyArchive } from '../filing/verify-archive.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { RegisterRow, RunnerIdentity, Store } from '../model/ports.js';
import { openStore } from '../store/store.js';
import { systemClock } from './clock.js';
import { readOffice } from './office-here.js';

/** An office whose settings are read and whose index is open. */
export interface OpenedOffice {
  readonly office: Office;
  readonly store: Store;
  /** The record of an act in the archive; undefined for one that is not filed yet. */
  readRecord(row: RegisterRow): Promise<ArchiveRecord | undefined>;
  /** Verifies the whole archive; `trust` (paths of PEM files) stands in for `signing.trust`. */
  verify(trust?: readonly string[]): Promise<Verdict>;
  close(): Promise<void>;
}

/** Opens an office for reading its registers and archive. */
export async function openOffice(directory: string): Promise<OpenedOffice> {
  const office = await readOffice(directory);
  const store = await openOfficeStore(office);
  return {
    office,
    store,
    readRecord: (row) => readRecord(office, row),
    verify: (trust) => verifyOffice(office, store, trust),
    close: () => store.close(),
  };
}

/** Verifies the whole archive of an office; `trust` (paths of PEM files) stands in for `signing.trust`. */
export async function verifyOffice(office: Office, store: Store, trust: readonly string[] = office.signing.trust): Promise<Verdict> {
  const { verifyPdf } = await import('../signing/signing.js');
  const roots = await readRoots(trust);
  return verifyArchive(office, store, (bytes, file) => verifyPdf(bytes, { trust: roots, file }));
}

/** The index of an office; `runner` if claims are to be taken by it. */
export function openOfficeStore(office: Office, runner?: RunnerIdentity): Promise<Store> {
  const archive = officePath(office, office.folders.archive);
  return openStore({ database: office.database, clock: systemClock, archive, office: office.id, runner });
}

/** The record beside an act, if it is filed in this folder. */
export async function readRecord(office: Office, row: RegisterRow): Promise<ArchiveRecord | undefined> {
  if (row.office !== office.id) return undefined;
  try {
    return JSON.parse(await readFile(join(office.root, row.path, 'record.json'), 'utf8')) as ArchiveRecord;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw fileFault(join(office.root, row.path), cause);
  }
}

/** Judges the signatures of one PDF; without roots nothing is said of trust. */
export async function verifyOneFile(path: string, trust: readonly string[] | undefined): Promise<Verdict> {
  const { verifyPdf } = await import('../signing/signing.js');
  const roots = trust === undefined ? {} : { trust: await readRoots(trust) };
  const { signatures, problems } = verifyPdf(await readFile(path), { file: path, ...roots });
  const untrusted = signatures
    .filter((signature) => signature.trusted === false)
    .map((signature) => ({ code: 'signature-untrusted', path, message: `${signature.signer}: no chain to a trusted certificate` }));
  const all = [...problems, ...untrusted];
  return { valid: all.length === 0, problems: all, signatures };
}

/** DER of certificates that settings name. */
export async function readRoots(paths: readonly string[]): Promise<Buffer[]> {
  return Promise.all(
    paths.map(async (path) => {
      try {
        return new X509Certificate(await readFile(path)).raw;
      } catch (cause) {
        throw new Fault('office-settings', `${path}: not a certificate that can be read (signing.trust or --trust)`, { cause });
      }
    }),
  );
}
