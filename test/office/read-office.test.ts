import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/model/fault.js';
import { readOffice } from '../../pipeline/office/read-office.js';

async function officeFrom(change: (settings: string) => string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'regesta-office-'));
  await writeFile(join(directory, 'office.yaml'), change(await readFile('templates/office/demo.yaml', 'utf8')));
  return directory;
}

async function faultOf(change: (settings: string) => string): Promise<Fault> {
  const directory = await officeFrom(change);
  const problem = await readOffice(directory).catch((cause: unknown) => cause);
  if (!(problem instanceof Fault)) throw new Error('no fault');
  return problem;
}

describe('reading office.yaml', () => {
  test('gives the demo office with its defaults and absolute paths', async () => {
    const directory = await officeFrom((settings) => settings);
    const office = await readOffice(directory);
    expect(office.folders.inbox).toBe(join(directory, 'inbox'));
    expect(office.intake).toMatchObject({ settleMs: 2000, giveUpMs: 60_000, scanMs: 10_000 });
    expect(office.series[0]?.opening[2021]).toBe(27);
    expect(office.database).toBe(join(directory, 'regesta.sqlite'));
    expect(office.signing.keys[0]?.passwordFile).toBe(join(directory, 'keys/head.password'));
  });

  test('lets the office change a norm and leaves the others dated', async () => {
    const office = await readOffice(await officeFrom((settings) => `${settings}norms: { titleLength: 90 }\n`));
    expect(office.norms).toEqual({ titleLength: 90 });
  });

  test('lets the office say who visas what, in roles and parts that there are', async () => {
    const row = 'rule: 8.3-visas, when: { issuer: head }';
    const office = await readOffice(
      await officeFrom((settings) => `${settings}norms: { visas: [{ ${row}, by: [legal, [first-deputy, deputy]] }] }\n`),
    );
    expect(office.norms.visas).toEqual([{ rule: '8.3-visas', when: { issuer: 'head' }, by: ['legal', ['first-deputy', 'deputy']] }]);
    const wrong = await officeFrom((settings) => `${settings}norms: { visas: [{ ${row}, by: [cook] }] }\n`);
    await expect(readOffice(wrong)).rejects.toMatchObject({
      code: 'office-settings',
      message: expect.stringContaining('norms.visas[0].by[0]'),
    });
  });

  test('lets the office say what the law wants of which contract, with a source for each term', async () => {
    const term = { term: 'rent', name: 'плата', source: 'ст. 762', mark: 'read', field: 'amount', to: '2030-12-31' };
    const types = (one: object) => `norms: { contractTypes: { lease: { name: оренда, essential: [${JSON.stringify(one)}] } } }\n`;
    const office = await readOffice(await officeFrom((settings) => `${settings}${types(term)}`));
    expect(office.norms.contractTypes).toEqual({ lease: { name: 'оренда', essential: [term] } });
    const wrong = await officeFrom((settings) => `${settings}${types({ ...term, source: '' })}`);
    await expect(readOffice(wrong)).rejects.toMatchObject({
      code: 'office-settings',
      message: expect.stringContaining('norms.contractTypes.lease.essential[0].source'),
    });
  });

  test('takes folder names in Ukrainian', async () => {
    const directory = await officeFrom((settings) => `${settings}folders: { inbox: До реєстрації }\n`);
    expect((await readOffice(directory)).folders.inbox).toBe(join(directory, 'До реєстрації'));
  });

  test('says that a folder without office.yaml is no office', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'regesta-office-'));
    await expect(readOffice(directory)).rejects.toMatchObject({ code: 'office-missing' });
  });

  test.each([
    ['an unknown key', 'timezone: Europe/Kyiv', 'timezon: Europe/Kyiv', /office\.yaml:LINE: timezon: unknown key/],
    [
      'a wrong time zone',
      'timezone: Europe/Kyiv',
      'timezone: Europe/Kahovka',
      /:LINE: timezone: expected a time zone such as Europe\/Kyiv/,
    ],
    [
      'a day that does not exist',
      'to: "2021-07-30"',
      'to: "2021-02-30"',
      /:LINE: officials\[1\]\.to: expected a date yyyy-mm-dd that exists, got "2021-02-30"/,
    ],
    [
      'a value outside the allowed ones',
      'decision: server',
      'decision: here',
      /signing\.byKind\.decision: expected \("server" \| "outside"\), got "here"/,
    ],
    ['a duration without a unit', 'settle: 2s', 'settle: 2', /intake\.settle: expected a duration such as 2s/],
    ['a code without quotes', '"00000000"', '00000000', /body\.edrpou: expected eight digits in quotes, got 0/],
    ['a missing part', 'place: м. Каховка', '', /body\.place: missing/],
    ['one key twice', 'timezone: Europe/Kyiv', 'fixed: 1\nfixed: 1\ntimezone: Europe/Kyiv', /:LINE: Map keys must be unique/],
  ])('names key, line and allowed values: %s', async (_, from, to, said) => {
    const fault = await faultOf((settings) => settings.replace(from, to));
    expect(fault.code).toBe('office-settings');
    const settings = (await readFile('templates/office/demo.yaml', 'utf8')).replace(from, to).split('\n');
    const line = settings.findLastIndex((written) => written.includes(to.split('\n')[0] ?? to)) + 1;
    expect(fault.message).toMatch(new RegExp(said.source.replace('LINE', `${line}`)));
  });

  test('names everything that is wrong at once', async () => {
    const fault = await faultOf((settings) => settings.replace('settle: 2s', 'settle: 2').replace('decision: server', 'decision: here'));
    expect(fault.message.split('\n')).toHaveLength(2);
  });
});
