import { expect, it } from 'vitest';
import { kinds } from '../../pipeline/kinds/index.js';
import { type DraftContent, EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { OnRecord } from '../../pipeline/model/kind.js';
import { recordOf } from '../../pipeline/validation/on-record.js';
import { ARCHIVE } from '../clauses/fixture-archive.js';
import { JUDGES } from '../clauses/judged.js';

const NAMED = { missing: false, faults: [] };

function onRecord(kind: string, caseFiles: DraftContent['caseFiles']): Promise<OnRecord> {
  const content = { ...EMPTY_CONTENT, kind, caseFiles };
  const traits = kinds.find(({ id }) => id === kind)?.traits(content);
  if (traits === undefined) throw new Error(kind);
  return recordOf(content, traits, { archive: ARCHIVE }, JUDGES);
}

it.each(['appraisal', 'hold', 'hold-end', 'withdrawal', 'withdrawal-return', 'handover', 'succession', 'destruction'])(
  'of a case that %s names by its index all is known that is printed of it, a row a volume',
  async (kind) => {
    const { caseFiles } = await onRecord(kind, [{ ...NAMED, year: 2019, index: '02-01' }]);
    expect(caseFiles).toHaveLength(2);
    for (const [at, row] of (caseFiles ?? []).entries())
      expect(row).toMatchObject({
        ...{ year: 2019, index: '02-01', volume: at + 1, n: at + 1, category: 'permanent' },
        ...{ heading: expect.stringMatching(/\S/), term: expect.stringMatching(/^Постійно, ст\. /), sheets: expect.any(Number) },
        ...{ begun: expect.stringMatching(/^2019-/), ended: expect.stringMatching(/^2019-/) },
        inventory: { category: 'permanent', year: 2019, number: '1', date: '2024-02-20' },
      });
  },
);

it('a case of one volume has no number of a volume, and the words of a draft about it stay', async () => {
  const { caseFiles } = await onRecord('hold', [{ ...NAMED, year: 2022, index: '02-05', heading: 'Накази', note: 'у суді' }]);
  expect(caseFiles).toMatchObject([{ heading: 'Накази', note: 'у суді', volume: undefined, inventory: undefined }]);
});

it('what no nomenclature has stays as the draft says it', async () => {
  const unknown = { ...NAMED, year: 2019, index: '99-99' };
  expect((await onRecord('hold', [unknown])).caseFiles).toEqual([unknown]);
});

it('of an act of destruction the approved inventories of its years are known, and of them those of what is kept for ever', async () => {
  const cases = [2018, 2019].map((year) => ({ ...NAMED, year, index: '02-05' }));
  expect((await onRecord('destruction', cases)).permanent).toEqual([
    { category: 'permanent', year: 2019, number: '1', date: '2024-02-20', approvedBy: [expect.objectContaining({ number: '1' })] },
  ]);
});
