import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault } from '../model/fault.js';

/** A demonstration key: the container and its password. */
export interface DemoKey {
  readonly p12: Buffer;
  readonly password: string;
}

/** Everything `init --demo` adds to a plain office. */
export interface DemoOffice {
  readonly rootCertificate: string;
  /** By id in `signing.keys`. */
  readonly keys: Readonly<Record<string, DemoKey>>;
  /** Folder whose files are copied to `samples/`. */
  readonly samples: string;
}

/** Where the parts of a new office come from; both are folders of this package. */
export interface OfficeParts {
  /** Folder of `new.yaml` and `demo.yaml`. */
  readonly templates: string;
  /** `office.schema.json` */
  readonly schema: string;
}

/**
 * Makes an office in `directory`: settings and, for a demonstration, keys and samples; the folders are made by the self-test. Fault `office-exists` if there is an
 * office already; what else lies there is left alone. `makeDemo` is given the text of the demonstration's settings.
 */
export async function initOffice(
  directory: string,
  parts: OfficeParts,
  makeDemo?: (settings: string) => Promise<DemoOffice>,
): Promise<string> {
  const root = resolve(directory);
  const settings = join(root, 'office.yaml');
  if (await exists(settings)) throw new Fault('office-exists', `${root} is an office already (${settings}); nothing was changed`);
  await mkdir(root, { recursive: true });
  const text = await readFile(join(parts.templates, makeDemo === undefined ? 'new.yaml' : 'demo.yaml'), 'utf8');
  if (makeDemo !== undefined) await addDemo(root, await makeDemo(text));
  await copyFile(parts.schema, join(root, 'office.schema.json'));
  await writeFile(settings, text, { flag: 'wx' });
  return root;
}

async function addDemo(root: string, demo: DemoOffice): Promise<void> {
  const keys = join(root, 'keys');
  await mkdir(keys, { recursive: true, mode: 0o700 });
  await writeFile(join(keys, 'root.crt'), demo.rootCertificate);
  for (const [id, key] of Object.entries(demo.keys)) {
    await writeFile(join(keys, `${id}.p12`), key.p12, { mode: 0o600 });
    await writeFile(join(keys, `${id}.password`), `${key.password}\n`, { mode: 0o600 });
  }
  await mkdir(join(root, 'samples'), { recursive: true });
  for (const name of await readdir(demo.samples)) await copyFile(join(demo.samples, name), join(root, 'samples', name));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
