import type { Office } from '../model/office.js';
import type { JudgeSignatures, MeasureOriginal } from '../model/original.js';

/** Measures the papers of contracts, each in a thread of its own; whom signatures are to be trusted of, `office` says. Loads what that takes with the first paper. */
export function originalsOf(office: Office | undefined): MeasureOriginal {
  const made = async (): Promise<MeasureOriginal> => {
    const [{ measuring }, { PACKAGE }, signatures] = await Promise.all([
      import('../originals/originals.js'),
      import('./package-paths.js'),
      judgedFor(office),
    ]);
    return measuring({ signatures, thread: { program: PACKAGE.measureThread } });
  };
  return async (file) => (await made())(file);
}

/** Read anew for each paper: roots may be added while an office runs. */
async function judgedFor(office: Office | undefined): Promise<JudgeSignatures> {
  const trusted = office?.signing.trust ?? [];
  const [{ originalSignatures }, roots] = await Promise.all([
    import('./original-signatures.js'),
    trusted.length === 0 ? undefined : import('./opened-office.js').then(({ readRoots }) => readRoots(trusted)),
  ]);
  return originalSignatures(roots);
}
