import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { kinds } from './kinds/index.js';
import { schemaFiles } from './schemas/schema-files.js';

const folder = fileURLToPath(new URL('../schemas/', import.meta.url));
await mkdir(folder, { recursive: true });
for (const { name, text } of schemaFiles(kinds.map(({ shape }) => shape))) await writeFile(`${folder}${name}`, text);
