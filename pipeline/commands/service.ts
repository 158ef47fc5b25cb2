import { EXIT, type ExitCode } from '../exit-code.js';
import { serviceUnit } from '../wiring/service-unit.js';
import { sayFile } from './say.js';

/** Prints a systemd unit that runs an office. */
export async function service(directory: string, user: string): Promise<ExitCode> {
  sayFile(await serviceUnit(directory, user));
  return EXIT.done;
}
