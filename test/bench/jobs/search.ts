import { performance } from 'node:perf_hooks';
import { openOffice } from '../../../pipeline/wiring/opened-office.js';
import { readCorpus } from '../search-corpus.js';
import { queriesOf } from '../search-queries.js';
import { seeded } from '../seeded.js';

export interface Search {
  readonly office: string;
  readonly acts: number;
  readonly ofEachSort: number;
  /** Rows of an answer at most, as on a page; without it an answer is all there is. */
  readonly limit?: number;
}

export interface Answered {
  readonly sort: string;
  readonly ms: number;
  readonly hits: number;
}

/** Asks an opened office, in an order that mixes the sorts; every answer must have as many hits as it can have. */
export async function job({ office: root, acts, ofEachSort, limit }: Search): Promise<Answered[]> {
  const queries = queriesOf(await readCorpus(), acts, ofEachSort);
  const random = seeded(7);
  const mixed = queries.map((query) => ({ query, place: random() })).sort((a, b) => a.place - b.place);
  const opened = await openOffice(root);
  try {
    const answers: Answered[] = [];
    await opened.store.index.search('нічого, крім відкритої бази');
    for (const { query } of mixed) {
      const begun = performance.now();
      const { length: hits } = await opened.store.index.search(query.text, limit);
      const ms = performance.now() - begun;
      const most = limit ?? acts;
      if (hits < Math.min(most, query.least * acts) || hits > Math.min(most, query.most * acts))
        throw new Error(`«${query.text}» (${query.sort}): ${hits} of ${acts} acts`);
      answers.push({ sort: query.sort, ms, hits });
    }
    return answers;
  } finally {
    await opened.close();
  }
}
