import { createHash } from 'node:crypto';
import { bytesString, dict, name, type PdfDict, type PdfObject, type PdfRef, ref, textString } from './objects.js';
import { PageCopier } from './page-copier.js';
import { PdfFile } from './pdf-file.js';
import { PdfSink } from './serialize.js';

/** An entry of the outline that leads to a page of the whole, from 0, with the entries under it. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly inside: readonly Bookmark[];
}

export interface JoinedPdf {
  /** As the window's title bar shows it. */
  readonly title: string;
  readonly parts: readonly Buffer[];
  readonly bookmarks: readonly Bookmark[];
}

/** How many pages a PDF has. Fault `pdf-unreadable`. */
export function pageCount(bytes: Buffer): number {
  return [...new PdfFile(bytes).pages()].length;
}

/**
 * PDFs one after another as one, with an outline, every page numbered at its lower right corner over the whole. Signatures are shown and no longer are
 * signatures; no profile of PDF/A is kept. The same parts give the same bytes. Fault `pdf-unreadable`.
 */
export function joinPdfs({ title, parts, bookmarks }: JoinedPdf): Buffer {
  const objects: PdfObject[] = [];
  const put = (value: PdfObject): PdfRef => ref(objects.push(value));
  const pages = put(null);
  const font = put(dict({ Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Helvetica'), Encoding: name('WinAnsiEncoding') }));
  const files = parts.map((bytes) => new PdfFile(bytes));
  const count = files.reduce((sum, file) => sum + [...file.pages()].length, 0);
  const kids: PdfRef[] = [];
  for (const file of files) {
    const copier = new PageCopier(file, {
      put,
      set: (at, value) => {
        objects[at.number - 1] = value;
      },
    });
    for (const page of file.pages()) kids.push(copier.copy(page, pages, { font, text: `${kids.length + 1} / ${count}` }));
  }
  objects[pages.number - 1] = dict({ Type: name('Pages'), Kids: kids, Count: kids.length });
  const root = put(
    dict({
      Type: name('Catalog'),
      Pages: pages,
      Lang: textString('uk-UA'),
      ViewerPreferences: dict({ DisplayDocTitle: true }),
      ...(bookmarks.length === 0 ? {} : { Outlines: outline(bookmarks, kids, objects, put), PageMode: name('UseOutlines') }),
    }),
  );
  const info = put(dict({ Title: textString(title) }));
  return written(objects, root, info);
}

/** Entries of one level know their neighbours, and those of the next the first and the last (ISO 32000-1, 12.3.3). */
function outline(
  bookmarks: readonly Bookmark[],
  pages: readonly PdfRef[],
  objects: PdfObject[],
  put: (value: PdfObject) => PdfRef,
): PdfRef {
  const level = (entries: readonly Bookmark[], parent: PdfRef): PdfDict => {
    const refs = entries.map(() => put(null));
    for (const [index, { title, page, inside }] of entries.entries()) {
      const own = refs[index] as PdfRef;
      const target = pages[page];
      if (target === undefined) throw new Error(`a bookmark leads to page ${page + 1}, and there is none`);
      objects[own.number - 1] = new Map([
        ...dict({
          Title: textString(title),
          Parent: parent,
          Prev: refs[index - 1],
          Next: refs[index + 1],
          Dest: [target, name('Fit')],
        }),
        ...(inside.length === 0 ? [] : level(inside, own)),
      ]);
    }
    return dict({ First: refs[0], Last: refs.at(-1), Count: entries.length });
  };
  const root = put(null);
  objects[root.number - 1] = new Map([...dict({ Type: name('Outlines') }), ...level(bookmarks, root)]);
  return root;
}

function written(objects: readonly PdfObject[], root: PdfRef, info: PdfRef): Buffer {
  const sink = new PdfSink(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'));
  const offsets = objects.map((object, index) => {
    const at = sink.position;
    sink.push(`${index + 1} 0 obj\n`);
    sink.write(object);
    sink.push('\nendobj\n');
    return at;
  });
  const at = sink.position;
  const id = bytesString(createHash('sha256').update(sink.bytes()).digest().subarray(0, 16));
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  sink.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n`);
  sink.write(dict({ Size: objects.length + 1, Root: root, Info: info, ID: [id, id] }));
  sink.push(`\nstartxref\n${at}\n%%EOF\n`);
  return sink.bytes();
}
