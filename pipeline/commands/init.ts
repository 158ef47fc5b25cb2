import { EXIT, type ExitCode } from '../exit-code.js';
import { makeOffice } from '../wiring/making.js';
import { say } from './say.js';

/** Makes an office and says what to do next. */
export async function init(directory: string, demo: boolean): Promise<ExitCode> {
  const root = await makeOffice(directory, demo);
  say(`Office made in ${root}`);
  say(
    demo
      ? `Its keys and persons are for demonstration only. Try: cp ${root}/samples/* ${root}/inbox/ && regesta run ${root} --once`
      : `Now edit ${root}/office.yaml: the body, officials, series and keys. Then: regesta run ${root}`,
  );
  return EXIT.done;
}
