import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Copied, copyOffice, finishBackup } from '../filing/backup.js';
import { officePath } from '../filing/filing.js';
import type { Verdict } from '../filing/verify-archive.js';
import type { Office } from '../model/office.js';
import type { RegisterRow, Store } from '../model/ports.js';
import { openStore } from '../store/store.js';
import { syncFile } from '../store/swap-database.js';
import { systemClock } from './clock.js';
import { readOffice } from './office-here.js';
import { openOfficeStore, verifyOffice } from './opened-office.js';

/** What became of a backup. */
export interface BackedUp extends Omit<Copied, 'copy'> {
  readonly to: string;
  /** Of the copy; null where it has no database to verify by. */
  readonly verdict: Verdict | null;
  /** What the operator should know: the copy is there all the same. */
  readonly remarks: readonly string[];
}

/** Copies an office, which may run meanwhile, and verifies the copy. Faults as `copyOffice`, and those of the store. */
export async function backUpOffice(directory: string, to: string): Promise<BackedUp> {
  const office = await readOffice(directory);
  const target = resolve(to);
  const store = await openOfficeStore(office);
  const copied = await copyOffice(office, target, store).finally(() => store.close());
  const verdict = copied.hasDatabase ? await verifyCopy(office, copied) : null;
  await finishBackup(office, copied);
  const { copy, ...facts } = copied;
  return { ...facts, to: target, verdict, remarks: await remarksOn(office.root, copied) };
}

async function verifyCopy(office: Office, { copy }: Copied): Promise<Verdict> {
  await syncFile(copy.database);
  const archive = officePath(copy, copy.folders.archive);
  const store = await openStore({ database: copy.database, clock: systemClock, archive, office: copy.id });
  try {
    return await verifyOffice(copy, moved(store, officePath(office, office.folders.archive), archive));
  } finally {
    await store.close();
  }
}

/** The register of a copy whose archive lies elsewhere within it than the office's did: only what it says of places is another. */
function moved(store: Store, from: string, to: string): Store {
  if (from === to) return store;
  const { register } = store;
  const placed = (path: string): string => `${to}${path.slice(from.length)}`;
  const place = (row: RegisterRow): RegisterRow => ({ ...row, path: placed(row.path) });
  return {
    ...store,
    register: {
      ...register,
      list: async (filter) => (await register.list(filter)).map(place),
      async byDrop(drop) {
        const row = await register.byDrop(drop);
        return row && place(row);
      },
      async pathsByDrop() {
        return new Map([...(await register.pathsByDrop())].map(([drop, path]) => [drop, placed(path)]));
      },
    },
  };
}

async function remarksOn(root: string, { copy, hasDatabase, leftOut }: Copied): Promise<string[]> {
  const remarks = leftOut.map((path) => `not copied, for it is no file: ${path}`);
  if ((await stat(root)).dev === (await stat(copy.root)).dev)
    remarks.push('the copy lies on the same disk as the office: it does not survive that disk; copy it on');
  if (!hasDatabase)
    remarks.push('the register lies on a server: back it up there (pg_dump), or make it again from this copy: regesta rebuild');
  const outside = copy.signing.keys
    .flatMap((key) => ['p12' in key ? key.p12 : key.certificates, key.passwordFile])
    .filter((path) => path !== undefined && !path.startsWith(`${root}/`));
  if (outside.length > 0) remarks.push(`keys outside the office are not copied: ${outside.join(', ')}`);
  return remarks;
}
