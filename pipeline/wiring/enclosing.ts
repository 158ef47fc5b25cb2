import { inventoryCsv, inventoryXml } from '../datasets/inventories.js';
import type { Enclosing } from '../filing/filing.js';
import { enclosuresOf } from '../kinds/companions/index.js';
import type { SignedAct } from '../model/act.js';
import { pagesOf } from '../model/case-files.js';
import { sha256 } from '../model/digest.js';
import type { Sheet } from '../model/enclosure.js';
import type { View } from '../model/kind.js';
import type { Office } from '../model/office.js';
import type { MeasureOriginal } from '../model/original.js';
import { normsOn } from '../norms/norms.js';
import type { Press, PrintedPages, Templates } from '../rendering/rendering.js';
import type { signing } from '../signing/signing.js';
import { calendarOf } from './calendar.js';
import { meetingPack } from './meeting-pack.js';

/**
 * Makes the files that go with a document, and counts the sheets that are bound with it: its own, its visas, and those of the PDFs that came with it. A copy
 * that is the document itself, for one addressee or under one number, is signed like it; where that is signed elsewhere it stays unsigned, for print.
 */
export function enclosing(
  office: Office,
  press: Press,
  signHere: ReturnType<typeof signing>,
  measureOriginal: MeasureOriginal,
  templates: Templates,
): Enclosing {
  /** `sheetsOf`: of those printed before, by name. */
  const print = async (
    { name, view, mark, telling }: Sheet,
    sheetsOf: Map<string, number>,
    markedPages: (view: View, mark: string) => Promise<PrintedPages>,
  ): Promise<{ readonly printed: PrintedPages; readonly said: View }> => {
    const printed = mark === undefined ? await press.pages(view) : await markedPages(view, mark);
    sheetsOf.set(name, pagesOf(printed.runs));
    if (telling === undefined) return { printed, said: view };
    const told = sheetsOf.get(telling.sheetsOf);
    if (told === undefined) throw new Error(`${name} tells the sheets of ${telling.sheetsOf}, which is not printed before it`);
    const said = telling.view(told);
    const telltale = await press.pages(said);
    if (telling.sheetsOf === name && pagesOf(telltale.runs) !== told) throw new Error(`${name} is longer for the number of its own sheets`);
    return { printed: telltale, said };
  };
  const calendar = calendarOf(office);
  const packOf = meetingPack(office, press);
  return async (signed) => {
    const { sheets, copies } = enclosuresOf(signed, office, { norms: normsOn(signed.registration.date, office.norms), calendar });
    const files = [];
    const sheetsOf = new Map<string, number>();
    const markedPages = copiesOf(press, sheets);
    let count = pagesOf(signed.pdf.runs);
    for (const sheet of sheets) {
      const { name, isSigned, isBound = false, form } = sheet;
      const { printed, said } = await print(sheet, sheetsOf, markedPages);
      if (isBound) count += pagesOf(printed.runs);
      const isHere = isSigned && (office.signing.byKind[signed.act.kind.id] ?? 'server') === 'server';
      files.push({ path: `${name}.pdf`, bytes: isHere ? await signedCopy(signHere, signed, printed) : printed.bytes });
      if (form === undefined) continue;
      const template = { name: form.template, bytes: await templates(form.template), parts: form.parts };
      const marks = sheet.mark === undefined ? said.marks : [sheet.mark, ...(said.marks ?? [])];
      files.push({ path: `${name}.docx`, bytes: await press.word(template, { ...said, ...(marks === undefined ? {} : { marks }) }) });
    }
    const unmeasured: string[] = [];
    for (const attachment of signed.act.draft.attachments) {
      const { format, sheets: pages } = await measureOriginal(attachment);
      if (format === 'pdf' && pages.length > 0) count += pages.length;
      else unmeasured.push(attachment.name);
    }
    return { files: [...files, ...(await inventoryFiles(signed)), ...(await packOf(signed))], copies, sheets: { count, unmeasured } };
  };
}

/** Sheets that differ in their mark alone, printed together when the first of them is asked for. */
function copiesOf(press: Press, sheets: readonly Sheet[]): (view: View, mark: string) => Promise<PrintedPages> {
  const printed = new Map<View, Promise<ReadonlyMap<string, PrintedPages>>>();
  const print = async (view: View): Promise<ReadonlyMap<string, PrintedPages>> => {
    const marks = sheets.flatMap((sheet) => (sheet.view === view && sheet.mark !== undefined ? [sheet.mark] : []));
    const copies = await press.copies(view, marks);
    return new Map(copies.map((copy, index) => [marks[index] ?? '', copy]));
  };
  return async (view, mark) => {
    const together = printed.get(view) ?? print(view);
    printed.set(view, together);
    const copy = (await together).get(mark);
    if (copy === undefined) throw new Error(`the press has printed no copy marked ${mark}`);
    return copy;
  };
}

/** The electronic copy of an inventory of cases (R 28.8). */
async function inventoryFiles({ act, registration }: SignedAct): Promise<{ path: string; bytes: Buffer }[]> {
  if (act.traits.archives !== 'lists') return [];
  const { content } = act.draft;
  return [
    { path: 'inventory.xml', bytes: Buffer.from(inventoryXml(content, registration)) },
    { path: 'inventory.csv', bytes: Buffer.from(await inventoryCsv(content)) },
  ];
}

async function signedCopy(
  signHere: ReturnType<typeof signing>,
  signed: SignedAct,
  printed: Awaited<ReturnType<Press['pages']>>,
): Promise<Buffer> {
  const { bytes, runs, stampPlaces } = printed;
  const outcome = await signHere.run({ ...signed, pdf: { bytes, sha256: sha256(bytes), runs, stampPlaces } });
  if (!outcome.ok) throw new Error('a copy that is signed here waits for nothing');
  return outcome.value.signed.bytes;
}
