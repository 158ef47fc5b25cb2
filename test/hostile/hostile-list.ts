import { readFileSync } from 'node:fs';
import { encodingMakers } from './encoding-makers.js';
import type { Made, Makers } from './made.js';
import { placeMakers } from './place-makers.js';
import { jsonMakers, xmlMakers } from './text-makers.js';
import { zipMakers } from './zip-makers.js';

/** One input of `fixtures/hostile/list.json`: `left` lies in the inbox, not looked at. `rules` are among those that the report must name. */
export interface HostileInput {
  readonly id: string;
  readonly what: string;
  readonly verdict: 'filed' | 'refused' | 'left';
  readonly rules: readonly string[];
}

export const HOSTILE = JSON.parse(readFileSync('fixtures/hostile/list.json', 'utf8')) as readonly HostileInput[];

/** Groups that are dropped together, with the makers of their inputs. */
export const GROUPS: readonly (readonly [string, Makers])[] = [
  ['archives', zipMakers],
  ['XML', xmlMakers],
  ['JSON', jsonMakers],
  ['encodings', encodingMakers],
  ['names, links and devices', placeMakers],
];

export function inputsOf(makers: Makers): { readonly input: HostileInput; readonly made: Made }[] {
  return HOSTILE.flatMap((input) => {
    const make = makers[input.id];
    return make === undefined ? [] : [{ input, made: make() }];
  });
}
