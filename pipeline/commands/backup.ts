import { EXIT, type ExitCode } from '../exit-code.js';
import { backUpOffice } from '../wiring/backing-up.js';
import { say, sayJson } from './say.js';

/** Copies an office and verifies the copy; exit 1 if the copy is not sound, as when the archive itself is not. */
export async function backup(directory: string, to: string, json: boolean): Promise<ExitCode> {
  const done = await backUpOffice(directory, to);
  const { verdict, remarks, files, bytes } = done;
  const isSound = verdict?.valid ?? true;
  if (json) sayJson(done);
  else {
    for (const { code, path, message } of verdict?.problems ?? []) say(`PROBLEM ${code}   ${path}   ${message}`);
    for (const remark of remarks) say(`NOTE ${remark}`);
    const judged =
      verdict === null ? 'copied, the archive not verified' : isSound ? 'copied and verified' : 'copied; the copy is NOT SOUND, see above';
    say(`${done.to}: ${files} files, ${bytes} bytes ${judged}`);
  }
  return isSound ? EXIT.done : EXIT.refused;
}
