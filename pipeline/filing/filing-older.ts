import { join } from 'node:path';
import { makeEmptyFolder, remove } from '../files/durable-files.js';
import type { Office } from '../model/office.js';
import type { ArchiveIndex, OlderAct } from '../model/ports.js';
import type { Registration } from '../model/registration.js';
import { actFolder } from './office-path.js';
import { place } from './placing.js';
import { type ArchiveRecord, recordDigest } from './record.js';

/** Enters an older act, with a folder that holds its record alone, so that a rebuild knows it; nothing if the register has its number. Run again it leaves one. */
export async function fileOlder(
  index: ArchiveIndex,
  office: Office,
  act: OlderAct,
  imported: NonNullable<ArchiveRecord['imported']>,
): Promise<void> {
  const { kind, title, issuer, drop } = act;
  const recordOf = (registration: Registration): ArchiveRecord => ({
    format: 'regesta-record-1',
    ...registration,
    ...{ kind, title, id: null, issuer, delegated: null, effects: [], imported },
    drop: { name: imported.file, sha256: drop, droppedBy: null, receivedAt: registration.registeredAt, claim: '' },
    files: [],
    pdf: { runs: [], revisions: [] },
    warnings: [],
    journal: [],
  });
  const staged = join(office.folders.work, 'importing', drop);
  await index.enter(
    act,
    { who: 'operator' },
    (registration) => ({ record: recordDigest(recordOf(registration)), file: imported.sha256, line: imported.line }),
    async (registration, line, held) => {
      await makeEmptyFolder(staged);
      const record = { ...recordOf(registration), journal: [line] };
      await place(staged, actFolder(office, registration), record, join(office.folders.work, 'discarded', drop), held);
    },
  );
  await remove(join(office.folders.work, 'importing'));
}
