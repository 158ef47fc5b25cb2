import type { DraftContent } from '../../model/draft.js';
import type { Remark } from '../../model/finding.js';
import { type KnownCase, knownCases, type StandingVolume } from '../../model/named-cases.js';
import type { RegisterWorld } from '../../model/rule.js';
import { volumeCalled } from './case-called.js';

/** A volume that an act of destruction names. */
export interface DoomedVolume extends StandingVolume {
  readonly named: KnownCase;
  /** `Справа 02-05 за 2019 рік, том 2` */
  readonly name: string;
}

/** One remark for every volume that an act of destruction names and that `why` gives words about; a volume that is destroyed already, or kept for ever, is another rule's matter. */
export async function doomedRemarks(
  content: DraftContent,
  world: Pick<RegisterWorld, 'archive'>,
  why: (doomed: DoomedVolume) => RemarkOnVolume | Promise<RemarkOnVolume>,
): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const named of await knownCases(content, world))
    for (const one of named.volumes) {
      const told = await why({ ...one, named, name: volumeCalled(named, one.volume) });
      if (told !== undefined) remarks.push({ at: named.at, ...told });
    }
  return remarks;
}

type RemarkOnVolume = Omit<Remark, 'at'> | undefined;
