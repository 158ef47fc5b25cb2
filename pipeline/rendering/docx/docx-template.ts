import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

/** A tag as it stands in a template, in the order of the document. */
export interface Tag {
  readonly name: string;
  readonly kind: 'text' | 'section' | 'raw';
  readonly inside: readonly Tag[];
}

/** What a template holds, or why it cannot be used. */
export interface ReadTemplate {
  readonly tags: readonly Tag[];
  /** English, one flaw each, naming the tag as it stands in the document. */
  readonly flaws: readonly string[];
}

/** What docxtemplater calls the parts of a template (3.71). */
interface Part {
  readonly type: string;
  readonly value: string;
  readonly module?: string;
  readonly subparsed?: readonly Part[];
}
interface TemplateError {
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly openingtag?: string;
    readonly closingtag?: string;
    readonly errors?: readonly TemplateError[];
  };
}

const OPTIONS = { paragraphLoop: true, errorLogging: false } as const;

/** Reads a template's tags; a file that is no Word document is a flaw, too. */
export function readTemplate(bytes: Uint8Array): ReadTemplate {
  let zip: PizZip;
  try {
    zip = new PizZip(bytes);
  } catch {
    return { tags: [], flaws: ['the file is not a Word document (.docx)'] };
  }
  if (zip.file('word/document.xml') === null) return { tags: [], flaws: ['the file is not a Word document (.docx)'] };
  const parts: Part[] = [];
  const listener = {
    name: 'RegestaTags',
    set({ inspect }: { readonly inspect?: { readonly postparsed?: readonly Part[] } }) {
      parts.push(...(inspect?.postparsed ?? []));
    },
  };
  try {
    new Docxtemplater(zip, { ...OPTIONS, modules: [listener] });
  } catch (error) {
    return { tags: [], flaws: flawsOf(error as TemplateError) };
  }
  return { tags: tagsOf(parts), flaws: [] };
}

/** Fills a template; `files` replaces or adds parts of the document. */
export type FillTemplate = (values: Readonly<Record<string, unknown>>, files: Readonly<Record<string, string>>) => Buffer;

/**
 * Reads a template whose tags are in order, to fill it many times: same input, same bytes. docxtemplater (3.71) fills a document it has read only
 * once, and reading costs more than filling; what one filling leaves behind is put back for the next.
 */
export function openTemplate(template: Uint8Array): FillTemplate {
  const unfilled = new Docxtemplater(new PizZip(template), OPTIONS);
  return (values, files) => {
    const left = { rendered: false, scopeManagers: {}, mapper: undefined, zip: new PizZip(template) };
    const document: Docxtemplater = Object.assign(Object.create(Object.getPrototypeOf(unfilled)), unfilled, left);
    document.render(values);
    const zip = document.getZip() as PizZip;
    for (const [name, content] of Object.entries(files)) zip.file(name, content);
    // Read back in local time by the zip writer, so made in local time: the bytes are the same in every zone.
    for (const entry of Object.values(zip.files)) entry.date = new Date(1980, 0, 1);
    return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
}

/** Text of the main part of a document as Word would show it, one string a paragraph. */
export function documentText(docx: Buffer): string[] {
  return paragraphsOf(new PizZip(docx).file('word/document.xml')?.asText() ?? '');
}

/** The same of all footers. */
export function footerText(docx: Buffer): string[] {
  const zip = new PizZip(docx);
  return Object.keys(zip.files)
    .filter((name) => /^word\/footer\d*\.xml$/.test(name))
    .flatMap((name) => paragraphsOf(zip.file(name)?.asText() ?? ''));
}

function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
      .map(([, words, space]) => (space ? ' ' : unescapeXml(words ?? '')))
      .join(''),
  );
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

function tagsOf(parts: readonly Part[]): Tag[] {
  return parts
    .filter((part) => part.type === 'placeholder')
    .map(({ value, module, subparsed }) => ({
      name: value,
      kind: module === 'loop' ? 'section' : module === 'rawxml' ? 'raw' : 'text',
      inside: tagsOf(subparsed ?? []),
    }));
}

function flawsOf(error: TemplateError): string[] {
  const { properties } = error;
  if (properties?.id === undefined) throw error;
  if (properties.errors !== undefined) return [...new Set(properties.errors.flatMap(flawsOf))];
  const tag = (properties.xtag ?? '').replace(/[{}]/g, '');
  switch (properties.id) {
    case 'unopened_tag':
      return [`"${tag}}" has a closing brace without an opening one`];
    case 'unclosed_tag':
      return [`"{${tag}" has no closing brace`];
    case 'duplicate_open_tag':
      return [`"${tag}" has two opening braces`];
    case 'duplicate_close_tag':
      return [`"${tag}" has two closing braces`];
    case 'unopened_loop':
      return [`{/${tag}} closes a section that was not opened`];
    case 'unclosed_loop':
      return [`{#${tag}} is not closed: {/${tag}} is missing`];
    case 'closing_tag_does_not_match_opening_tag':
      return [`{#${properties.openingtag ?? ''}} is closed by {/${properties.closingtag ?? ''}}`];
    case 'raw_xml_tag_should_be_only_text_in_paragraph':
      return [`{@${tag}} must stand in a paragraph of its own`];
    default:
      return [`{${tag}} is broken (${properties.id})`];
  }
}
