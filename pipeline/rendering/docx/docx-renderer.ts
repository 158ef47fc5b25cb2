import { Fault } from '../../model/fault.js';
import type { View } from '../../model/kind.js';
import { escapeXml } from '../escape-xml.js';
import { fillTemplate } from './docx-template.js';
import { lintTemplate } from './template-lint.js';
import { tagValues } from './template-tags.js';

/** Gives the bytes of a template by its file name, e.g. `decision.docx`; rejects if there is none. */
export type Templates = (name: string) => Promise<Buffer>;

/**
 * Renders views as Word documents from templates. A template is linted when its bytes are first seen. Fault `template-missing` if it cannot
 * be read, `template-broken` if it would not print the act whole.
 */
export function docxRenderer(templates: Templates): (template: string, view: View) => Promise<Buffer> {
  const sound = new Map<string, Buffer>();
  return async (name, view) => {
    const bytes = await read(templates, name);
    if (!sound.get(name)?.equals(bytes)) {
      const flaws = lintTemplate(bytes);
      if (flaws.length > 0) throw new Fault('template-broken', `The template ${name} is broken: ${flaws.join('; ')}`);
      sound.set(name, bytes);
    }
    return fillTemplate(bytes, tagValues(view), { 'docProps/core.xml': coreProperties(view) });
  };
}

async function read(templates: Templates, name: string): Promise<Buffer> {
  try {
    return await templates(name);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('template-missing', `Cannot read the template ${name}: look into the folder "templates" of the office`, { cause });
  }
}

function coreProperties({ properties: { title, author, subject, keywords, date } }: View): string {
  const instant = `<dcterms:TYPE xsi:type="dcterms:W3CDTF">${date}T12:00:00Z</dcterms:TYPE>`;
  const text = (element: string, value: string): string => (value === '' ? '' : `<${element}>${escapeXml(value)}</${element}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    text('dc:title', title),
    text('dc:subject', subject),
    text('dc:creator', author),
    text('cp:keywords', keywords.join(', ')),
    '<dc:language>uk-UA</dc:language>',
    instant.replaceAll('TYPE', 'created'),
    instant.replaceAll('TYPE', 'modified'),
    '</cp:coreProperties>',
  ].join('');
}
