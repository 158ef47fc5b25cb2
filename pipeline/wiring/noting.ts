import type { Drop } from '../model/drop.js';
import type { JournalEvent, JournalStep } from '../model/journal.js';
import type { Resting, Stage } from '../model/outcome.js';
import type { Journal } from '../model/ports.js';

/** What a stage's line in the journal says of its result. */
export interface Note {
  readonly drop: Drop;
  readonly who: string;
  readonly detail: JournalEvent['detail'];
}

/** A stage that leaves a line in the journal for each act that comes through it and of which there is something to say. Registration and filing write theirs in their transactions. */
export function noted<In, Out, Pause extends Resting = never>(
  stage: Stage<In, Out, Pause>,
  step: JournalStep,
  journal: Journal,
  note: (result: Out) => Note | undefined,
): Stage<In, Out, Pause> {
  return {
    name: stage.name,
    async run(input) {
      const outcome = await stage.run(input);
      if (!outcome.ok) return outcome;
      const said = note(outcome.value);
      if (said === undefined) return outcome;
      const { drop, who, detail } = said;
      await journal.append({ claim: drop.claim, step, who, drop: drop.sha256, act: null, detail });
      return outcome;
    },
  };
}
