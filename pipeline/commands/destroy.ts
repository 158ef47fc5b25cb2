import { EXIT, type ExitCode } from '../exit-code.js';
import { toDigitalStyle } from '../model/date.js';
import { type Destroyable, destroyable } from '../wiring/destroyable.js';
import { say, sayError, sayJson } from './say.js';

export interface DestroyOptions {
  readonly year?: number | undefined;
  readonly unit?: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/**
 * Shows which volumes an act of destruction could name today, and why it could not name the others; nothing is destroyed but by such an act, which needs persons and
 * leave and is dropped like any document. An empty list is done, too.
 */
export async function destroy(directory: string, { year, unit, dryRun, json }: DestroyOptions): Promise<ExitCode> {
  if (!dryRun) {
    sayError('cases are destroyed only by an act of destruction that is dropped into the inbox; --dry-run shows what such an act may name');
    return EXIT.usage;
  }
  const volumes = await destroyable(directory, year, unit);
  if (json) sayJson(volumes);
  else for (const volume of volumes) lines(volume).forEach(say);
  return EXIT.done;
}

function lines({ year, index, volume, heading, term, from, documents, sheets, reasons }: Destroyable): string[] {
  const verdict = reasons.length === 0 ? 'goes' : 'stays';
  const day = from === null ? '' : `, from ${toDigitalStyle(from)}`;
  return [
    `${verdict.padEnd(6)} ${year}  ${index.padEnd(8)} volume ${volume}  ${term}${day}  ${documents} documents, ${sheets} sheets  ${heading}`,
    ...reasons.map(({ rule, message }) => `         ${rule}: ${message}`),
  ];
}
