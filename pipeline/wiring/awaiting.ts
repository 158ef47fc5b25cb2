import { noteState } from '../filing/registration-note.js';
import type { RegisteredAct } from '../model/act.js';
import { Fault } from '../model/fault.js';
import type { Stage, Waiting } from '../model/outcome.js';
import type { RegisterBook } from '../model/ports.js';

/**
 * A signing stage whose waiting or failure shows in the register: the act keeps its number and stands as `awaiting-signature` until its signatures
 * are there.
 */
export function awaiting<In extends RegisteredAct, Out, Pause extends Waiting = never>(
  stage: Stage<In, Out, Pause>,
  register: RegisterBook,
): Stage<In, Out, Pause> {
  const show = async ({ registration: { series, year, ordinal }, act }: In): Promise<void> => {
    await register.setState(series, year, ordinal, 'awaiting-signature');
    // Where the disk fails, too, the next attempt notes it.
    await noteState(act.drop, 'awaiting-signature').catch(() => undefined);
  };
  return {
    name: stage.name,
    async run(input) {
      try {
        const outcome = await stage.run(input);
        if (!outcome.ok && 'waitsFor' in outcome) await show(input);
        return outcome;
      } catch (problem) {
        if (problem instanceof Fault) await show(input);
        throw problem;
      }
    },
  };
}
