import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { makeOffice } from '../../pipeline/wiring/making.js';

/** Folders of offices on one PostgreSQL register, all new. */
export interface ManyOffices {
  readonly roots: readonly string[];
  readonly db: Knex;
  remove(): Promise<void>;
}

export async function manyOffices(server: string, count: number): Promise<ManyOffices> {
  const schema = `many_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.searchParams.set('options', `-csearch_path=${schema}`);
  const db = knex({ client: 'pg', connection: { connectionString: url.href } });
  await db.raw('CREATE SCHEMA ??', [schema]);
  const home = await mkdtemp(join(tmpdir(), 'regesta-many-'));
  const roots: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const root = await makeOffice(join(home, `folder-${n}`), true);
    const file = join(root, 'office.yaml');
    const settings = (await readFile(file, 'utf8')).replace('settle: 2s', 'settle: 20ms');
    await writeFile(file, `${settings.replace('database: regesta.sqlite', `database: ${url.href}`)}id: folder-${n}\n`);
    await rm(join(root, 'regesta.sqlite'));
    roots.push(root);
  }
  return {
    roots,
    db,
    async remove() {
      await db.raw('DROP SCHEMA ?? CASCADE', [schema]);
      await db.destroy();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The two-page decision under another title and id. */
export async function manyDrafts(count: number): Promise<string[]> {
  const draft = JSON.parse(await readFile('fixtures/kinds/decision/two-pages.json', 'utf8')) as { readonly title: string };
  return Array.from({ length: count }, (_, n) => JSON.stringify({ ...draft, id: `many-${n}`, title: `${draft.title}, частина ${n + 1}` }));
}
