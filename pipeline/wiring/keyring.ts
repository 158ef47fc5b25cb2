import { readFile, stat } from 'node:fs/promises';
import { Fault } from '../model/fault.js';
import type { KeySettings, Office } from '../model/office.js';
import type { SigningKey } from '../model/ports.js';
import { openP12 } from '../signing/signing.js';

/** Gives the key of an id in `signing.keys`; opened once, at its first use. Faults `key-missing`, `key-password`, `key-mismatch`. */
export function keyring(office: Office): (id: string) => Promise<SigningKey> {
  const opened = new Map<string, SigningKey>();
  return async (id) => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const settings = office.signing.keys.find((key) => key.id === id);
    if (settings === undefined) throw new Fault('key-missing', `office.yaml has no key "${id}" in signing.keys`);
    const key = openP12({ id, bytes: await readKey(settings), password: await passwordOf(settings) });
    opened.set(id, key);
    return key;
  };
}

async function readKey({ id, p12 }: KeySettings): Promise<Buffer> {
  try {
    return await readFile(p12);
  } catch (cause) {
    throw new Fault('key-missing', `signing.keys "${id}": cannot read ${p12}`, { cause });
  }
}

async function passwordOf({ id, passwordFile }: KeySettings): Promise<string> {
  const variable = `REGESTA_PASSWORD_${id.toUpperCase().replaceAll('-', '_')}`;
  const given = process.env[variable];
  if (given !== undefined) return given;
  if (passwordFile === undefined) throw new Fault('key-password', `signing.keys "${id}": give passwordFile, or set ${variable}`);
  try {
    const { mode } = await stat(passwordFile);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new Fault('key-password', `${passwordFile} can be read by others; run: chmod 600 ${passwordFile}`);
    }
    return (await readFile(passwordFile, 'utf8')).replace(/\r?\n$/, '');
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('key-password', `signing.keys "${id}": cannot read ${passwordFile}`, { cause });
  }
}
