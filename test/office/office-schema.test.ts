import { readFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsForm } from '../../pipeline/office/settings-form.js';
import { expectGolden } from '../golden.js';

const schema = toJsonSchema(settingsForm, { typeMode: 'input', errorMode: 'ignore', target: 'draft-2020-12' });

test('the published schema of office.yaml is the one the program checks by', async () => {
  await expectGolden('schemas/office.schema.json', `${JSON.stringify({ title: 'office.yaml of Regesta', ...schema }, null, 2)}\n`);
});

test.each(['demo', 'new'])('the schema accepts the settings that init writes: %s', async (name) => {
  const accepts = new Ajv2020({ strict: false }).compile(JSON.parse(await readFile('schemas/office.schema.json', 'utf8')));
  expect(accepts(parse(await readFile(`templates/office/${name}.yaml`, 'utf8'))), JSON.stringify(accepts.errors)).toBe(true);
});
