import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { View } from '../../../pipeline/model/kind.js';

const require = createRequire(import.meta.url);
const face = (file: string): string => require.resolve(`@expo-google-fonts/tinos/${file}`);

/** pdfmake as a project would use it that has not looked inside: the words of an act in the same fonts and sizes as PDF/A-1b; no picture, no stamps' places. */
export function stockPdfmake(): (view: View) => Promise<Buffer> {
  pdfmake.setFonts({
    Tinos: {
      normal: face('400Regular/Tinos_400Regular.ttf'),
      bold: face('700Bold/Tinos_700Bold.ttf'),
      italics: face('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    },
  });
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
  return (view) => pdfmake.createPdf(definitionOf(view)).getBuffer();
}

function definitionOf(view: View): TDocumentDefinitions {
  const { title, author, subject, keywords } = view.properties;
  const content: Content[] = [
    ...view.bodyNames.map((text): Content => ({ text, bold: true, alignment: 'center' })),
    { text: view.kindName, bold: true, alignment: 'center', fontSize: 16, margin: [0, 12, 0, 12] },
    { columns: [{ text: view.date }, { text: view.place, alignment: 'center' }, { text: view.number, alignment: 'right' }] },
    { text: view.title, bold: true, margin: [0, 14, 260, 14] },
    ...view.stating.map(running),
    { text: view.keyword, bold: true, margin: [0, 8, 0, 0] },
    ...view.points.map(({ number, text }) => running(`${number} ${text}`)),
    { columns: [{ text: view.signature.post ?? '' }, { text: view.signature.name ?? '', alignment: 'right' }], margin: [0, 28, 0, 0] },
  ];
  return {
    version: '1.4',
    subset: 'PDF/A-1b',
    language: 'uk-UA',
    info: { title, author, subject, keywords: keywords.join(', ') },
    pageSize: 'A4',
    pageMargins: [85, 57, 28, 57],
    defaultStyle: { font: 'Tinos', fontSize: 14 },
    header: (page) => (page === 1 ? null : { text: String(page), fontSize: 12, alignment: 'center', margin: [0, 28, 0, 0] }),
    content,
  };
}

const running = (text: string): Content => ({ text, alignment: 'justify', leadingIndent: 28, margin: [0, 4, 0, 0] });
