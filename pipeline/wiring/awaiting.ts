import type { RegisteredAct } from '../model/act.js';
import { Fault } from '../model/fault.js';
import type { Stage } from '../model/outcome.js';
import type { RegisterBook } from '../model/ports.js';

/** A signing stage whose failure shows in the register: the act keeps its number and stands as `awaiting-signature` until a later run signs it. */
export function awaiting<In extends RegisteredAct, Out>(stage: Stage<In, Out>, register: RegisterBook): Stage<In, Out> {
  return {
    name: stage.name,
    async run(input) {
      try {
        return await stage.run(input);
      } catch (problem) {
        const { series, year, ordinal } = input.registration;
        if (problem instanceof Fault) await register.setState(series, year, ordinal, 'awaiting-signature');
        throw problem;
      }
    },
  };
}
