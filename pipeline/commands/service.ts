import { EXIT, type ExitCode } from '../exit-code.js';
import { serviceUnit } from '../wiring/service-unit.js';

/** Prints a systemd unit that runs an office. */
export async function service(directory: string, user: string): Promise<ExitCode> {
  process.stdout.write(await serviceUnit(directory, user));
  return EXIT.done;
}
