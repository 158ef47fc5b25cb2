import { readFile } from 'node:fs/promises';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Fault } from '../model/fault.js';
import type { Finding } from '../model/finding.js';
import { openChecker } from '../wiring/checking.js';
import { say, sayError, sayJson } from './say.js';

export interface CheckOptions {
  readonly office: string | undefined;
  readonly measure: boolean;
  readonly json: boolean;
}

/** Says what is wrong with each file, in order; leaves no trace. Exit 1 if anything would be refused. */
export async function check(files: readonly string[], options: CheckOptions): Promise<ExitCode> {
  if (options.measure && options.office === undefined)
    throw new Fault('usage', 'check --measure lays the pages out on the blank of an office: add --office DIR');
  const checker = await openChecker(options.office, options.measure);
  const findings: Finding[] = [];
  const leftOut = new Set<string>();
  try {
    for (const file of files) {
      const result = await checker.check(file, await bytesOf(file));
      findings.push(...result.findings);
      for (const rule of result.leftOut) leftOut.add(rule);
    }
  } finally {
    await checker.close();
  }
  if (leftOut.size > 0)
    sayError(`not asked, for lack of ${options.office === undefined ? '--office' : '--measure'}: ${[...leftOut].join(', ')}`);
  if (options.json) sayJson(findings);
  else for (const finding of findings) findingLines(finding).forEach(say);
  return findings.some((finding) => finding.severity === 'refuse') ? EXIT.refused : EXIT.done;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Fault('usage', `${file}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`, { cause });
  }
}

/** A finding as compilers print theirs, so that editors can jump to it. */
function findingLines({ file, at, severity, rule, clause, message, expected, hint }: Finding): string[] {
  const place = at.line === null ? file : `${file}:${at.line}:${at.column ?? 1}`;
  const lines = [`${place}: ${severity} ${rule}${clause === null ? '' : ` (п. ${clause})`}: ${message}`];
  if (expected !== null) lines.push(`    очікується: ${expected}`);
  if (hint !== null) lines.push(`    як виправити: ${hint}`);
  return lines;
}
