import { inventoryCsv, inventoryXml } from '../datasets/inventories.js';
import type { Enclosing } from '../filing/filing.js';
import { enclosuresOf } from '../kinds/companions/index.js';
import type { SignedAct } from '../model/act.js';
import { sha256 } from '../model/digest.js';
import type { Office } from '../model/office.js';
import { normsOn } from '../norms/norms.js';
import type { Press, PrintedPages } from '../rendering/rendering.js';
import type { signing } from '../signing/signing.js';

/**
 * Makes the files that go with a document. A copy that names one addressee of many is signed like the document; where that is signed elsewhere it stays
 * unsigned, for print.
 */
export function enclosing(office: Office, press: Press, signHere: ReturnType<typeof signing>): Enclosing {
  return async (signed) => {
    const { sheets, copies } = enclosuresOf(signed, office, normsOn(signed.registration.date, office.norms));
    const files = [];
    const sheetsOf = new Map<string, number>();
    for (const { name, view, telling, isSigned } of sheets) {
      let printed = await press.pages(view);
      sheetsOf.set(name, pagesOf(printed));
      if (telling !== undefined) {
        const sheetsTold = sheetsOf.get(telling.sheetsOf);
        if (sheetsTold === undefined) throw new Error(`${name} tells the sheets of ${telling.sheetsOf}, which is not printed before it`);
        printed = await press.pages(telling.view(sheetsTold));
        if (telling.sheetsOf === name && pagesOf(printed) !== sheetsTold)
          throw new Error(`${name} is longer for the number of its own sheets`);
        sheetsOf.set(name, pagesOf(printed));
      }
      const isHere = isSigned && (office.signing.byKind[signed.act.kind.id] ?? 'server') === 'server';
      files.push({ path: `${name}.pdf`, bytes: isHere ? await signedCopy(signHere, signed, printed) : printed.bytes });
    }
    return { files: [...files, ...(await inventoryFiles(signed))], copies };
  };
}

const pagesOf = ({ runs }: Pick<PrintedPages, 'runs'>): number => runs.reduce((sum, { pages }) => sum + pages, 0);

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
