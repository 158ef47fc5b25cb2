import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../files/file-faults.js';
import { actFolder } from '../filing/office-path.js';
import { questionNumber } from '../kinds/agenda-questions.js';
import { projectNoteView } from '../kinds/companions/project-note.js';
import type { SignedAct } from '../model/act.js';
import { Fault } from '../model/fault.js';
import type { NamedProject } from '../model/kind.js';
import type { MeetingItem } from '../model/meeting-card.js';
import type { Office } from '../model/office.js';
import { type Bookmark, joinPdfs, pageCount } from '../pdf/join.js';
import type { Press } from '../rendering/rendering.js';

interface PackedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * What the members of a meeting get with its agenda (R 4.6, 5.17): `pack.pdf`, the agenda, then question by question each project with its note, its visas and the
 * PDFs among its annexes, with bookmarks and numbered pages; and beside it, in `pack/`, the projects in Word and their annexes as they came. Nothing for other documents.
 */
export function meetingPack(office: Office, press: Press): (signed: SignedAct) => Promise<readonly PackedFile[]> {
  return async ({ act, registration, signed }) => {
    if (act.traits.meets !== 'tables') return [];
    const { content } = act.draft;
    const body = act.kind.issuerOf(content);
    const pack = new Pack();
    pack.add('Порядок денний', signed.bytes);
    const files: PackedFile[] = [];
    for (const [index, item] of content.items.entries()) {
      const named = item.projects.flatMap((id) => act.onRecord?.projects?.find((project) => project.id === id) ?? []);
      const number = questionNumber(item, index);
      const inside: Bookmark[] = [];
      const at = pack.pages;
      for (const [position, project] of named.entries()) {
        const isOnly = named.length === 1;
        const prefix = `pack/${number.padStart(2, '0')}${isOnly ? '' : `.${position + 1}`}`;
        const { bookmark, beside } = await put(pack, project, isOnly ? 'Проєкт рішення' : `Альтернатива ${position + 1}`, body);
        inside.push(bookmark);
        files.push(...beside.map(({ path, bytes }) => ({ path: `${prefix}-${path}`, bytes })));
      }
      if (inside.length > 0) pack.bookmarks.push({ title: questionTitle(item, number, named), page: at, inside });
    }
    const title = `Матеріали засідання: ${act.kind.titleOf(content)} (№ ${registration.number})`;
    return [{ path: 'pack.pdf', bytes: joinPdfs({ title, parts: pack.parts, bookmarks: pack.bookmarks }) }, ...files];
  };

  /** Puts all of a project into the pack: its bookmarks, and the files that go beside it. */
  async function put(pack: Pack, { id, draft, version }: NamedProject, called: string, body: string) {
    const { content } = draft;
    const folder = actFolder(office, version);
    const read = (path: string): Promise<Buffer> => onDisk(folder, () => readFile(join(folder, path)));
    const inside: Bookmark[] = [];
    const page = pack.place(await read('act.pdf'));
    const note = projectNoteView(content, id, version, office, body);
    if (note !== undefined) inside.push(leaf('Довідка', pack.place((await press.pages(note)).bytes)));
    if (content.visas.length > 0) inside.push(leaf('Аркуш погодження', pack.place(await read('visas.pdf'))));
    const beside: PackedFile[] = [{ path: 'act.docx', bytes: await read('act.docx') }];
    for (const annex of content.annexes) {
      if (annex.file === undefined) continue;
      const bytes = await read(`annexes/${annex.n}-${annex.file}`);
      beside.push({ path: `annex-${annex.n}-${annex.file}`, bytes });
      const at = /\.pdf$/iu.test(annex.file) ? pack.tryPlace(bytes) : undefined;
      if (at !== undefined) inside.push(leaf(`Додаток ${annex.n}${annex.title === undefined ? '' : `. ${annex.title}`}`, at));
    }
    return { bookmark: { title: `${called}: ${id}`, page, inside }, beside };
  }
}

const leaf = (title: string, page: number): Bookmark => ({ title, page, inside: [] });

function questionTitle({ title }: MeetingItem, number: string, [first]: readonly NamedProject[]): string {
  return `${number}. ${title ?? first?.draft.content.title ?? ''}`;
}

/** Parts one after another, with the page on which each begins, from 0. */
class Pack {
  readonly parts: Buffer[] = [];
  readonly bookmarks: Bookmark[] = [];
  pages = 0;

  add(title: string, bytes: Buffer): void {
    this.bookmarks.push(leaf(title, this.place(bytes)));
  }

  place(bytes: Buffer): number {
    const at = this.pages;
    this.pages += pageCount(bytes);
    this.parts.push(bytes);
    return at;
  }

  /** Undefined where a clerk's PDF is encrypted or broken: it lies beside the pack as it came. */
  tryPlace(bytes: Buffer): number | undefined {
    try {
      // Joined alone, so that what cannot be joined is known before it is among the others.
      joinPdfs({ title: '', parts: [bytes], bookmarks: [] });
      return this.place(bytes);
    } catch (problem) {
      if (problem instanceof Fault && problem.code === 'pdf-unreadable') return undefined;
      throw problem;
    }
  }
}
