import { EXIT, type ExitCode } from '../exit-code.js';
import { makeOffice } from '../wiring/making.js';

/** Makes an office and says what to do next. */
export async function init(directory: string, demo: boolean): Promise<ExitCode> {
  const root = await makeOffice(directory, demo);
  process.stdout.write(`Office made in ${root}\n`);
  process.stdout.write(
    demo
      ? `Its keys and persons are for demonstration only. Try: cp ${root}/samples/* ${root}/inbox/ && regesta run ${root} --once\n`
      : `Now edit ${root}/office.yaml: the body, officials, series and keys. Then: regesta run ${root}\n`,
  );
  return EXIT.done;
}
