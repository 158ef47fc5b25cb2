import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { reading } from '../../pipeline/intake/reading.js';
import { kinds } from '../../pipeline/kinds/index.js';
import { schemaFiles } from '../../pipeline/schemas/schema-files.js';
import { serialised, xmlOf, xmlTree } from '../../pipeline/skeleton/draft-xml.js';
import { FULL, KINDS, LIMITS } from '../intake/sample.js';
import { fixtureDrafts } from './fixture-drafts.js';
import { jsonJudge, xmlVerdicts } from './judges.js';
import { alteredElements, alteredParts, droppedParts, type Mutant, strangeKeys } from './mutants.js';

type Draft = Readonly<Record<string, unknown>>;

const SHAPE = KINDS[0].shape;
const { read } = reading(KINDS, LIMITS);
const committed = (name: string) => readFile(new URL(`../../schemas/${name}`, import.meta.url), 'utf8');
const xsdText = await committed('decision.xsd');
const isValidJson = jsonJudge(await committed('decision.schema.json'));

/** Our own reader's verdict on the form alone: whether the files of a ZIP are there is not a schema's matter. */
async function isSound(name: string, text: string): Promise<boolean> {
  const outcome = await read({ name, bytes: Buffer.from(text) });
  return outcome.readable && outcome.flaws.every(({ rule }) => rule.startsWith('T-zip-'));
}

async function verdictsOnJson(mutants: readonly Mutant<Draft>[]) {
  const texts = mutants.map(({ draft }) => JSON.stringify(draft));
  return {
    schema: texts.map((text) => isValidJson(JSON.parse(text))),
    reader: await Promise.all(texts.map((text) => isSound('draft.json', text))),
  };
}

async function verdictsOnXml(texts: readonly string[]) {
  return {
    schema: (await xmlVerdicts(xsdText, texts)).map(({ isValid }) => isValid),
    reader: await Promise.all(texts.map((text) => isSound('draft.xml', text))),
  };
}

const inXml = (mutants: readonly Mutant<Draft>[]) => mutants.map(({ draft }) => xmlOf(draft, SHAPE, 'decision'));
const named = (mutants: readonly Mutant<unknown>[], verdicts: readonly boolean[]) =>
  mutants.map(({ what }, index) => `${verdicts[index]} ${what}`);

describe('schemas of a draft', () => {
  it('are committed as the forms of the kinds give them', async () => {
    for (const { name, text } of schemaFiles(kinds.map(({ shape }) => shape)))
      expect(text, `${name}: run npm run schemas`).toBe(await committed(name));
  });

  it('accept a draft that says all, and one that says nothing, in both forms', async () => {
    const drafts = [FULL, { kind: 'decision' }];
    expect(drafts.map((draft) => isValidJson(draft))).toEqual([true, true]);
    const verdicts = await xmlVerdicts(
      xsdText,
      drafts.map((draft) => xmlOf(draft, SHAPE, 'decision')),
    );
    expect(verdicts.map(({ said }) => said)).toEqual(['f0.xml validates', 'f1.xml validates']);
  });

  it('demand kind, n, act and type only', async () => {
    const mutants = droppedParts(FULL);
    const refused = mutants.filter(({ draft }) => !isValidJson(draft)).map(({ what }) => what.split('/').at(-1)?.replace('без ', ''));
    expect(new Set(refused)).toEqual(new Set(['kind', 'n', 'act', 'type']));
    expect(refused.filter((key) => key === 'act')).toHaveLength(1);
  });

  it('and our reader give one verdict on every draft with a part dropped, null or empty, in both forms', async () => {
    const mutants = [...droppedParts(FULL), ...alteredParts(FULL, [null])].filter(({ what }) => !/(?:^| )kind|\/type/.test(what));
    const json = await verdictsOnJson(mutants);
    const xml = await verdictsOnXml(inXml(mutants));
    expect(named(mutants, json.reader)).toEqual(named(mutants, json.schema));
    expect(named(mutants, xml.reader)).toEqual(named(mutants, xml.schema));
    // A null item of a list of objects or lists is refused in JSON; in XML it is an empty element, so only fields are compared across the forms.
    const fields = mutants.map(({ what }) => !/\d+ = null$/.test(what));
    const only = (verdicts: readonly boolean[]) => named(mutants, verdicts).filter((_, index) => fields[index]);
    expect(only(xml.schema)).toEqual(only(json.schema));
    expect(mutants.length).toBeGreaterThan(200);
  });

  it('and our reader give one verdict on every draft with a part of another type or value', async () => {
    const values = [
      5,
      -1,
      0,
      1.5,
      3.0,
      1_000_000,
      true,
      '',
      ' ',
      'x',
      '5',
      ' 5 ',
      'true',
      '2021-02-29',
      '2020-02-29',
      '0000-01-01',
      '2021-1-1',
    ];
    const more = [
      'a\u00ADb',
      'a\u00A0b',
      '\u00A0',
      'a\u0001b',
      'a\uFFFEb',
      '\uD800',
      ' adopted\n',
      ' signing ',
      'adopted signing',
      [],
      {},
      [[]],
      [null],
    ];
    const mutants = alteredParts(FULL, [...values, ...more]).filter(({ what }) => !what.startsWith('kind'));
    const json = await verdictsOnJson(mutants);
    expect(named(mutants, json.reader)).toEqual(named(mutants, json.schema));
    expect(json.schema.filter((isValid) => isValid).length).toBeGreaterThan(500);
    expect(json.schema.filter((isValid) => !isValid).length).toBeGreaterThan(1000);
  });

  it('refuse an unknown key in every object, whatever its name, as our reader does', async () => {
    for (const key of ['stranger', '__proto__', 'constructor', 'toString', '$schema', 'Title']) {
      const mutants = strangeKeys(FULL, key);
      const { schema, reader } = await verdictsOnJson(mutants);
      expect(schema.filter((isValid) => isValid)).toEqual([]);
      expect(reader.filter((isValid) => isValid)).toEqual([]);
    }
  });

  it('and our reader give one verdict on every XML draft with an element or attribute altered, doubled, moved or foreign', async () => {
    const mutants = alteredElements(xmlTree(FULL, SHAPE, 'decision'));
    const { schema, reader } = await verdictsOnXml(mutants.map(({ draft }) => serialised(draft)));
    expect(named(mutants, reader)).toEqual(named(mutants, schema));
    expect(schema.filter((isValid) => isValid).length).toBeGreaterThan(300);
    expect(schema.filter((isValid) => !isValid).length).toBeGreaterThan(800);
  });

  it('and our reader give one verdict on every fixture, in both forms', async () => {
    const fixtures = await fixtureDrafts(read);
    expect(fixtures.length).toBeGreaterThan(0);
    const xml = await verdictsOnXml(fixtures.map((fixture) => fixture.xml));
    const json = {
      schema: fixtures.map((fixture) => isValidJson(fixture.json)),
      reader: await Promise.all(fixtures.map((fixture) => isSound('draft.json', JSON.stringify(fixture.json)))),
    };
    const named = (verdicts: readonly boolean[]) => fixtures.map(({ file }, index) => `${verdicts[index]} ${file}`);
    expect(named(xml.reader)).toEqual(named(xml.schema));
    expect(named(json.schema)).toEqual(named(xml.schema));
    expect(named(json.reader)).toEqual(named(xml.schema));
  });
});
