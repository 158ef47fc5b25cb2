import { EXIT, type ExitCode } from '../exit-code.js';
import { rebuildOffices } from '../wiring/rebuilding.js';
import { say, sayJson } from './say.js';

/** Makes the index again from the archive; exit 1 if the archive is not sound, be the index made or not. */
export async function rebuild(directories: readonly string[], json: boolean): Promise<ExitCode> {
  const { rebuilt, problems, aside } = await rebuildOffices(directories);
  if (json) sayJson({ rebuilt, problems, aside });
  else {
    for (const { code, path, message } of problems) say(`PROBLEM ${code}   ${path}   ${message}`);
    if (rebuilt === null) say('Nothing was changed: mend these first, from a backup, then rebuild again.');
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
