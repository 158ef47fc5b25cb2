import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this package: where `templates/`, `schemas/` and `fixtures/samples/` lie, whether we run from `dist/` or from the sources. */
const ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)));

export const PACKAGE = {
  program: join(ROOT, 'dist', 'main.js'),
  pressThread: join(ROOT, 'dist', 'rendering', 'press-thread.js'),
  measureThread: join(ROOT, 'dist', 'originals', 'measure-thread.js'),
  templates: join(ROOT, 'templates'),
  officeTemplates: join(ROOT, 'templates', 'office'),
  officeSchema: join(ROOT, 'schemas', 'office.schema.json'),
  samples: join(ROOT, 'fixtures', 'samples'),
} as const;

function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
}
