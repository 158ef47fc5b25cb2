import { EXIT, type ExitCode } from '../exit-code.js';
import { readOffice } from '../wiring/office-here.js';
import { lintOwnTemplates } from '../wiring/templates.js';
import { say, sayJson } from './say.js';

/** Says what is wrong with the office's own Word templates, by file and tag; exit 1 if anything is. */
export async function checkTemplates(directory: string, json: boolean): Promise<ExitCode> {
  const { count, flaws } = await lintOwnTemplates(await readOffice(directory));
  if (json) sayJson(flaws);
  else {
    for (const { file, message } of flaws) say(`${file}: ${message}`);
    say(`${flaws.length === 0 ? 'sound' : 'NOT SOUND'}: ${count} templates of the office's own, ${flaws.length} flaws`);
  }
  return flaws.length === 0 ? EXIT.done : EXIT.refused;
}
