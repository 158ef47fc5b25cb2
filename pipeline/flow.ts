import type { Act, ArchiveEntry, RegisteredAct, RenderedAct, SignedAct } from './model/act.js';
import type { ReadDraft } from './model/draft.js';
import type { Drop } from './model/drop.js';
import type { Outcome, Resting, Stage, Waiting } from './model/outcome.js';

export interface Stages {
  readonly intake: Stage<Drop, ReadDraft>;
  readonly validation: Stage<ReadDraft, Act, Resting>;
  readonly registration: Stage<Act, RegisteredAct>;
  readonly rendering: Stage<RegisteredAct, RenderedAct>;
  readonly signing: Stage<RenderedAct, SignedAct, Waiting>;
  readonly filing: Stage<SignedAct, ArchiveEntry>;
}

/** The way of a document: drops are admitted one after another, so that numbers follow their order; several may be read before, and made after, at once. */
export interface Way {
  readonly reading: Flow<Drop, ReadDraft>;
  readonly admission: Flow<ReadDraft, RegisteredAct, Resting>;
  readonly making: Flow<RegisteredAct, ArchiveEntry, Waiting>;
}

/** What a stage takes is what the one before it proved, so stages out of order do not compile. */
export function way({ intake, validation, registration, rendering, signing, filing }: Stages): Way {
  return {
    reading: Flow.from(intake),
    admission: Flow.from(validation).to(registration),
    making: Flow.from(rendering).to(signing).to(filing),
  };
}

/** Stages one after another; the first refusal ends the way, and where a stage waits, or finds that there is nothing to do, it rests. */
export class Flow<In, Out, Pause extends Resting = never> {
  private constructor(readonly run: (input: In) => Promise<Outcome<Out> | Pause>) {}

  static from<In, Out, Pause extends Resting = never>(stage: Stage<In, Out, Pause>): Flow<In, Out, Pause> {
    return new Flow((input) => stage.run(input));
  }

  /** Named `to`, not `then`: an object with `then` is taken for a promise. */
  to<Next, More extends Resting = never>(stage: Stage<Out, Next, More>): Flow<In, Next, Pause | More> {
    return new Flow<In, Next, Pause | More>(async (input) => {
      const outcome = await this.run(input);
      return outcome.ok ? stage.run(outcome.value) : outcome;
    });
  }
}
