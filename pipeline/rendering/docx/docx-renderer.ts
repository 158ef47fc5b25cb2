import { Fault } from '../../model/fault.js';
import type { View, ViewPart } from '../../model/kind.js';
import { escapeXml } from '../escape-xml.js';
import { type FillTemplate, openTemplate } from './docx-template.js';
import { lintTemplate } from './template-lint.js';
import { tagValues } from './template-tags.js';

/** A Word template and the name of its file, e.g. `decision.docx`. */
export interface Template {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it must print. */
  readonly parts: readonly ViewPart[];
}

/** Renders views as Word documents. A template is linted when its bytes are first seen. Fault `template-broken` if it would not print the act whole. */
export function docxRenderer(): (template: Template, view: View) => Promise<Buffer> {
  const opened = new Map<string, { readonly bytes: Uint8Array; readonly fill: FillTemplate }>();
  return async ({ name, bytes, parts }, view) => {
    let template = opened.get(name);
    if (template === undefined || Buffer.compare(template.bytes, bytes) !== 0) {
      const flaws = lintTemplate(bytes, parts);
      if (flaws.length > 0) throw new Fault('template-broken', `The template ${name} is broken: ${flaws.join('; ')}`);
      template = { bytes, fill: openTemplate(bytes) };
      opened.set(name, template);
    }
    return template.fill(tagValues(view), { 'docProps/core.xml': coreProperties(view) });
  };
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
