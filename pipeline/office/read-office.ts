import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { Fault } from '../model/fault.js';
import type { CertificateMark, KeySettings, LongTermSettings, Office } from '../model/office.js';
import { checkSettings, type Settings, type SettingsFlaw } from './settings-form.js';

/**
 * Reads and checks `DIR/office.yaml`. Fault `office-missing` if DIR is no office; Fault `office-settings` naming file, line, key and
 * allowed values of everything that is wrong. Paths in the result are absolute.
 */
export async function readOffice(directory: string): Promise<Office> {
  const root = resolve(directory);
  return officeOf(root, await readSettings(root, join(root, 'office.yaml')));
}

/** The office in the absolute folder `root` that settings describe. Fault `office-settings`. */
export function officeOf(root: string, settings: string): Office {
  return toOffice(root, parseSettings(join(root, 'office.yaml'), settings));
}

async function readSettings(root: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Fault('office-missing', `${root} is no office: cannot read ${file}. Make one with: regesta init ${root}`, { cause });
  }
}

function parseSettings(file: string, text: string): Settings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const wrong = document.errors.map((error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
  if (wrong.length > 0) throw new Fault('office-settings', wrong.join('\n'));
  const checked = checkSettings(document.toJS());
  if ('settings' in checked) return checked.settings;
  const lineOf = (flaw: SettingsFlaw): number => {
    for (let length = flaw.path.length; length > 0; length--) {
      const parent = document.getIn(flaw.path.slice(0, length - 1), true);
      const range = keyRange(parent, flaw.path[length - 1]) ?? nodeRange(document.getIn(flaw.path.slice(0, length), true));
      if (range !== undefined) return lines.linePos(range).line;
    }
    return 1;
  };
  throw new Fault('office-settings', checked.flaws.map((flaw) => `${file}:${lineOf(flaw)}: ${describe(flaw)}`).join('\n'));
}

function describe(flaw: SettingsFlaw): string {
  const key = flaw.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  if (flaw.unknownKey) return `${key}: unknown key; see schemas/office.schema.json for those there are`;
  if (flaw.received === 'undefined') return `${key}: missing; expected ${flaw.expected}`;
  return `${key}: expected ${flaw.expected}, got ${flaw.received}`;
}

function nodeRange(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}

function keyRange(parent: unknown, key: string | number | undefined): number | undefined {
  if (typeof parent !== 'object' || parent === null || !('items' in parent) || !Array.isArray(parent.items)) return undefined;
  const pair: unknown = parent.items.find(
    (item: unknown) => typeof item === 'object' && item !== null && 'key' in item && String(item.key) === String(key),
  );
  return typeof pair === 'object' && pair !== null && 'key' in pair ? nodeRange(pair.key) : undefined;
}

function toOffice(root: string, settings: Settings): Office {
  const absolute = (path: string): string => (isAbsolute(path) ? path : join(root, path));
  const { folders, intake, signing } = settings;
  const body = { ...settings.body, fullName: settings.body.fullName ?? settings.body.names.join(' ') };
  return {
    root,
    id: settings.id,
    body,
    bodies: [{ ...body, id: 'committee' }, ...settings.bodies.map((one) => ({ ...body, ...one }))],
    timezone: settings.timezone,
    folders: {
      inbox: absolute(folders.inbox ?? 'inbox'),
      refused: absolute(folders.refused ?? 'refused'),
      outbox: absolute(folders.outbox ?? 'outbox'),
      archive: absolute(folders.archive ?? 'archive'),
      templates: absolute(folders.templates ?? 'templates'),
      work: join(root, '.work'),
    },
    clerks: settings.clerks,
    membership: settings.membership,
    officials: settings.officials.map(({ certificate, ...official }) => ({
      ...official,
      ...(certificate === undefined ? {} : { certificate: certificateMark(certificate, absolute) }),
    })),
    invitees: settings.invitees,
    series: settings.series,
    nomenclature: settings.nomenclature,
    ownDays: { off: settings.calendar.daysOff, working: settings.calendar.workingDays },
    intake: { settleMs: intake.settle, giveUpMs: intake.giveUp, scanMs: intake.scan, limits: intake.limits },
    signing: {
      trust: signing.trust.map(absolute),
      keys: signing.keys.map((key) => keySettings(key, absolute)),
      seal: signing.seal,
      byKind: signing.byKind,
      longTerm: longTermSettings(signing),
    },
    database: /^[a-z]+:\/\//.test(settings.database) ? settings.database : absolute(settings.database),
    norms: Object.fromEntries(Object.entries(settings.norms).filter(([, value]) => value !== undefined)),
  };
}

function longTermSettings({ level, tsa, tsaPolicy, ocsp, crl, renewBeforeDays }: Settings['signing']): LongTermSettings | undefined {
  const [first, ...others] = tsa;
  return level === 'B-B' || first === undefined ? undefined : { level, tsa: [first, ...others], tsaPolicy, ocsp, crl, renewBeforeDays };
}

const DEFAULT_TIME_LIMIT_MS = 30_000;

function keySettings(key: Settings['signing']['keys'][number], absolute: (path: string) => string): KeySettings {
  const passwordFile = key.passwordFile === undefined ? undefined : absolute(key.passwordFile);
  const [program, ...args] = key.program ?? [];
  if (program === undefined) return { id: key.id, p12: absolute(key.p12 ?? ''), passwordFile };
  // A bare name is looked for in PATH.
  const path = program.includes('/') || program.includes('\\') ? absolute(program) : program;
  const timeLimitMs = key.timeLimit ?? DEFAULT_TIME_LIMIT_MS;
  return { id: key.id, program: [path, ...args], certificates: absolute(key.certificates ?? ''), timeLimitMs, passwordFile };
}

/** 64 hexadecimal digits are a fingerprint; a number of 8 to 10 digits, or one with a prefix such as `TINUA-`, is the owner's; else it is a file. */
function certificateMark(text: string, absolute: (path: string) => string): CertificateMark {
  const hex = text.replaceAll(':', '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return { is: 'fingerprint', sha256: hex };
  if (/^(?:[A-Z]{5}-)?\d{8,10}$/.test(text) || /^[A-Z]{5}-[^/\\.]+$/.test(text)) return { is: 'subject', number: text };
  return { is: 'file', path: absolute(text) };
}
