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

/** Prints facts for a machine. */
export function sayJson(facts: unknown): void {
  process.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
}

/** Prints a file that a machine reads, as it is. */
export function sayFile(text: string): void {
  process.stdout.write(text);
}
