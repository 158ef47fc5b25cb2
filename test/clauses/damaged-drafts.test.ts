import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findings } from '../../pipeline/validation/validation.js';
import { JUDGES, readDraft, WORLD } from './judged.js';
import { seeded } from './seeded.js';

const SOUND = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../fixtures/clauses/5.6-numbering/fail-four-levels.json', import.meta.url)), 'utf8'),
) as unknown;
const VALUES = [
  null,
  '',
  ' ',
  'текст',
  '«',
  '2021-02-30',
  '2021-09-14',
  0,
  7,
  -1,
  1.5,
  true,
  [],
  {},
  [null],
  [[]],
  [{}],
  { n: '1' },
  'project',
  '漢\u202E',
];

/** The draft with one part of it, chosen at random, left out or replaced. */
function damaged(value: unknown, random: (below: number) => number): unknown {
  if (typeof value !== 'object' || value === null || random(6) === 0) return VALUES[random(VALUES.length)];
  if (Array.isArray(value)) {
    const at = random(value.length);
    return random(5) === 0
      ? value.filter((_, index) => index !== at)
      : value.map((item, index) => (index === at ? damaged(item, random) : item));
  }
  const keys = Object.keys(value).filter((key) => key !== 'kind');
  const chosen = keys[random(keys.length)];
  const entries = Object.entries(value).flatMap(([key, item]) => {
    if (key !== chosen) return [[key, item] as const];
    return random(5) === 0 ? [] : [[key, damaged(item, random)] as const];
  });
  return Object.fromEntries(entries);
}

it('judges and measures any draft that can be read, however damaged', async () => {
  const random = seeded(64);
  for (let round = 0; round < 400; round++) {
    let draft: unknown = SOUND;
    for (let damage = 0; damage <= random(4); damage++) draft = damaged(draft, random);
    const whole = typeof draft === 'object' && draft !== null && !Array.isArray(draft) ? draft : {};
    const text = JSON.stringify({ ...whole, kind: 'decision' });
    const { findings: found, leftOut } = await findings(JUDGES, await readDraft('draft.json', Buffer.from(text)), WORLD);
    const isSecret = found.some(({ clause }) => clause === '15');
    expect(isSecret ? [] : leftOut, text).toEqual([]);
    expect(
      found.every(({ message, at }) => message !== '' && at.line !== null),
      text,
    ).toBe(true);
  }
});
