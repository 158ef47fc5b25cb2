import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BIG_YEAR, officeYear } from './office-year.js';

/** `make-year FOLDER [ACTS CONTRACTS]`: writes the drops of a year into a folder, as an inbox. */
const [folder, acts = BIG_YEAR.acts, contracts = BIG_YEAR.contracts] = process.argv.slice(2);
if (folder === undefined) throw new Error('make-year: name the folder');
await mkdir(folder, { recursive: true });
for (const { name, bytes } of await officeYear({ acts: Number(acts), contracts: Number(contracts) }))
  await writeFile(join(folder, name), bytes);
