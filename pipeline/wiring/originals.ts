import type { Office } from '../model/office.js';
import type { MeasureOriginal } from '../model/original.js';
import { originalSignatures } from './original-signatures.js';
import { PACKAGE } from './package-paths.js';

/** Measures the papers of contracts, each in a thread of its own; whom signatures are to be trusted of, `office` says. Loads what that takes with the first paper. */
export function originalsOf(office: Office | undefined): MeasureOriginal {
  const signatures = originalSignatures(async () => {
    const trusted = office?.signing.trust ?? [];
    if (trusted.length === 0) return undefined;
    // Read anew for each paper: roots may be added while an office runs.
    const { readRoots } = await import('./opened-office.js');
    return readRoots(trusted);
  });
  return async (file) => {
    const { measuring } = await import('../originals/originals.js');
    return measuring({ signatures, thread: { program: PACKAGE.measureThread } })(file);
  };
}
