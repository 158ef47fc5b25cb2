import { readFileSync } from 'node:fs';

/** A file to drop: its name, as bytes where it is no UTF-8. */
export interface MadeFile {
  readonly name: string | Buffer;
  readonly bytes: Buffer;
}

/** What an input of the list is: files, or something that must be put into the inbox by hand (a link, a folder, a device …). */
export type Made = MadeFile | { readonly name: string | Buffer; put(path: string): Promise<void> };

/** Makers by id of the list. */
export type Makers = Readonly<Record<string, () => Made>>;

const PLAIN = readFileSync('fixtures/kinds/decision/two-pages.json', 'utf8');

/** A sound decision that names itself by `id`, changed. */
export function soundDraft(id: string, change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { ...(JSON.parse(PLAIN) as Record<string, unknown>), id, ...change };
}

/** The same with one annex that is a file of the ZIP. */
export function draftWithFile(id: string, file: string): Readonly<Record<string, unknown>> {
  const draft = soundDraft(id);
  const [first, ...others] = draft['operative'] as readonly { readonly text: string }[];
  const annex = { n: 1, title: 'План', toPoint: '1', preparedBy: { post: 'Начальник відділу освіти', name: 'Любов КОВАЛЬЧУК' }, file };
  return { ...draft, operative: [{ ...first, text: `${first?.text} (додається)` }, ...others], annexes: [annex] };
}

export const jsonFile = (id: string, text: string | Buffer): MadeFile => ({ name: `${id}.json`, bytes: Buffer.from(text) });
export const xmlFile = (id: string, text: string | Buffer): MadeFile => ({ name: `${id}.xml`, bytes: Buffer.from(text) });
