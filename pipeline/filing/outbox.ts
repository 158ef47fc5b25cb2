import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyDurably, makeEmptyFolder, makeFolder, moveDurably, remove, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, fileFault, onDisk } from '../files/file-faults.js';
import { sha256 } from '../model/digest.js';
import type { Office } from '../model/office.js';
import type { ReportPrinter } from '../model/report.js';
import { copyName } from './copy-name.js';
import { actFolder } from './filing.js';
import type { ArchiveRecord } from './record.js';

/**
 * Brings a filed act back to who dropped it: `outbox/[<clerk>/]<series>-<year>-<number>/` with act.pdf, act.docx and, where there are
 * warnings, the report. Copies from the archive, so it may be run again at any time; what lies there already is left alone.
 */
export async function deliver(
  office: Office,
  at: { readonly series: string; readonly year: number; readonly number: string },
  print: ReportPrinter,
): Promise<void> {
  const folder = actFolder(office, at);
  const record = JSON.parse(await onDisk(folder, () => readFile(join(folder, 'record.json'), 'utf8'))) as ArchiveRecord;
  // Of a number that was declared void, and of what was destroyed, there is nothing to bring back.
  if (record.void !== undefined || record.destroyed !== undefined) return;
  const target = deliveredFolder(office, record);
  if (await isDelivered(target, record)) return;
  const staged = join(office.folders.work, 'outbox', record.drop.claim);
  await makeEmptyFolder(staged);
  const forPeople = record.files.map(({ path }) => path).filter((path) => isForPeople(path, record));
  const folders = new Set(forPeople.map(dirname).filter((inner) => inner !== '.'));
  for (const inner of folders) await makeFolder(join(staged, inner));
  for (const path of forPeople) await copyDurably(join(folder, path), join(staged, path));
  for (const inner of folders) await syncFolder(join(staged, inner));
  await copyForAddressees(folder, staged, record.copies ?? []);
  if (record.warnings.length > 0) {
    const { name, sha256, receivedAt, droppedBy } = record.drop;
    const report = print({
      name,
      sha256,
      receivedAt,
      droppedBy,
      verdict: 'accepted',
      findings: record.warnings,
      act: { ...at, date: record.date },
    });
    await writeDurably(join(staged, 'report.html'), report.html);
    await writeDurably(join(staged, 'report.json'), report.json);
  }
  await syncFolder(staged);
  await remove(target);
  await moveDurably(staged, target);
}

/** Where a filed act is brought back to. */
export function deliveredFolder(office: Office, { series, year, number, drop }: ArchiveRecord): string {
  return join(trayOf(office, drop.droppedBy), `${series}-${year}-${number.replaceAll('/', '-')}`);
}

/**
 * The document and the sheets that go with it, those of the volumes of a case, what goes with the agenda of a meeting, copies that are nobody's but numbered; its source and its annexes' files the
 * clerk has. Copies for addressees are brought under their names.
 */
function isForPeople(path: string, { copies = [] }: ArchiveRecord): boolean {
  if (!path.includes('/')) return !path.startsWith('draft.');
  return (
    path.startsWith('volumes/') || path.startsWith('pack/') || (path.startsWith('copies/') && copies.every(({ file }) => file !== path))
  );
}

async function copyForAddressees(folder: string, staged: string, copies: NonNullable<ArchiveRecord['copies']>): Promise<void> {
  if (copies.length === 0) return;
  const target = join(staged, 'copies');
  await makeFolder(target);
  for (const [index, { to, file }] of copies.entries()) await copyDurably(join(folder, file), join(target, copyName(index, to)));
  await syncFolder(target);
}

/** Whether this very act lies in its place. It comes there by one rename, and so whole. */
async function isDelivered(target: string, { files }: ArchiveRecord): Promise<boolean> {
  const path = join(target, 'act.pdf');
  const pdf = await readFile(path).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw fileFault(path, cause);
  });
  return pdf !== undefined && sha256(pdf) === files.find((file) => file.path === 'act.pdf')?.sha256;
}

/** Where the results of a clerk go back to; null is the inbox itself. */
export function trayOf(office: Office, droppedBy: string | null): string {
  return droppedBy === null ? office.folders.outbox : join(office.folders.outbox, droppedBy);
}
