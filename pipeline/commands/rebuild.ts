import { EXIT, type ExitCode } from '../exit-code.js';
import { rebuildOffices } from '../wiring/rebuilding.js';

/** Makes the index again from the archive; exit 1 if the archive is not sound, be the index made or not. */
export async function rebuild(directories: readonly string[], json: boolean): Promise<ExitCode> {
  const { rebuilt, problems, aside } = await rebuildOffices(directories);
  if (json) process.stdout.write(`${JSON.stringify({ rebuilt, problems, aside }, null, 2)}\n`);
  else {
    for (const { code, path, message } of problems) process.stdout.write(`PROBLEM ${code}   ${path}   ${message}\n`);
    if (rebuilt === null) process.stdout.write('Nothing was changed: mend these first, from a backup, then rebuild again.\n');
    else {
      process.stdout.write(`Index made again: ${rebuilt.acts} acts filed, ${rebuilt.unfiled} with a number and not filed yet.\n`);
      if (rebuilt.lost > 0)
        process.stdout.write(
          `The journal lost ${rebuilt.lost} lines that only the old database had; it says which.\nIf acts are missing in the archive, bring them back and rebuild again before anything is run: else their numbers are given twice.\n`,
        );
      if (aside !== null) process.stdout.write(`The old database is kept: ${aside}\n`);
    }
  }
  return problems.length === 0 ? EXIT.done : EXIT.refused;
}
