import type { View } from '../../../pipeline/model/kind.js';
import { stockPdfmake } from '../peers/stock-pdfmake.js';
import { timesOf } from '../timing.js';

export interface PrintStock {
  readonly views: readonly View[];
  readonly warmUp: number;
}

/** Prints all views with pdfmake as it comes; a process of its own, since our patches are there for all of a process. */
export async function job({ views, warmUp }: PrintStock): Promise<{ readonly times: readonly number[]; readonly pdf: Buffer }> {
  const print = stockPdfmake();
  let pdf: Buffer = Buffer.alloc(0);
  const times = await timesOf(views, warmUp, async (view) => {
    pdf = await print(view);
  });
  return { times, pdf };
}
