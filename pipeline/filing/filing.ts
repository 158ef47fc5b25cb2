import { dirname, extname, join } from 'node:path';
import { makeEmptyFolder, makeFolder, syncFolder, writeDurably } from '../files/durable-files.js';
import type { ArchiveEntry, SignedAct } from '../model/act.js';
import type { MeasuredSheets } from '../model/case-files.js';
import { sha256 } from '../model/digest.js';
import type { AddressedCopy } from '../model/enclosure.js';
import type { JournalLine } from '../model/journal.js';
import type { Office } from '../model/office.js';
import { accepted, type Stage } from '../model/outcome.js';
import type { ArchiveIndex } from '../model/ports.js';
import { actFolder, officePath } from './office-path.js';
import { place } from './placing.js';
import { type ArchiveRecord, type RecordedFile, recordDigest, recordOf } from './record.js';
import { wordsOf } from './words.js';

export { actFolder, officePath } from './office-path.js';

/** Makes what goes with a document: files within its folder, and which of them are sent to whom; and measures the whole. */
export type Enclosing = (signed: SignedAct) => Promise<{
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[];
  readonly copies: readonly AddressedCopy[];
  /** Of all that is filed of the document itself. */
  readonly sheets: MeasuredSheets;
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
      const recordWith = (journal: readonly JournalLine[]): ArchiveRecord => recordOf(signed, files, enclosed, journal);
      const entry = entryOf(signed, officePath(office, target));
      const title = act.kind.titleOf(act.draft.content);
      await index.file(
        {
          registration,
          kind: act.kind.id,
          title,
          drop: act.drop.sha256,
          path: entry.path,
          text: wordsOf(act.draft.content),
          sheets: enclosed.sheets,
        },
        { claim: act.drop.claim, who: 'regesta', drop: act.drop.sha256, detail: { record: recordDigest(recordWith([])) } },
        (journal, held) => place(staged, target, recordWith(journal), join(office.folders.work, 'discarded', act.drop.claim), held),
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
  if (draft.content.annexes.some(({ file }) => file !== undefined)) await syncFolder(join(folder, 'annexes'));
  const original = draft.attachments.find(({ name }) => name === draft.content.original?.file);
  if (original !== undefined) {
    await makeFolder(join(folder, 'original'));
    await put(`original/${original.name}`, original.bytes);
    await syncFolder(join(folder, 'original'));
  }
  for (const { path, bytes } of enclosed) {
    if (path.includes('/')) await makeFolder(join(folder, dirname(path)));
    await put(path, bytes);
  }
  for (const inner of new Set(enclosed.map(({ path }) => dirname(path)))) if (inner !== '.') await syncFolder(join(folder, inner));
  return files;
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
