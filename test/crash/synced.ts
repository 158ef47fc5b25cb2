import { dirname, join } from 'node:path';
import type { CountedCall } from './injected.js';

/**
 * What a power cut could take away although it was relied on, told from the calls of an undisturbed run: bytes of a file, or its name in its folder, that were
 * not synced when something was done that could not be undone. `folders` are those that were there at the start.
 */
export function unsynced(calls: readonly CountedCall[], office: string, folders: readonly string[]): string[] {
  const disk = new Disk(folders.map((folder) => join(office, folder)));
  const claims = new ClaimsWork(office);
  const found = new Set<string>();
  for (const { name, on } of calls) {
    const [path = '', target = ''] = on.split(' -> ');
    const isReliedOn = relyingOn(name, path, target, office, claims);
    if (isReliedOn !== undefined)
      for (const what of disk.unsynced()) if (isReliedOn(what)) found.add(`${what} at ${name} ${on}`.replaceAll(`${office}/`, ''));
    if (name === 'handle.sync') disk.sync(path);
    else if (name === 'copyFile' || name === 'link') disk.write(target);
    else if (name === 'writeFile' || /^handle\.(?:write|append)/.test(name)) disk.write(path);
    else if (name === 'mkdir') disk.makeFolders(path);
    else if (name === 'rename') {
      claims.moved(path, target);
      disk.move(path, target, path.startsWith(join(office, 'inbox')));
    } else if (name === 'rm' || name === 'unlink' || (name === 'rmdir' && disk.isEmpty(path))) disk.remove(path);
  }
  return [...found];
}

const CLAIM = /\d{8}T\d{9}Z-\d{5}/;

/** What must be on the disk before a call; undefined if it relies on nothing. */
function relyingOn(
  name: string,
  path: string,
  target: string,
  office: string,
  claims: ClaimsWork,
): ((what: string) => boolean) | undefined {
  const isIn = (folder: string, what: string): boolean => what === folder || what.startsWith(`${folder}/`);
  // Transactions come one after another, and what they put on the disk, they put there themselves.
  if (name === 'sql')
    return /^COMMIT/i.test(path) ? (what) => isIn(join(office, 'archive'), what) || what.endsWith('/.registered.json') : undefined;
  if (name !== 'rename') return undefined;
  // Where a file is claimed, the claim says who dropped it.
  if (isIn(join(office, 'inbox'), path)) return (what) => what === dirname(target) || what === join(dirname(target), '.claim.json');
  // A claim that ends takes with it all from which its work could be done again.
  if (isIn(join(office, '.work', 'claims'), path) && target.includes('finished')) {
    const [claim = ''] = CLAIM.exec(path) ?? [];
    return (what) => !isIn(path, what) && claims.concerns(claim, what);
  }
  // What is shown by a rename is whole.
  const shown = ['archive', 'refused', 'outbox', '.work/signing'].some((folder) => isIn(join(office, folder), target));
  return shown ? (what) => what.startsWith(`${path}/`) : undefined;
}

/** What was made for each claim outside the work area. */
class ClaimsWork {
  readonly #made = new Map<string, Set<string>>();

  constructor(private readonly office: string) {}

  moved(from: string, to: string): void {
    const [claim] = CLAIM.exec(from) ?? CLAIM.exec(to) ?? [];
    if (claim === undefined) return;
    const made = this.#made.get(claim) ?? new Set();
    this.#made.set(claim, made);
    for (const path of [from, to]) if (!path.startsWith(join(this.office, '.work'))) made.add(path);
  }

  /** Whether a path was made for a claim, lies in what was, or is a folder around it. */
  concerns(claim: string, path: string): boolean {
    if (path.includes(claim)) return !path.startsWith(join(this.office, '.work'));
    return [...(this.#made.get(claim) ?? [])].some((made) => made === path || path.startsWith(`${made}/`) || made.startsWith(`${path}/`));
  }
}

/** Files whose bytes, and names whose entries in their folders, are not on the disk. */
class Disk {
  readonly #folders: Set<string>;
  readonly #bytes = new Set<string>();
  readonly #names = new Set<string>();

  constructor(folders: readonly string[]) {
    this.#folders = new Set(folders);
  }

  unsynced(): string[] {
    return [...this.#bytes, ...this.#names];
  }

  /** Of a folder the names in it; of a file its bytes. */
  sync(path: string): void {
    this.#bytes.delete(path);
    for (const name of this.#names) if (dirname(name) === path) this.#names.delete(name);
  }

  write(path: string): void {
    this.#bytes.add(path);
    this.#names.add(path);
  }

  makeFolders(path: string): void {
    if (this.#folders.has(path) || path === dirname(path)) return;
    this.makeFolders(dirname(path));
    this.#folders.add(path);
    this.#names.add(path);
  }

  /** Gone from where people laid it only once that folder is synced, too; elsewhere what comes back is found settled. */
  move(from: string, to: string, isRelyingOnGone: boolean): void {
    for (const set of [this.#bytes, this.#names, this.#folders]) {
      for (const path of [...set]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue;
        set.delete(path);
        set.add(to + path.slice(from.length));
      }
    }
    this.#names.add(to);
    if (isRelyingOnGone) this.#names.add(from);
  }

  /** As far as folders go: asked to remove one that is not, the system refuses. */
  isEmpty(path: string): boolean {
    return ![...this.#folders].some((folder) => folder.startsWith(`${path}/`));
  }

  remove(path: string): void {
    for (const set of [this.#bytes, this.#names, this.#folders])
      for (const one of [...set]) if (one === path || one.startsWith(`${path}/`)) set.delete(one);
  }
}
