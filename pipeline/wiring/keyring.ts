import { readFile, stat } from 'node:fs/promises';
import { Fault } from '../model/fault.js';
import type { KeySettings, Office, ProgramSettings } from '../model/office.js';
import type { SigningKey } from '../model/ports.js';
import { openP12, openProgramKey } from '../signing/signing.js';

/** Gives the key of an id in `signing.keys`; opened once, at its first use. Faults `key-missing`, `key-password`, `key-mismatch`. */
export function keyring(office: Office): (id: string) => Promise<SigningKey> {
  const opened = new Map<string, SigningKey>();
  return async (id) => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const settings = office.signing.keys.find((key) => key.id === id);
    if (settings === undefined) throw new Fault('key-missing', `office.yaml has no key "${id}" in signing.keys`);
    const key =
      'program' in settings
        ? await openProgram(settings)
        : openP12({ id, bytes: await readKey(id, settings.p12), password: await passwordOf(settings) });
    opened.set(id, key);
    return key;
  };
}

async function openProgram(settings: ProgramSettings): Promise<SigningKey> {
  const { id, program, timeLimitMs } = settings;
  const certificates = (await readKey(id, settings.certificates)).toString('latin1');
  const hasPassword = settings.passwordFile !== undefined || process.env[passwordVariable(id)] !== undefined;
  // Passwords of keys are for nobody else, and its own comes to the program in the request.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('REGESTA_PASSWORD_')));
  return openProgramKey({ id, program, certificates, timeLimitMs, env, password: hasPassword ? await passwordOf(settings) : null });
}

async function readKey(id: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Fault('key-missing', `signing.keys "${id}": cannot read ${path}`, { cause });
  }
}

const passwordVariable = (id: string): string => `REGESTA_PASSWORD_${id.toUpperCase().replaceAll('-', '_')}`;

async function passwordOf({ id, passwordFile }: KeySettings): Promise<string> {
  const variable = passwordVariable(id);
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
