import { EXIT, type ExitCode } from '../exit-code.js';
import { Fault } from '../model/fault.js';
import { rebuildOffices } from '../wiring/rebuilding.js';
import { restoreFromBag } from '../wiring/restoring.js';
import { say, sayJson } from './say.js';

/**
 * Makes the index again from the archive, or of a transfer package in an office that is empty; exit 1 if the archive or the package is not sound, be the
 * index made or not.
 */
export async function rebuild(directories: readonly string[], from: string | undefined, json: boolean): Promise<ExitCode> {
  const { rebuilt, problems, aside } = from === undefined ? await rebuildOffices(directories) : await restored(directories, from);
  if (json) sayJson({ rebuilt, problems, aside });
  else {
    for (const { code, path, message } of problems) say(`PROBLEM ${code}   ${path}   ${message}`);
    if (rebuilt === null)
      say(
        `Nothing was changed: ${from === undefined ? 'mend these first, from a backup, then rebuild again' : 'ask for the package again'}.`,
      );
    else {
      say(`Index made again: ${rebuilt.acts} acts filed, ${rebuilt.unfiled} with a number and not filed yet.`);
      if (rebuilt.lost > 0) {
        say(`The journal lost ${rebuilt.lost} lines that only the old database had; it says which.`);
        say(
          'If acts are missing in the archive, bring them back and rebuild again before anything is run: else their numbers are given twice.',
        );
      }
      if (aside !== null) say(`The old database is kept: ${aside}`);
    }
  }
  return problems.length === 0 ? EXIT.done : EXIT.refused;
}

async function restored([directory, ...others]: readonly string[], from: string) {
  if (directory === undefined || others.length > 0) throw new Fault('usage', 'rebuild --from: name one office');
  return restoreFromBag(directory, from);
}
