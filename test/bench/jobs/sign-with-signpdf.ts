import type { RsaP12 } from '../peers/rsa-p12.js';
import { signpdf } from '../peers/signpdf.js';
import { timesOf } from '../timing.js';

export interface SignWithSignpdf {
  readonly pdf: Buffer;
  readonly rsa: RsaP12;
  readonly count: number;
  readonly warmUp: number;
}

/** Signs a file twice with @signpdf, again and again. */
export async function job({ pdf, rsa, count, warmUp }: SignWithSignpdf): Promise<number[]> {
  const sign = signpdf(rsa);
  const files = Array.from({ length: warmUp + count }, () => pdf);
  return timesOf(files, warmUp, async (file) => {
    const signed = await sign(await sign(file));
    const ranges = signed.toString('latin1').split('/ByteRange').length - 1;
    if (ranges !== 2) throw new Error(`@signpdf made ${ranges} signatures`);
  });
}
