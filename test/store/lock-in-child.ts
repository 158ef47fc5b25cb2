import { Fault } from '../../pipeline/model/fault.js';
import { lockOffice } from '../../pipeline/store/process-lock.js';

// Takes the office of a work area and keeps it until it is killed, or says why it cannot.
const [workDir = ''] = process.argv.slice(2);
try {
  await lockOffice(workDir);
  process.send?.('locked');
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.send?.(error instanceof Fault ? error.code : String(error));
  process.disconnect();
}
