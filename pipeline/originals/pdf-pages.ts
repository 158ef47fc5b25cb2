import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Ink, type Matrix, PageInk } from './page-ink.js';

/** A page as it is shown, with its text and the notes on it; points. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly ink: readonly Ink[];
  /** Visible annotations, links and fields apart. */
  readonly notes: readonly { readonly type: string; readonly text: string }[];
}

export type PdfPages = { readonly pages: readonly PdfPage[] } | { readonly unreadable: 'broken' | 'encrypted' | 'excessive' };

/** What no contract has: beyond it a file is not read on. */
export interface PdfLimits {
  readonly pages: number;
  /** Operators and pieces of text of all pages. */
  readonly operators: number;
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * The pages of a PDF, read by pdf.js, which is loaded with the first one. Nothing is thrown for what is in the file. Pictures are never decoded; outer
 * resources are never asked for.
 */
export async function pdfPages(bytes: Buffer, limits: PdfLimits): Promise<PdfPages> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for itself.
    data: new Uint8Array(bytes),
    verbosity: 0,
    maxImageSize: 1,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    if (await isEncrypted(document)) return { unreadable: 'encrypted' };
    if (document.numPages > limits.pages) return { unreadable: 'excessive' };
    const pages: PdfPage[] = [];
    let operators = 0;
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const { read, count } = await readPage(pdfjs, page);
      operators += count;
      if (operators > limits.operators) return { unreadable: 'excessive' };
      pages.push(read);
      page.cleanup();
    }
    return { pages };
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'PasswordException') return { unreadable: 'encrypted' };
    if (isOfFile(pdfjs, problem)) return { unreadable: 'broken' };
    throw problem;
  } finally {
    await task.destroy();
  }
}

/** One that opens without a password is encrypted all the same: what may be done with it is not ours to say (ISO 19005-1, 6.1.3). */
async function isEncrypted(document: PDFDocumentProxy): Promise<boolean> {
  const { info } = await document.getMetadata();
  return (await document.getPermissions()) !== null || ('EncryptFilterName' in info && info.EncryptFilterName !== null);
}

/** pdf.js (5.6) has no common class for what it finds wrong: what comes from its worker arrives as `UnknownErrorException`. */
function isOfFile(pdfjs: PdfJs, problem: unknown): boolean {
  return (
    problem instanceof pdfjs.InvalidPDFException ||
    (problem instanceof Error && /^(?:UnknownErrorException|FormatError|XRefEntryException|ResponseException)$/.test(problem.name))
  );
}

async function readPage(pdfjs: PdfJs, page: PDFPageProxy): Promise<{ readonly read: PdfPage; readonly count: number }> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  // A signature's stamp is no text of the paper, and notes are told apart.
  const fields = new Set(annotations.filter((one) => one.subtype === 'Widget' && one.fieldType !== 'Sig').map(({ id }) => id));
  const { fnArray, argsArray } = await page.getOperatorList();
  const ink = new PageInk({ base: transform as unknown as Matrix, width, height }, (id) => fields.has(id));
  let count = fnArray.length;
  for (const [index, code] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[];
    ink.follow(nameOf(pdfjs, code), args);
    if (Array.isArray(args[0])) count += args[0].length;
  }
  const notes = annotations
    .filter(({ subtype }) => subtype !== undefined && !NO_NOTES.has(subtype))
    .map(({ subtype, contentsObj }) => ({ type: subtype ?? '', text: contentsObj?.str ?? '' }));
  return { read: { width, height, ink: ink.ink, notes }, count };
}

interface Annotation {
  readonly id: string;
  readonly subtype?: string;
  readonly fieldType?: string;
  readonly contentsObj?: { readonly str: string };
}

/** What lies on a page without changing what it says. */
const NO_NOTES: ReadonlySet<string> = new Set(['Link', 'Widget', 'Popup', 'PrinterMark', 'TrapNet', 'FileAttachment']);

const names = new Map<number, string>();

function nameOf({ OPS }: PdfJs, code: number): string {
  if (names.size === 0) for (const [name, value] of Object.entries(OPS)) names.set(value, name);
  return names.get(code) ?? '';
}
