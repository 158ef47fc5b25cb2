import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Office } from '../../pipeline/model/office.js';
import { testDatabasePlace, testFolders } from '../../pipeline/office/self-test.js';

async function officeWith(folders: Partial<Office['folders']> = {}): Promise<Pick<Office, 'clerks' | 'folders'>> {
  const root = await mkdtemp(join(tmpdir(), 'regesta-self-test-'));
  const at = (name: string): string => join(root, name);
  const own = {
    inbox: at('inbox'),
    work: at('work'),
    refused: at('refused'),
    outbox: at('outbox'),
    archive: at('archive'),
    templates: at('templates'),
  };
  return { clerks: ['олена'], folders: { ...own, ...folders } };
}

describe('the self-test before anything is taken', () => {
  test('makes the folders, the clerks’ too', async () => {
    await expect(testFolders(await officeWith())).resolves.toBeUndefined();
  });

  test('names what stands where a folder should be', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'regesta-file-')), 'refused');
    await writeFile(file, '');
    await expect(testFolders(await officeWith({ refused: file }))).rejects.toMatchObject({
      code: 'folder-access',
      message: expect.stringContaining(file) as string,
    });
  });

  test('names the folder that lies on another file system', async () => {
    const elsewhere = join(await mkdtemp(join(tmpdir(), 'regesta-link-')), 'archive');
    await symlink('/dev/shm', elsewhere);
    await expect(testFolders(await officeWith({ archive: elsewhere }))).rejects.toMatchObject({
      code: 'office-split',
      message: expect.stringContaining(elsewhere) as string,
    });
  });

  test('refuses an SQLite index on a network drive and says which', async () => {
    await expect(testDatabasePlace('/mnt/office/regesta.sqlite', async () => 0x6969)).rejects.toMatchObject({
      code: 'office-split',
      message: expect.stringContaining('NFS') as string,
    });
    await expect(testDatabasePlace('/srv/regesta.sqlite', async () => 0xef53)).resolves.toBeUndefined();
  });
});
