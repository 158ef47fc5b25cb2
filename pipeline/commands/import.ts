import { EXIT, type ExitCode } from '../exit-code.js';
import { importOlderActs } from '../wiring/importing.js';
import { say, sayJson } from './say.js';

/** Enters older acts from a list; exit 1 if a line is wrong, and then none is entered. */
export async function importList(directory: string, file: string, json: boolean): Promise<ExitCode> {
  const result = await importOlderActs(directory, file);
  const { imported, already, problems } = result;
  if (json) sayJson(result);
  else {
    for (const { line, reason } of problems) say(`${file}:${line}: ${reason}`);
    if (problems.length > 0) say(`Nothing was imported; lines to mend: ${problems.length}.`);
    else if (imported.length === 0) say(`Nothing to do: the register has all acts of the list, ${already}.`);
    else say(`Older acts imported: ${imported.length}; in the register before: ${already}.`);
  }
  return problems.length === 0 ? EXIT.done : EXIT.refused;
}
