import { plainLine } from '../model/plain-line.js';

/**
 * Prints one line for a person. It stays one line and moves no cursor, though names of files, titles and certificates that stand in it come from outside.
 */
export function say(line: string): void {
  process.stdout.write(`${plainLine(line)}\n`);
}

/** The same on standard error, with the name of the program before it. */
export function sayError(line: string): void {
  process.stderr.write(`regesta: ${plainLine(line)}\n`);
}
