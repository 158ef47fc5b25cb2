import { EXIT, type ExitCode } from '../exit-code.js';
import { type TransferChoice, transferCases } from '../wiring/transferring.js';
import { say, sayJson } from './say.js';

/** Packs the cases of a year for whoever gets them; exit 1 if no whole package was made. */
export async function transfer(directory: string, out: string, choice: TransferChoice, json: boolean): Promise<ExitCode> {
  const done = await transferCases(directory, out, choice);
  const { folder, cases, acts, files, bytes, problems, remarks } = done;
  if (json) sayJson(done);
  else {
    for (const { code, path, message } of problems) say(`PROBLEM ${code}   ${path}   ${message}`);
    for (const remark of remarks) say(`NOTE ${remark}`);
    say(
      problems.length > 0
        ? 'Nothing to hand over was made: mend these first.'
        : `${folder}: ${cases} cases, ${acts} documents, ${files} files, ${bytes} bytes; read back and valid`,
    );
  }
  return problems.length === 0 ? EXIT.done : EXIT.refused;
}
