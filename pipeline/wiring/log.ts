import { pino } from 'pino';
import { plainLine } from '../model/plain-line.js';
import type { Log } from '../model/ports.js';

/** Logs to standard error, a JSON line a happening; written before it returns, so that a crash loses none. */
export function lineLog(): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}

/** Logs to a terminal for a person. */
export function terminalLog(): Log {
  const say =
    (sign: string): Log['info'] =>
    (message, fields = {}) => {
      const facts = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
      process.stderr.write(
        `${sign} ${plainLine(message)}  ${facts.map(([key, value]) => `${key}=${plainLine(String(value))}`).join('  ')}\n`,
      );
    };
  return { info: say(' '), warn: say('!'), error: say('✗') };
}
