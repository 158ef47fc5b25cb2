import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { makeEmptyFolder, makeFolder, moveDurably, remove, syncFolder, writeDurably } from '../files/durable-files.js';
import { errorCode, fileFault } from '../files/file-faults.js';
import type { ArchiveEntry, SignedAct } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import type { AddressedCopy } from '../model/enclosure.js';
import { Fault } from '../model/fault.js';
import type { JournalLine } from '../model/journal.js';
import type { Office } from '../model/office.js';
import { accepted, type Stage } from '../model/outcome.js';
import type { ArchiveIndex, Held } from '../model/ports.js';
import { actFolder, officePath } from './office-path.js';
import { type ArchiveRecord, type RecordedFile, recordDigest, recordOf, recordText } from './record.js';
import { wordsOf } from './words.js';

export { actFolder, officePath } from './office-path.js';

/** Makes what goes with a document: files within its folder, and which of them are sent to whom. */
export type Enclosing = (signed: SignedAct) => Promise<{
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[];
  readonly copies: readonly AddressedCopy[];
}>;

/**
 * Files a signed act: the whole set is written beside the archive and made visible by one rename inside the transaction that indexes it,
 * so it is there whole or not at all. Run again it leaves one set. A folder that holds another act there is Fault `archive-collision`.
 */
export function filing(index: ArchiveIndex, office: Office, enclose: Enclosing): Stage<SignedAct, ArchiveEntry> {
  return {
    name: 'filing',
    async run(signed) {
      const { act, registration } = signed;
      const staged = join(office.folders.work, 'filing', act.drop.claim);
      const target = actFolder(office, registration);
      const enclosed = await enclose(signed);
      const files = await writeSet(staged, signed, enclosed.files);
      const recordWith = (journal: readonly JournalLine[]): ArchiveRecord => recordOf(signed, files, enclosed.copies, journal);
      const entry = entryOf(signed, officePath(office, target));
      const title = act.kind.titleOf(act.draft.content);
      await index.file(
        { registration, kind: act.kind.id, title, drop: act.drop.sha256, path: entry.path, text: wordsOf(act.draft.content) },
        { claim: act.drop.claim, who: 'regesta', drop: act.drop.sha256, detail: { record: recordDigest(recordWith([])) } },
        async (journal, held) => {
          const record = recordWith(journal);
          await writeDurably(join(staged, 'record.json'), recordText(record));
          await syncFolder(staged);
          await clearUnindexed(target, record, join(office.folders.work, 'discarded', act.drop.claim), held);
          await held();
          // Never takes the place of a folder that holds anything.
          await moveDurably(staged, target);
        },
      );
      return accepted(entry);
    },
  };
}

async function writeSet(folder: string, signed: SignedAct, enclosed: Awaited<ReturnType<Enclosing>>['files']): Promise<RecordedFile[]> {
  const { draft } = signed.act;
  await makeEmptyFolder(folder);
  const files: RecordedFile[] = [];
  const put = async (path: string, bytes: Buffer): Promise<void> => {
    await writeDurably(join(folder, path), bytes);
    files.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
  };
  await put('act.pdf', signed.signed.bytes);
  await put('act.docx', signed.docx.bytes);
  await put(`draft${extname(draft.source.name).toLowerCase()}`, draft.source.bytes);
  for (const annex of draft.content.annexes) {
    const attachment = draft.attachments.find((candidate) => candidate.name === annex.file);
    if (attachment === undefined) continue;
    await makeFolder(join(folder, 'annexes'));
    await put(`annexes/${annex.n}-${attachment.name}`, attachment.bytes);
  }
  if (draft.attachments.length > 0) await syncFolder(join(folder, 'annexes'));
  for (const { path, bytes } of enclosed) {
    if (path.includes('/')) await makeFolder(join(folder, dirname(path)));
    await put(path, bytes);
  }
  for (const inner of new Set(enclosed.map(({ path }) => dirname(path)))) if (inner !== '.') await syncFolder(join(folder, inner));
  return files;
}

/**
 * What lies in an act's place but is not in the index was never filed: a crash came between the rename and the commit. Should another have filed the act
 * between the look at it and the move, it is put back.
 */
async function clearUnindexed(target: string, record: ArchiveRecord, discarded: string, held: Held): Promise<void> {
  const found = await recordIn(target);
  if (found === undefined) return;
  const left = JSON.parse(found) as ArchiveRecord;
  if (left.drop.sha256 !== record.drop.sha256) {
    throw new Fault(
      'archive-collision',
      `${target} already holds another act; is the database older than the archive? Restore it before going on`,
    );
  }
  await makeEmptyFolder(discarded);
  await held();
  await moveDurably(target, join(discarded, 'act'));
  if ((await recordIn(join(discarded, 'act'))) !== found) {
    await moveDurably(join(discarded, 'act'), target);
    throw new Fault('lease-lost', `claim ${record.drop.claim}: another runner has filed it meanwhile`);
  }
  await remove(discarded);
}

async function recordIn(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'record.json'), 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw fileFault(folder, cause);
  }
}

function entryOf(signed: SignedAct, path: string): ArchiveEntry {
  const { act, registration } = signed;
  return {
    registration,
    kind: act.kind.id,
    title: act.kind.titleOf(act.draft.content),
    droppedBy: act.drop.droppedBy,
    warnings: act.warnings,
    source: { name: act.drop.name, sha256: act.drop.sha256 },
    path,
  };
}
