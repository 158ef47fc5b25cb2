import { EXIT, type ExitCode } from '../exit-code.js';
import { dropInventory, type InventoryAsked, type Inventorying } from '../wiring/inventorying.js';
import { say, sayError, sayJson } from './say.js';

const WHY: Readonly<Record<Inventorying['leftOut'][number]['why'], string>> = {
  destroyed: 'was destroyed',
  listed: 'stands in an inventory already',
  open: 'is not closed',
  'not-appraised': 'no expert commission has appraised it',
  'to-be-destroyed': 'is to be destroyed, by the expert commission',
};

/** Drops an inventory of what is finished at the front door, and says what it leaves out; exit 1 if there is nothing to list. */
export async function inventory(directory: string, asked: InventoryAsked, json: boolean): Promise<ExitCode> {
  const done = await dropInventory(directory, asked);
  if (done === undefined) {
    sayError(`no nomenclature of cases for ${asked.year}: neither a document on record nor nomenclature in office.yaml`);
    return EXIT.refused;
  }
  if (json) sayJson(done);
  else {
    for (const { index, volume, why } of done.leftOut) say(`left out  ${index}, volume ${volume}: ${WHY[why]}`);
    say(done.path === null ? 'nothing to list' : `dropped   ${done.path}: ${done.listed} volumes, from number ${done.from}`);
  }
  return done.path === null ? EXIT.refused : EXIT.done;
}
