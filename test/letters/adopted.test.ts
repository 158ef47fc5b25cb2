import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reading } from '../../pipeline/intake/reading.js';
import { decision } from '../../pipeline/kinds/decision.js';
import { kinds } from '../../pipeline/kinds/index.js';
import { adoptedDraft, signerOf } from '../../pipeline/letters/adopted.js';
import { draftJson } from '../../pipeline/letters/draft-json.js';
import { partsThatDiffer } from '../../pipeline/model/adopted-text.js';
import { day, OFFICE } from '../clauses/fixture-office.js';
import { judged, readDraft } from '../clauses/judged.js';

const HEAD = { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' };
const ADOPTION = { date: day('2021-09-14'), total: 30, present: 24, for: 23, against: 0, abstained: 1, notVoting: 0 };
const KINDS = new URL('../../fixtures/kinds/', import.meta.url);
const FIXTURES = ['decision', 'council-decision'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, KINDS), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ kind, name, bytes: readFileSync(new URL(`${kind}/${name}`, KINDS)) })),
);

describe('the JSON of a draft', () => {
  it.each(FIXTURES)('of $kind/$name is read again as the same content', async ({ kind, name, bytes }) => {
    const { draft } = await readDraft(name, bytes);
    const shape = kinds.find(({ id }) => id === kind)?.shape;
    if (shape === undefined) throw new Error(`no kind ${kind}`);
    const again = await reading(kinds, OFFICE.intake.limits).read({ name: 'd.json', bytes: draftJson(draft.content, shape) });
    expect(again.readable && again.draft.content).toEqual(draft.content);
  });
});

describe('what a meeting adopted as it was', () => {
  const fileOf = (name: string): Buffer => readFileSync(new URL(`decision/${name}`, KINDS));

  it('is the project with its id, the vote and the head for signatory, and passes all rules', async () => {
    const project = await readDraft('two-pages.json', fileOf('two-pages.json'));
    const { adoption: _, signatory: __, ...content } = project.draft.content;
    const parts = { kind: decision, id: 'project-2021-7', adoption: ADOPTION, signatory: HEAD };
    const one = adoptedDraft({ ...parts, draft: { ...project.draft, content: { ...content, stage: 'project' } } }, 'd-01');
    expect(one.name).toBe('d-01.json');
    const { draft } = await readDraft(one.name, one.bytes);
    expect(draft.content).toEqual({ ...project.draft.content, id: 'project-2021-7', adoption: ADOPTION });
    expect((await judged(one.name, one.bytes)).filter(({ severity }) => severity === 'refuse')).toEqual([]);
    expect(adoptedDraft({ ...parts, draft: project.draft }, 'd-01').bytes, 'the same bytes for the same state').toEqual(one.bytes);
  });

  it('takes the files of its annexes with it, in a ZIP that intake reads', async () => {
    const project = await readDraft('zakhysni-sporudy.zip', fileOf('zakhysni-sporudy.zip'));
    const parts = { kind: decision, id: 'z', draft: project.draft, adoption: ADOPTION, signatory: HEAD };
    const one = adoptedDraft(parts, 'd-02');
    expect(one.name).toBe('d-02.zip');
    const { draft, flaws } = await readDraft(one.name, one.bytes);
    expect(flaws).toEqual([]);
    expect(draft.attachments.map(({ name, sha256 }) => [name, sha256])).toEqual(
      project.draft.attachments.map(({ name, sha256 }) => [name, sha256]),
    );
    expect(partsThatDiffer(draft, project.draft)).toEqual([]);
  });

  it('is signed by who led the meeting as acting head, else by the head of that day', () => {
    const acting = { post: 'Секретар міської ради, виконувач обовʼязків міського голови', name: 'Оксана ПРИКЛАДНА' };
    expect(signerOf(OFFICE, day('2021-07-13'), { name: 'Оксана Прикладна' })).toEqual(acting);
    expect(signerOf(OFFICE, day('2021-07-13'), { name: 'Хтось ІНШИЙ' })).toEqual(HEAD);
    expect(signerOf(OFFICE, day('2019-01-01'), HEAD)).toBeUndefined();
  });
});

describe('two drafts of one decision', () => {
  it('differ in the parts that say it, not in visas, votes and what goes with a project', async () => {
    const { draft } = await readDraft('two-pages.json', readFileSync(new URL('decision/two-pages.json', KINDS)));
    const [first, ...others] = draft.content.operative;
    if (first === undefined) throw new Error('no points');
    const changed = { ...draft.content, operative: [{ ...first, text: 'Інше.' }, ...others], title: 'Про інше' };
    expect(partsThatDiffer(draft, { ...draft, content: changed })).toEqual(['title', 'operative']);
    expect(
      partsThatDiffer(draft, { ...draft, content: { ...draft.content, visas: [], adoption: ADOPTION, submitted: day('2021-06-01') } }),
    ).toEqual([]);
  });

  it('differ in an annex whose file has other bytes under the same name', async () => {
    const name = 'zakhysni-sporudy.zip';
    const { draft } = await readDraft(name, readFileSync(new URL(`decision/${name}`, KINDS)));
    const attachments = draft.attachments.map((file) => ({ ...file, sha256: draft.source.sha256 }));
    expect(partsThatDiffer(draft, { ...draft, attachments })).toEqual(['annexes']);
  });
});
