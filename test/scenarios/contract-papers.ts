import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import PizZip from 'pizzip';
import { zipOf } from '../intake/zip-writer.js';

type Json = Readonly<Record<string, unknown>>;

export const LAWYER = { post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ' };

/** A lease as a ZIP: a sound card with `change`, and its paper. The bytes follow from the change. */
export async function leaseZip(change: Json = {}): Promise<Buffer> {
  const files = new PizZip(await readFile('fixtures/kinds/contract/orenda-paviliionu.zip')).file(/./);
  return zipOf(
    ...files.map((file) => {
      const bytes = Buffer.from(file.asUint8Array());
      return extname(file.name) === '.json'
        ? { name: file.name, bytes: JSON.stringify({ ...lease(bytes), ...change }) }
        : { name: file.name, bytes };
    }),
  );
}

/** The card of that lease. */
export async function leaseCard(): Promise<Json & { readonly parties: readonly Json[]; readonly visas: readonly Json[] }> {
  const [card] = new PizZip(await readFile('fixtures/kinds/contract/orenda-paviliionu.zip')).file(/json$/);
  return lease(Buffer.from(card?.asUint8Array() ?? []));
}

function lease(bytes: Buffer): Json & { readonly parties: readonly Json[]; readonly visas: readonly Json[] } {
  return JSON.parse(bytes.toString());
}

/** A paper of the legal department of a day. */
export const paper = (kind: string, day: string, more: Json): Json => ({ kind, ...more, signing: { date: day }, signatory: LAWYER });

export const examination = (contract: string, verdict: 'register' | 'refuse' | 'ask', day: string, more: Json = {}): Json =>
  paper('examination', day, { title: 'Про правову експертизу договору', contract, verdict, ...more });

export const materials = (contract: string, received: string, day: string): Json =>
  paper('materials', day, { contract, received, materials: ['Технічний паспорт павільйону'] });

/** A sound amendment to the lease that is registered under a number of a day, by its parties. */
export async function amendment(of: Json, day: string, more: Json): Promise<Json> {
  const { parties } = await leaseCard();
  return paper('amendment', day, {
    ...{ title: 'Про зміну умов оренди торговельного павільйону', concluded: day, received: day, of, parties },
    application: { date: day, signed: true, sealed: true },
    edits: [{ point: '3.1', how: 'replace', text: 'Орендна плата становить 54 000,00 грн за рік.' }],
    visas: [{ role: 'legal', ...LAWYER, date: day }],
    ...more,
  });
}
