import type { KnownPart } from '../../../pipeline/model/ports.js';
import { readOffice } from '../../../pipeline/wiring/office-here.js';
import { openOfficeStore } from '../../../pipeline/wiring/opened-office.js';
import { readCorpus } from '../search-corpus.js';

export interface FillIndex {
  readonly office: string;
  readonly acts: number;
  /** The last ones are registered and filed one by one, as an office does. */
  readonly oneByOne: number;
}

/** Fills an empty index as `rebuild` does, then goes on as an office at work. */
export async function job({ office: root, acts, oneByOne }: FillIndex): Promise<null> {
  const corpus = await readCorpus();
  const store = await openOfficeStore(await readOffice(root));
  async function* parts(): AsyncGenerator<KnownPart> {
    for (let index = 0; index < acts - oneByOne; index += 1) yield { entry: corpus.entry(index), lines: [], placed: true, office: 'main' };
  }
  try {
    await store.refill(parts());
    for (let index = acts - oneByOne; index < acts; index += 1) {
      const { registration, kind, title, drop, text, effects } = corpus.entry(index);
      const event = { claim: null, who: 'bench', drop, detail: {} };
      const of = { issuer: 'committee', delegated: false, effects } as const;
      const entry = { ...registration, ...of, kind, title, id: null, drop, opening: registration.ordinal, formatNumber: String };
      const given = await store.register.register(entry, event);
      const path = `archive/${given.year}/${given.series}/${given.number}`;
      await store.index.file({ registration: given, kind, title, drop, path, text }, event, async () => undefined);
    }
  } finally {
    await store.close();
  }
  return null;
}
