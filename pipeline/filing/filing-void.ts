import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { makeEmptyFolder, writeDurably } from '../files/durable-files.js';
import { onDisk } from '../files/file-faults.js';
import { sha256 } from '../model/digest.js';
import type { Drop } from '../model/drop.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { ArchiveIndex } from '../model/ports.js';
import { actFolder, officePath } from './office-path.js';
import { place } from './placing.js';
import { type ArchiveRecord, recordDigest } from './record.js';
import type { RegistrationNote } from './registration-note.js';

/**
 * Files what is to be kept of an act whose number was declared void before it was signed: its record, with the reason, and its draft as it was dropped.
 * Number and folder stay for ever. Run again it leaves one set.
 */
export async function fileVoid(
  index: ArchiveIndex,
  office: Office,
  drop: Drop,
  {
    registration,
    kind,
    title,
    id,
    issuer = null,
    delegated = null,
    effects = [],
    contract,
    cases = [],
    caseWork,
    projects,
    meeting,
  }: RegistrationNote,
  by: NonNullable<ArchiveRecord['void']>,
): Promise<void> {
  const staged = join(office.folders.work, 'filing', drop.claim);
  const target = actFolder(office, registration);
  const bytes = await onDisk(drop.path, () => readFile(drop.path));
  if (sha256(bytes) !== drop.sha256) throw new Fault('file-gone', `Bytes have changed since they were claimed: ${drop.path}`);
  const draft = `draft${extname(drop.name).toLowerCase()}`;
  await makeEmptyFolder(staged);
  await writeDurably(join(staged, draft), bytes);
  const { name, droppedBy, receivedAt, claim } = drop;
  const record: ArchiveRecord = {
    format: 'regesta-record-1',
    ...registration,
    ...{ kind, title, id, issuer, delegated, effects, void: by },
    drop: { name, sha256: drop.sha256, droppedBy, receivedAt, claim },
    ...(contract === undefined ? {} : { contract }),
    ...(cases.length === 0 ? {} : { cases }),
    ...(caseWork === undefined ? {} : { caseWork }),
    ...(projects === undefined ? {} : { projects }),
    ...(meeting === undefined ? {} : { meeting }),
    files: [{ path: draft, bytes: bytes.length, sha256: drop.sha256 }],
    pdf: { runs: [], revisions: [] },
    warnings: [],
    journal: [],
  };
  await index.file(
    { registration, kind, title, drop: drop.sha256, path: officePath(office, target), text: '' },
    { claim, who: 'regesta', drop: drop.sha256, detail: { record: recordDigest(record), void: true } },
    (journal, held) => place(staged, target, { ...record, journal }, join(office.folders.work, 'discarded', claim), held),
  );
}
