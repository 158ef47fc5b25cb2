import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { StampPainter } from '../../pipeline/model/ports.js';

const tinos = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const face = (name: string): string => join(tinos, name, `Tinos_${name}.ttf`);
pdfmake.setFonts({
  Tinos: { normal: face('400Regular'), bold: face('700Bold'), italics: face('400Regular_Italic'), bolditalics: face('700Bold_Italic') },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(tinos));

type Definition = Parameters<typeof pdfmake.createPdf>[0];

const pdfa = (definition: Definition): Promise<Buffer> =>
  pdfmake
    .createPdf({
      version: '1.4',
      subset: 'PDF/A-1b',
      language: 'uk-UA',
      defaultStyle: { font: 'Tinos' },
      ...definition,
      info: { title: 'Рішення', author: 'Виконавчий комітет', creationDate: new Date(Date.UTC(2021, 0, 19)) },
    })
    .getBuffer();

/** A two-page PDF/A-1b with Cyrillic text, as an act would be. */
export const samplePdf = (): Promise<Buffer> =>
  pdfa({
    content: [
      { text: 'РІШЕННЯ', bold: true, alignment: 'center' },
      ...Array.from({ length: 60 }, (_, i) => ({ text: `${i + 1}. Затвердити об’єкт ґрунтового ґатунку № ${i + 1}.` })),
      { text: 'Міський голова                     Віталій НЕМЕРЕЦЬ' },
    ],
  });

/** Paints stamps as the office does: a one-page PDF/A-1b of exactly that size. */
export const painter: StampPainter = {
  paint: ({ heading, lines, width, height }) =>
    pdfa({
      pageSize: { width, height },
      pageMargins: 6,
      background: () => ({ canvas: [{ type: 'rect', x: 1, y: 1, w: width - 2, h: height - 2, r: 4, lineColor: '#003399' }] }),
      content: [{ text: heading, bold: true, fontSize: 9 }, ...lines.map((text) => ({ text, fontSize: 7.5 }))],
    }),
};
