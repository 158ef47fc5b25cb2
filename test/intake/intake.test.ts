import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { intake } from '../../pipeline/intake/intake.js';
import { reading } from '../../pipeline/intake/reading.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Drop } from '../../pipeline/model/drop.js';
import { KINDS, LIMITS } from './sample.js';
import { temporaryFolder } from './temp-folder.js';

const { stage, isWhole } = intake(reading(KINDS, LIMITS), LIMITS);

async function lying(bytes = '{"kind":"decision","title":5}') {
  const root = await temporaryFolder();
  const path = join(root, 'a.json');
  await writeFile(path, bytes);
  const drop: Drop = { claim: '1', path, name: 'a.json', droppedBy: null, receivedAt: '2021-01-19T08:00:00.000Z', sha256: sha256(bytes) };
  return { root, path, drop };
}

const rulesOf = async (drop: Drop) => {
  const outcome = await stage.run(drop);
  return outcome.ok ? [] : outcome.findings.map(({ rule, file }) => `${file} ${rule}`);
};

describe('intake of a claimed drop', () => {
  it('gives its draft with the flaws of its form, which the rules come beside', async () => {
    const { drop } = await lying();
    const outcome = await stage.run(drop);
    expect(outcome).toMatchObject({
      ok: true,
      value: { drop, draft: { content: { kind: 'decision' } }, flaws: [{ rule: 'T-type', at: { line: 1, column: 28 } }] },
    });
  });

  it('refuses a folder, a link and a file past the limit without opening them', async () => {
    const { root, drop, path } = await lying();
    await mkdir(join(root, 'folder'));
    await symlink(path, join(root, 'link.json'));
    expect(await rulesOf({ ...drop, path: join(root, 'folder'), name: 'тека' })).toEqual(['тека T-folder']);
    expect(await rulesOf({ ...drop, path: join(root, 'link.json'), name: 'link.json' })).toEqual(['link.json T-link']);
    const small = { ...LIMITS, fileBytes: 10 };
    expect(await intake(reading(KINDS, small), small).stage.run(drop)).toMatchObject({ ok: false, findings: [{ rule: 'T-size' }] });
  });

  it('faults, and does not judge, where the bytes are gone or not those that were claimed', async () => {
    const { root, drop } = await lying();
    await expect(stage.run({ ...drop, sha256: sha256('інші') })).rejects.toMatchObject({ code: 'file-gone' });
    await expect(stage.run({ ...drop, path: join(root, 'gone.json') })).rejects.toMatchObject({ code: 'file-gone' });
  });

  it('holds for whole what cannot be read or is wrong, and for broken only what breaks off', async () => {
    const { root, path } = await lying('{"kind":');
    const arrival = { droppedBy: null, form: 'file' } as const;
    expect(await isWhole({ ...arrival, path, name: 'a.json' })).toBe(false);
    expect(await isWhole({ ...arrival, path, name: 'a.docx' })).toBe(true);
    expect(await isWhole({ ...arrival, path: join(root, 'gone.json'), name: 'gone.json' })).toBe(true);
    await symlink(path, join(root, 'link.json'));
    expect(await isWhole({ ...arrival, path: join(root, 'link.json'), name: 'link.json' })).toBe(true);
  });
});
