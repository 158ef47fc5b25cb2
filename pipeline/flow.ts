import type { ArchiveEntry, Act, RegisteredAct, RenderedAct, SignedAct } from './model/act.js';
import type { Drop, ReadDraft } from './model/draft.js';
import type { Outcome, Stage } from './model/outcome.js';

export interface Stages {
  readonly intake: Stage<Drop, ReadDraft>;
  readonly validation: Stage<ReadDraft, Act>;
  readonly registration: Stage<Act, RegisteredAct>;
  readonly rendering: Stage<RegisteredAct, RenderedAct>;
  readonly signing: Stage<RenderedAct, SignedAct>;
  readonly filing: Stage<SignedAct, ArchiveEntry>;
}

/** Told of every stage an act comes through, before the next one begins. */
export type StageDone = (stage: string, drop: Drop) => Promise<void>;

/** The way of a document: what a stage takes is what the one before it proved, so stages out of order do not compile. */
export function flow(stages: Stages, done: StageDone): Flow<Drop, ArchiveEntry> {
  return Flow.from(stages.intake, done)
    .to(stages.validation)
    .to(stages.registration)
    .to(stages.rendering)
    .to(stages.signing)
    .to(stages.filing);
}

/** Stages one after another; the first refusal ends the way. */
export class Flow<In, Out> {
  private constructor(
    private readonly way: (input: In, drop: Drop) => Promise<Outcome<Out>>,
    private readonly done: StageDone,
  ) {}

  static from<In, Out>(stage: Stage<In, Out>, done: StageDone): Flow<In, Out> {
    return new Flow(async (input, drop) => Flow.pass(stage, input, drop, done), done);
  }

  /** Named `to`, not `then`: an object with `then` is taken for a promise. */
  to<Next>(stage: Stage<Out, Next>): Flow<In, Next> {
    return new Flow(async (input, drop) => {
      const outcome = await this.way(input, drop);
      return outcome.ok ? Flow.pass(stage, outcome.value, drop, this.done) : outcome;
    }, this.done);
  }

  run(input: In, drop: Drop): Promise<Outcome<Out>> {
    return this.way(input, drop);
  }

  private static async pass<In, Out>(stage: Stage<In, Out>, input: In, drop: Drop, done: StageDone): Promise<Outcome<Out>> {
    const outcome = await stage.run(input);
    if (outcome.ok) await done(stage.name, drop);
    return outcome;
  }
}
