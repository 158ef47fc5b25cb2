import { dirname, join } from 'node:path';
import type { CountedCall } from './injected.js';

/** What others rely on once it is said to be done: what people and the archive were given, and what a claim holds. */
const RELIED_ON = /^(?:archive|refused|outbox|inbox|\.work\/claims|\.work\/signing)(?:\/|$)/;

/**
 * What a power cut could take away although it was relied on, told from the calls of an undisturbed run: bytes of a file, or its name in its folder,
 * not synced when a transaction was committed or the end of a claim removed what lay there before. `folders` are those that were there at the start.
 */
export function unsynced(calls: readonly CountedCall[], office: string, folders: readonly string[]): string[] {
  const disk = new Disk(
    folders.map((folder) => join(office, folder)),
    join(office, 'inbox'),
  );
  const found = new Set<string>();
  for (const { name, on } of calls) {
    const [path = '', target = ''] = on.split(' -> ');
    if (isRelying(name, on, office)) {
      for (const what of disk.unsynced().map((path) => relative(office, path)))
        if (RELIED_ON.test(what)) found.add(`${what} at ${name} ${relative(office, on) || on}`);
    }
    if (name === 'handle.sync') disk.sync(path);
    else if (name === 'copyFile') disk.write(target);
    else if (name === 'writeFile' || /^handle\.(?:write|append)/.test(name)) disk.write(path);
    else if (name === 'mkdir') disk.makeFolders(path);
    else if (name === 'rename') disk.move(path, target);
    else if (name === 'link') disk.write(target);
    else if (name === 'rm' || name === 'unlink' || (name === 'rmdir' && disk.isEmpty(path))) disk.remove(path);
  }
  return [...found];
}

function isRelying(name: string, on: string, office: string): boolean {
  if (name === 'sql') return /^COMMIT/i.test(on);
  return name === 'rename' && on.startsWith(join(office, '.work', 'claims')) && on.includes('finished');
}

function relative(office: string, path: string): string {
  return path.startsWith(office) ? path.slice(office.length + 1) : '';
}

/** Files whose bytes, and names whose entries in their folders, are not on the disk. */
class Disk {
  readonly #folders: Set<string>;
  readonly #bytes = new Set<string>();
  readonly #names = new Set<string>();

  constructor(
    folders: readonly string[],
    private readonly inbox: string,
  ) {
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

  move(from: string, to: string): void {
    for (const set of [this.#bytes, this.#names, this.#folders]) {
      for (const path of [...set]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue;
        set.delete(path);
        set.add(to + path.slice(from.length));
      }
    }
    this.#names.add(to);
    // Gone from where people laid it only once that folder is synced; a claim that comes back is found settled.
    if (from.startsWith(`${this.inbox}/`)) this.#names.add(from);
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
