import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadOutcome, reading } from '../../pipeline/intake/reading.js';
import { actShape } from '../../pipeline/kinds/act-shape.js';
import { kinds } from '../../pipeline/kinds/index.js';
import type { Finding } from '../../pipeline/model/finding.js';
import { DEFAULT_LIMITS } from '../../pipeline/office/default-limits.js';
import { xmlOf } from '../../pipeline/skeleton/draft-xml.js';
import { findings } from '../../pipeline/validation/validation.js';
import { openOffice } from '../../pipeline/wiring/opened-office.js';
import { JUDGES, WORLD } from '../clauses/judged.js';
import { registerOf, runOnce, tempOffice } from '../scenarios/temp-office.js';
import { damageArbitrary, draftArbitrary } from './draft-arbitrary.js';
import { recordingLog } from './dropping.js';

/** `npm run fuzz` makes many times more, from a new seed each time; a failure prints the seed to see it again. */
const times = Number(process.env['REGESTA_FUZZ'] ?? 1);
const options = (runs: number) => ({
  numRuns: runs * times,
  seed: Number(process.env['REGESTA_FUZZ_SEED'] ?? (times === 1 ? 27 : Date.now())),
});
const MINUTES = 60_000;

const { read } = reading(kinds, DEFAULT_LIMITS);
const SHAPE = actShape('decision');

/** Verdict and wording as a report gives them. */
async function judged(name: string, bytes: Buffer): Promise<{ readonly outcome: ReadOutcome; readonly found: readonly Finding[] }> {
  const outcome = await read({ name, bytes });
  if (!outcome.readable) return { outcome, found: outcome.findings };
  return { outcome, found: (await findings(JUDGES, outcome, WORLD)).findings };
}

function expectSound(found: readonly Finding[]): void {
  for (const { message, at, severity, rule } of found) {
    expect(message).not.toBe('');
    expect(message.length, rule).toBeLessThan(1000);
    expect(['refuse', 'warn']).toContain(severity);
    expect(at.pointer).toMatch(/^(?:$|\/)/);
    if (at.line !== null) expect(Math.min(at.line, at.column ?? 1)).toBeGreaterThan(0);
  }
}

describe('any draft', () => {
  test(
    'is read and judged without a failure, the same way twice',
    async () => {
      const property = fc.asyncProperty(draftArbitrary, async (draft) => {
        const bytes = Buffer.from(JSON.stringify(draft));
        const first = await judged('draft.json', bytes);
        expectSound(first.found);
        expect((await judged('draft.json', bytes)).found).toEqual(first.found);
      });
      await fc.assert(property, options(100));
    },
    MINUTES * times,
  );

  test(
    'says in XML what it says in JSON',
    async () => {
      const property = fc.asyncProperty(draftArbitrary, async (draft) => {
        const json = await read({ name: 'draft.json', bytes: Buffer.from(JSON.stringify(draft)) });
        if (!json.readable || json.flaws.length > 0) return;
        const xml = await read({ name: 'draft.xml', bytes: Buffer.from(xmlOf(draft, SHAPE, 'decision')) });
        expect(xml.readable ? xml.flaws : xml.findings).toEqual([]);
        expect(xml.readable && xml.draft.content).toEqual(json.draft.content);
      });
      await fc.assert(property, options(300));
    },
    MINUTES * times,
  );
});

describe('any bytes', () => {
  const samples = ['fixtures/samples', 'fixtures/kinds/decision'].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) }))
      .filter(({ bytes }) => bytes.length < 40_000),
  );

  test(
    'that were a sound draft once are read and judged without a failure, the same way twice',
    async () => {
      const property = fc.asyncProperty(fc.constantFrom(...samples), damageArbitrary, async ({ name, bytes }, damage) => {
        const spoilt = damage(bytes);
        const first = await judged(name, spoilt);
        expectSound(first.found);
        expect((await judged(name, spoilt)).found).toEqual(first.found);
      });
      await fc.assert(property, options(500));
    },
    MINUTES * times,
  );

  test(
    'under any name are read without a failure',
    async () => {
      const names = fc.constantFrom('a.json', 'a.xml', 'a.zip', 'a', 'a.JSON');
      const starts = fc.constantFrom(
        '',
        '{',
        '{"kind":"decision",',
        '<',
        '<decision xmlns="urn:regesta:draft:1">',
        'PK\u0003\u0004',
        '\uFEFF',
        '[[',
      );
      const property = fc.asyncProperty(names, starts, fc.uint8Array({ maxLength: 300 }), async (name, start, rest) => {
        const outcome = await read({ name, bytes: Buffer.concat([Buffer.from(start), rest]) });
        if (!outcome.readable) expectSound(outcome.findings);
      });
      await fc.assert(property, options(500));
    },
    MINUTES * times,
  );
});

describe('any drafts dropped into an office', () => {
  test(
    'are filed under numbers in a row or refused without one, and the archive is whole',
    async () => {
      const { numRuns, seed } = options(25);
      const drafts = fc.sample(draftArbitrary, { numRuns, seed });
      const root = await tempOffice();
      const texts = new Set(
        drafts.map((draft, index) => JSON.stringify({ ...draft, ...(index % 2 === 0 ? { note: { text: [String(index)] } } : {}) })),
      );
      for (const [index, text] of [...texts].entries()) await writeFile(join(root, 'inbox', `${index}.json`), text);
      const log = recordingLog();
      const { settled, left } = await runOnce(root, log);
      expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
      expect([settled.filed + settled.refused, settled.fault, left]).toEqual([texts.size, 0, []]);
      const rows = await registerOf(root);
      expect(rows).toHaveLength(settled.filed);
      expect(rows.every(({ state }) => state === 'filed')).toBe(true);
      for (const year of new Set(rows.map((row) => row.year))) {
        const ordinals = rows.filter((row) => row.year === year).map(({ ordinal }) => ordinal);
        expect(ordinals).toEqual(ordinals.map((_, index) => (year === 2021 ? 27 : 1) + index));
      }
      expect(settled.filed).toBeGreaterThan(0);
      expect(settled.refused).toBeGreaterThan(0);
      const opened = await openOffice(root);
      expect((await opened.verify()).problems).toEqual([]);
      await opened.close();
    },
    2 * MINUTES * times,
  );
});
