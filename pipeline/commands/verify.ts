import { stat } from 'node:fs/promises';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Fault } from '../model/fault.js';
import type { Problem, SignatureReport } from '../model/ports.js';
import { openOffice, verifyOneFile } from '../wiring/opened-office.js';
import { verifyPackage } from '../wiring/restoring.js';
import { say, sayJson } from './say.js';

/** Verifies an office's whole archive, the files of a transfer package, or the signatures of one PDF; exit 1 if anything is not valid. */
export async function verify(target: string, trust: readonly string[] | undefined, json: boolean): Promise<ExitCode> {
  const verdict = (await isFolder(target)) ? await verifyFolder(target, trust) : await verifyOneFile(target, trust);
  if (json) sayJson(verdict);
  else printForPeople(verdict);
  return verdict.valid ? EXIT.done : EXIT.refused;
}

async function isFolder(target: string): Promise<boolean> {
  try {
    return (await stat(target)).isDirectory();
  } catch (cause) {
    throw new Fault('usage', `${target}: no such folder or file`, { cause });
  }
}

async function verifyFolder(target: string, trust: readonly string[] | undefined): Promise<Verdict> {
  return (await verifyPackage(target)) ?? verifyOffice(target, trust);
}

async function verifyOffice(directory: string, trust: readonly string[] | undefined): Promise<Verdict> {
  const opened = await openOffice(directory);
  try {
    return await opened.verify(trust);
  } finally {
    await opened.close();
  }
}

interface Verdict {
  readonly valid: boolean;
  readonly problems: readonly Problem[];
  readonly signatures: readonly SignatureReport[];
}

function printForPeople(verdict: Verdict): void {
  for (const signature of verdict.signatures) {
    const trust = signature.trusted === null ? 'trust not asked' : signature.trusted ? 'trusted' : 'NOT TRUSTED';
    const extent = signature.coversWholeFile ? 'covers the whole file' : `later changes: ${signature.laterChanges}`;
    say(
      `${signature.file}   ${signature.role}   ${signature.signer}   ${signature.level}   ${trust}   ${extent}   ${signature.signedAt ?? ''}`,
    );
  }
  for (const problem of verdict.problems) say(`PROBLEM ${problem.code}   ${problem.path}   ${problem.message}`);
  say(`${verdict.valid ? 'valid' : 'NOT VALID'}: ${verdict.signatures.length} signatures, ${verdict.problems.length} problems`);
}
