import { inflateSync } from 'node:zlib';

/** A PDF as text, its streams as they lie in the file. */
export function latin1(bytes: Buffer): string {
  return bytes.toString('latin1');
}

/** The XMP packet, which PDF/A keeps uncompressed. */
export function xmpOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.slice(text.indexOf('<?xpacket'), text.indexOf('<?xpacket end="w"?>') + 19);
}

/** Content streams of the pages, decompressed, in the order of the file. */
export function contentsOf(bytes: Buffer): string[] {
  const text = latin1(bytes);
  const streams = [...text.matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\r?\n/g)].map((match) => {
    const from = match.index + match[0].length;
    return inflateSync(bytes.subarray(from, text.indexOf('endstream', from))).toString('latin1');
  });
  return streams.filter((stream) => /^BT$/m.test(stream));
}

/** The streams that a PDF's entries of this name refer to, decompressed, in the order of the file. */
export function streamsOf(bytes: Buffer, entry: string): Buffer[] {
  const text = latin1(bytes);
  return [...text.matchAll(new RegExp(`/${entry} (\\d+) 0 R`, 'g'))].map(([, number]) => {
    const object = text.indexOf(`\n${number} 0 obj`);
    return inflateSync(bytes.subarray(text.indexOf('stream\n', object) + 7, text.indexOf('endstream', object)));
  });
}

/** Opacities that a PDF sets, for fills and strokes. PDF/A-1 (ISO 19005-1, 6.4) allows none but 1. */
export function opacitiesOf(bytes: Buffer): string[] {
  return [...latin1(bytes).matchAll(/\/(?:ca|CA) ([\d.]+)/g)].map(([, opacity = '']) => opacity);
}

/** What no PDF/A-1 of an act has: transparency groups and masks, scripts, files, encryption, annotations and ways out of the document. */
export const FORBIDDEN =
  /\/(?:SMask (?!\/None)|S \/Transparency|JavaScript|JS|EmbeddedFiles?|Encrypt|Launch|URI|Annots|OpenAction|AA|AcroForm)\b/;
