import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { openChecker } from '../pipeline/wiring/checking.js';

let readme: string;
beforeAll(async () => {
  readme = await readFile('README.md', 'utf8');
});

test.each(['json', 'xml'])('the %s example of the README is a sound draft', async (format) => {
  const example = new RegExp(`\`\`\`${format}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
  const checker = await openChecker(undefined, false);
  expect((await checker.check(`example.${format}`, Buffer.from(example))).findings).toEqual([]);
  await checker.close();
});

test('the glossary names every word of a draft that clerks and code share', async () => {
  const glossary = readme.slice(readme.indexOf('## Glossary'));
  const schema = JSON.parse(await readFile('schemas/decision.schema.json', 'utf8')) as { properties: Record<string, unknown> };
  const explained = ['title', 'stating', 'operative', 'control', 'effective', 'adoption', 'signatory', 'mailing'];
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(explained));
  for (const word of explained) expect(glossary).toContain(`\`${word}\``);
});
