import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveRecord } from '../../pipeline/filing/record.js';
import { filesIn, registerOf, runOnce } from '../scenarios/temp-office.js';
import { drop, guardedOffice, identity, placesByIdentity, recordingLog, snapshot } from './dropping.js';
import { GROUPS, HOSTILE, type HostileInput, inputsOf } from './hostile-list.js';
import { soundDraft } from './made.js';

interface Report {
  readonly name: string;
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

test('every input of the list can be made, and nothing else is', () => {
  const made = GROUPS.flatMap(([, makers]) => Object.keys(makers));
  expect(made.toSorted()).toEqual(HOSTILE.map(({ id }) => id).toSorted());
});

const canMakeDevices = process.getuid?.() === 0;

describe.each(GROUPS)('hostile drops: %s', (_, makers) => {
  const dropped: { readonly input: HostileInput; readonly identity: string }[] = [];
  const inputs = inputsOf(makers).filter(({ input }) => input.id !== 'device' || canMakeDevices);
  const log = recordingLog();
  let root: string;
  let sentinel: string;
  let before: Readonly<Record<string, string>>;
  let places: ReadonlyMap<string, readonly string[]>;
  let reports: ReadonlyMap<string, Report>;

  beforeAll(async () => {
    ({ root, sentinel } = await guardedOffice((settings) =>
      settings.replace('giveUp: 60s', 'giveUp: 60s\n  limits: { fileBytes: 32000000 }'),
    ));
    before = snapshot(dirname(root), root);
    for (const { input, made } of inputs) dropped.push({ input, identity: identity(await drop(join(root, 'inbox'), made)) });
    await writeFile(join(root, 'inbox', 'яяя останній.json'), JSON.stringify(soundDraft('останній')));
    await runOnce(root, log);
    places = placesByIdentity(root);
    reports = reportsIn(root);
  }, 120_000);

  test.each(inputs.map(({ input }) => [input.id, input.what, input] as const))('%s: %s', (id, _what, input) => {
    const own = dropped.find((one) => one.input === input)?.identity ?? '';
    const lies = (places.get(own) ?? []).filter((place) => !place.includes(`/${EXTRACTED}`));
    expect(lies, 'bytes unchanged in exactly one place').toHaveLength(1);
    const [place = ''] = lies;
    if (input.verdict === 'left') return expect(place).toMatch(/^inbox\//);
    if (input.verdict === 'filed') {
      expect(findingsAt(place, reports)).toEqual('');
      expect(place).toMatch(/^archive\/\d{4}\/decision\/\d+\/draft\.(?:json|xml|zip)$/);
      expect(recordAt(root, place).id).toBe(id);
      return undefined;
    }
    expect(place).toMatch(/^refused\/\d{4}-\d\d-\d\d\/\d{6}-[0-9a-f]{8}-[^/]+\/[^/]+$/);
    const report = reports.get(dirname(place));
    expect(report?.verdict).toBe('refused');
    const rules = new Set(report?.findings.map(({ rule }) => rule));
    expect([...rules]).toEqual(expect.arrayContaining([...input.rules]));
    expect(report?.findings.filter(({ message }) => !/^[«А-ЯІЇЄҐ]/u.test(message) || message.length > 400)).toEqual([]);
    expect(readdirSync(join(root, dirname(place)))).toHaveLength(3);
    expect(readFileSync(join(root, dirname(place), 'report.html'), 'utf8')).not.toMatch(/<(?:script|img|b>)|\u001B|\u202E/);
    return undefined;
  });

  test('the next drop goes on, and each that is filed has its own number in a row', async () => {
    const rows = await registerOf(root);
    expect(rows.at(-1)?.state).toBe('filed');
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((__, index) => 27 + index));
    expect(rows).toHaveLength(inputs.filter(({ input }) => input.verdict === 'filed').length + 1);
    expect(rows.map(({ path }) => recordAt(root, `${path}/draft`).id)).toContain('останній');
  });

  test('nothing around the office is touched, nothing is left in the work area, nothing fails without a code', async () => {
    expect(snapshot(dirname(root), root)).toEqual(before);
    expect(readdirSync(sentinel).sort()).toEqual(['hard.json', 'keep.txt']);
    expect((await filesIn(join(root, '.work'))).filter((path) => !path.startsWith('lock'))).toEqual([]);
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    await rm(dirname(root), { recursive: true });
  });
});

/** What an annex was in a ZIP lies in the archive beside the ZIP. */
const EXTRACTED = 'annexes/';

function reportsIn(root: string): ReadonlyMap<string, Report> {
  const found = execFileSync('find', ['refused', '-name', 'report.json', '-path', '*/*/*', '-print0'], { cwd: root, encoding: 'buffer' });
  const paths = found
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
  return new Map(paths.map((path) => [dirname(path), JSON.parse(readFileSync(join(root, path), 'utf8')) as Report]));
}

function recordAt(root: string, place: string): ArchiveRecord {
  return JSON.parse(readFileSync(join(root, dirname(place), 'record.json'), 'utf8')) as ArchiveRecord;
}

/** Why a draft that should be filed was not. */
function findingsAt(place: string, reports: ReadonlyMap<string, Report>): string {
  return (reports.get(dirname(place))?.findings ?? []).map(({ rule, message }) => `${rule}: ${message}`).join('\n');
}
