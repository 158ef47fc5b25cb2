import PizZip from 'pizzip';

export interface HandMadePage {
  /** Points. */
  readonly box?: readonly [number, number, number, number];
  /** Entries of the page's dictionary beside those that every page has: `/Rotate 90`. */
  readonly more?: string;
  /** Operators; `/F1` is Helvetica. */
  readonly content: string | { readonly filter: string; readonly bytes: Buffer };
}

const A4 = [0, 0, 595.28, 841.89] as const;

/** A PDF with these pages, uncompressed, so that a test says all that is in it; `objects` are numbered from 100. */
export function pdfOf(pages: readonly HandMadePage[], objects: readonly string[] = []): Buffer {
  const bodies = new Map<number, Buffer>();
  const kids = pages.map((_, index) => 10 + 2 * index);
  bodies.set(1, latin('<< /Type /Catalog /Pages 2 0 R >>'));
  bodies.set(2, latin(`<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`));
  bodies.set(3, latin('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'));
  for (const [index, { box = A4, more = '', content }] of pages.entries()) {
    const n = 10 + 2 * index;
    const resources = '<< /Font << /F1 3 0 R >> /ExtGState << /G1 << /ca 0 >> /G2 << /ca 0.5 >> >> >>';
    bodies.set(
      n,
      latin(`<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(' ')}] /Resources ${resources} /Contents ${n + 1} 0 R ${more} >>`),
    );
    const { filter, bytes } = typeof content === 'string' ? { filter: '', bytes: latin(content) } : content;
    bodies.set(n + 1, Buffer.concat([latin(`<< /Length ${bytes.length} ${filter} >>\nstream\n`), bytes, latin('\nendstream')]));
  }
  for (const [index, body] of objects.entries()) bodies.set(100 + index, latin(body));
  const parts: Buffer[] = [latin('%PDF-1.7\n')];
  const places: [number, number][] = [];
  let at = parts[0]?.length ?? 0;
  for (const [n, body] of bodies) {
    const whole = Buffer.concat([latin(`${n} 0 obj\n`), body, latin('\nendobj\n')]);
    places.push([n, at]);
    parts.push(whole);
    at += whole.length;
  }
  const table = places.map(([n, place]) => `${n} 1\n${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(latin(`xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Size 1000 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A line of text at a place, points from the lower left corner. */
export function line(text: string, x = 100, y = 700, before = ''): string {
  return `q ${before} BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET Q\n`;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface HandMadePart {
  /** End of the relation's type: `header`. */
  readonly type: string;
  readonly name: string;
  readonly xml: string;
}

/** A DOCX of this body and these parts; `rId1` leads to the first. In the XML of a part `xmlns:W` stands for the declarations. */
export function docxOf(
  body: string,
  parts: readonly HandMadePart[] = [],
  root = `<w:document ${W} xmlns:r="${OFFICE}"><w:body>BODY</w:body></w:document>`,
): Buffer {
  const zip = new PizZip();
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  zip.file('[Content_Types].xml', types);
  const relations = (items: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  zip.file('_rels/.rels', relations([`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`]));
  zip.file(
    'word/_rels/document.xml.rels',
    relations(parts.map(({ type, name }, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${name}"/>`)),
  );
  zip.file(
    'word/document.xml',
    root.replace('BODY', () => body),
  );
  for (const { name, xml } of parts) zip.file(`word/${name}`, xml.replace('xmlns:W', W));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A paragraph of Word; `properties` are those of its run. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Section properties of A4, with these elements before the size. */
export function section(before = '', size = '<w:pgSz w:w="11906" w:h="16838"/>'): string {
  return `<w:sectPr>${before}${size}</w:sectPr>`;
}
