import { EXIT, type ExitCode } from '../exit-code.js';
import { extendOffice } from '../wiring/extending.js';
import { say, sayJson } from './say.js';

/** Faults of services, after which another attempt may do. */
const SERVICES: ReadonlySet<string> = new Set(['service-silent', 'service-answer']);

/** Adds what filed acts lack to the level that is set, and renews archive time stamps; exit 3 if a service failed, 1 if an act cannot be extended. */
export async function extend(directory: string, json: boolean): Promise<ExitCode> {
  const result = await extendOffice(directory);
  const { level, extended, upToDate, problems } = result;
  if (json) sayJson(result);
  else {
    for (const act of extended) say(`${act.path}   ${act.level}   ${act.stampedUntil === null ? '' : `stamped until ${act.stampedUntil}`}`);
    for (const { code, path, message } of problems) say(`PROBLEM ${code}   ${path}   ${message}`);
    const told = `${extended.length} acts extended, ${upToDate} had all, ${problems.length} problems`;
    say(level === 'B-B' ? 'signing.level is B-B: there is nothing to extend' : `${level}: ${told}`);
  }
  if (problems.some(({ code }) => SERVICES.has(code))) return EXIT.fault;
  return problems.length > 0 ? EXIT.refused : EXIT.done;
}
