import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../pipeline/comparison/comparison.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { ReadDraft } from '../../pipeline/model/draft.js';
import type { Drop } from '../../pipeline/model/drop.js';
import { type Finding, type Remark, ruleId } from '../../pipeline/model/finding.js';
import type { Rule } from '../../pipeline/model/rule.js';
import { findings, validation } from '../../pipeline/validation/validation.js';
import { ARCHIVE } from '../clauses/fixture-archive.js';
import { draftOf, OFFICE, REGISTER } from '../clauses/fixture-office.js';
import { PROJECTS } from '../clauses/fixture-projects.js';
import { JUDGES, judged, readDraft, WORLD } from '../clauses/judged.js';

const fixture = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)));

const SOUND = 'clauses/5.6-title/pass-one-sentence.json';

/** The sound draft with some of it changed. */
function changed(change: (draft: Record<string, unknown>) => void): Buffer {
  const draft = JSON.parse(fixture(SOUND).toString('utf8')) as Record<string, unknown>;
  change(draft);
  return Buffer.from(JSON.stringify(draft, null, 2));
}

const stage = validation({
  ...JUDGES,
  office: OFFICE,
  register: REGISTER,
  draftOf,
  archive: ARCHIVE,
  projects: PROJECTS,
  compare: compareTexts,
  measure: WORLD.trial?.measure ?? (() => Promise.reject(new Error())),
  measureOriginal: () => Promise.reject(new Error()),
});

async function dropped(name: string, bytes: Buffer): Promise<ReadDraft> {
  const drop: Drop = { claim: '1', path: '/work', name, droppedBy: null, receivedAt: '2026-01-15T10:00:00Z', sha256: sha256(bytes) };
  return { ...(await readDraft(name, bytes)), drop };
}

function ruleThat(check: () => Iterable<Remark>): Rule {
  return { id: ruleId('9.9-test'), clause: '9.9', severity: 'refuse', needs: 'draft', appliesTo: () => true, check };
}

describe('the validation stage', () => {
  it('gives an act with its date, traits and measured trial for a sound draft', async () => {
    const outcome = await stage.run(await dropped('draft.json', fixture(SOUND)));
    expect(outcome).toMatchObject({ ok: true, value: { date: '2021-09-14', traits: { collegial: true }, warnings: [] } });
    expect(outcome.ok && outcome.value.trial.runs).toEqual([
      { annex: null, pages: 1 },
      { annex: 1, pages: 1 },
    ]);
  });

  it("lets the regulation's own decision № 27 pass with its words unchanged, and warns of what a clerk should know", async () => {
    const outcome = await stage.run(await dropped('01-reglament.xml', fixture('samples/01-reglament.xml')));
    expect(outcome.ok).toBe(true);
    const rules = outcome.ok ? outcome.warnings.map(({ rule, severity }) => `${severity} ${rule}`) : [];
    expect(rules).toEqual(['warn T-roman', 'warn 5.6-sectoral-norm', 'warn T-roman', 'warn 5.11-target-older', 'warn 6.4-earlier']);
  });

  it('keeps the warnings with the act they do not refuse', async () => {
    const outcome = await stage.run(
      await dropped(
        'draft.json',
        changed((draft) => (draft['title'] = 'Підготовка до зими')),
      ),
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { warnings: [{ rule: '5.6-title-beginning' }] },
      warnings: [{ rule: '5.6-title-beginning' }],
    });
  });

  it('refuses with everything that is wrong at once, in order of place', async () => {
    const bytes = changed((draft) => {
      draft['title'] = 'Про підготовку до зими.';
      draft['operative'] = [
        { n: '1', text: 'Затвердити план 漢.' },
        { n: '3', text: 'Контроль за виконанням рішення покласти на міського голову.' },
      ];
      draft['annexes'] = [];
      draft['adoption'] = { date: '2021-09-14', total: 30, present: 24, for: 12, against: 12, abstained: 0 };
      draft['colour'] = 'green';
    });
    const outcome = await stage.run(await dropped('draft.json', bytes));
    expect(outcome.ok).toBe(false);
    const found = outcome.ok ? [] : outcome.findings;
    expect(found.map(({ rule }) => rule)).toEqual(['5.6-title', 'T-glyph', '5.6-numbering', '5.6-control', '6.1-majority', 'T-unknown']);
    const lines = found.map(({ at }) => at.line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  it('gives the same words for the same bytes', async () => {
    const bytes = changed((draft) => delete draft['signatory']);
    const [one, other] = [await stage.run(await dropped('draft.json', bytes)), await stage.run(await dropped('draft.json', bytes))];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('lays the trial out under the next number of the series', async () => {
    const asked: string[] = [];
    const measured = validation({
      ...JUDGES,
      office: OFFICE,
      register: REGISTER,
      draftOf,
      archive: ARCHIVE,
      projects: PROJECTS,
      compare: compareTexts,
      measure: (view) => {
        asked.push(`${view.number} ${view.date}`);
        return WORLD.trial?.measure(view) ?? Promise.reject(new Error());
      },
      measureOriginal: () => Promise.reject(new Error()),
    });
    await measured.run(await dropped('draft.json', fixture(SOUND)));
    expect(asked).toEqual(['№ 40 14.09.2021']);
  });
});

describe('judging a draft', () => {
  it('measures a draft that has nothing but its kind, and says all that it lacks', async () => {
    const found = await judged('draft.json', Buffer.from('{"kind":"decision"}'));
    expect(found.map(({ rule }) => rule)).toEqual([
      '5.10-visas',
      '5.6-operative',
      '5.6-stating',
      '5.6-title',
      '6.1-adoption',
      '6.3-signatory',
    ]);
  });

  it('measures glyphs though the draft has no date', async () => {
    const found = await judged(
      'draft.json',
      changed((draft) => {
        draft['title'] = 'Про 漢';
        delete draft['adoption'];
      }),
    );
    expect(found.map(({ rule }) => rule)).toEqual(['6.1-adoption', 'T-glyph']);
  });

  it('leaves out what a flaw of reading already says of a place', async () => {
    const found = await judged(
      'draft.json',
      changed((draft) => (draft['adoption'] = { date: 'торік', total: 30, present: 24, for: '23', abstained: 1 })),
    );
    expect(found.map(({ rule, at }) => `${rule} ${at.pointer}`)).toEqual(['T-date /adoption/date', 'T-type /adoption/for']);
  });

  it('names the rule that throws, and lets its cause through', async () => {
    const cause = new TypeError('broken');
    const broken = ruleThat(() => {
      throw cause;
    });
    const running = findings({ ...JUDGES, rules: [broken] }, await readDraft('draft.json', fixture(SOUND)), WORLD);
    await expect(running).rejects.toMatchObject({ message: expect.stringContaining('9.9-test'), cause });
  });

  it('gives every finding its file, clause, severity and place', async () => {
    const rule = ruleThat(() => [{ at: '/operative/1/points/0/text', message: 'Зауваження', hint: 'Порада' }]);
    const { findings: found } = await findings({ ...JUDGES, rules: [rule] }, await readDraft('draft.json', fixture(SOUND)), WORLD);
    expect(found).toEqual([
      {
        file: 'draft.json',
        rule: ruleId('9.9-test'),
        clause: '9.9',
        severity: 'refuse',
        message: 'Зауваження',
        expected: null,
        hint: 'Порада',
        at: { pointer: '/operative/1/points/0/text', line: 35, column: expect.any(Number), point: '2.1' },
      } satisfies Finding,
    ]);
  });

  it('leaves out and names the rules that need an office, a register or a trial which is not there', async () => {
    const read = await readDraft('draft.json', fixture(SOUND));
    const traits = JUDGES.kinds.find(({ id }) => id === read.draft.content.kind)?.traits(read.draft.content);
    if (traits === undefined) throw new Error('a draft of no kind');
    const bare = await findings(JUDGES, read);
    const needs = (...kinds: readonly Rule['needs'][]) =>
      JUDGES.rules.filter((rule) => kinds.includes(rule.needs) && rule.appliesTo(traits)).map(({ id }) => id);
    expect([...bare.leftOut].sort()).toEqual(needs('office', 'register', 'trial').sort());
    const withOffice = await findings(JUDGES, read, { office: OFFICE });
    expect([...withOffice.leftOut].sort()).toEqual(needs('register', 'trial').sort());
    const whole = await findings(JUDGES, read, WORLD);
    expect(whole.leftOut).toEqual([]);
  });

  it("judges by the office's own norms", async () => {
    const office = { ...OFFICE, norms: { titleLength: 20, actPages: 0 } };
    const found = await judged('draft.json', fixture(SOUND), { ...WORLD, office });
    expect(found.map(({ rule }) => rule)).toEqual(['5.6-title-length', '5.7-length']);
  });

  it("takes today from the office's time zone", async () => {
    const bytes = changed((draft) => (draft['adoption'] = { ...(draft['adoption'] as object), date: '2026-01-16' }));
    const read = await readDraft('draft.json', bytes);
    const rulesAt = async (instant: string): Promise<string[]> => {
      const { findings: found } = await findings({ ...JUDGES, clock: { now: () => new Date(instant) } }, read, WORLD);
      return found.map(({ rule }) => rule);
    };
    expect(await rulesAt('2026-01-15T21:59:00Z')).toContain('6.4-future');
    expect(await rulesAt('2026-01-15T22:01:00Z')).not.toContain('6.4-future');
  });
});

describe('a secret draft', () => {
  const SECRET = changed((draft) => {
    draft['access'] = 'restricted';
    draft['title'] = 'Про мoбілізацію'; // Latin o
    draft['codeword'] = 'ЛЕЛЕКА';
  });

  it('is told only that it is one', async () => {
    const found = await judged('draft.json', SECRET);
    expect(found.map(({ rule }) => rule)).toEqual(['15-secrecy']);
    expect(JSON.stringify(found)).not.toMatch(/мoбілізацію|ЛЕЛЕКА|codeword|restricted/u);
  });

  it('is never laid out', async () => {
    const measure = () => Promise.reject(new Error('laid out'));
    await expect(judged('draft.json', SECRET, { ...WORLD, trial: { office: OFFICE, measure } })).resolves.toHaveLength(1);
  });

  it.each([
    ['ТАЄМНО', true],
    ['«Цілком таємно»', true],
    ['Т А Є М Н О', true],
    ['Для службового користування. Прим. № 2', true],
    ['Гриф: таємно', true],
    ['Голосування проводиться таємно.', false],
    ['Документи з грифом «Таємно» не розглядаються', false],
    ['Таємно;', false],
  ])('a line «%s» is a mark: %s', async (line, isMark) => {
    const found = await judged(
      'draft.json',
      changed((draft) => (draft['stating'] as { text: string[] }).text.unshift(line)),
    );
    expect(found.some(({ clause }) => clause === '15')).toBe(isMark);
  });
});
