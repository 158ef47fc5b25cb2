import { Fault } from '../model/fault.js';
import type { Clock, Log } from '../model/ports.js';
import { type InboxEvents, inboxEvents } from './inbox-events.js';
import { type Arrival, placeKey, scanInbox } from './inbox-scan.js';
import { settling } from './settling.js';

export type { Arrival, ArrivalForm } from './inbox-scan.js';

export interface InboxSettings {
  /** Absolute. */
  readonly inbox: string;
  readonly clerks: readonly string[];
  readonly settleMs: number;
  readonly giveUpMs: number;
  /** Longest time between two full scans. */
  readonly scanMs: number;
  /** Take what lies there at the first look and end. */
  readonly once: boolean;
  /** False for a file that merely breaks off, so that more of it may still come. */
  isWhole(arrival: Arrival): Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface InboxWatch {
  /**
   * Settled arrivals, batch by batch, each in natural order of names. Claim all of a batch before asking for the next; what is left unclaimed is
   * offered again after `scanMs`. Ends after `stop`, or under `once` when all that lay there is settled or given up.
   */
  batches(): AsyncGenerator<readonly Arrival[], void, undefined>;
  /** Under `once` this file is taken, too, though it came after the first look. */
  expect(path: string): void;
  /** Under `once`, after the end: names of files that still change or could not be claimed, and stay. */
  left(): readonly string[];
  stop(): Promise<void>;
}

/** Shortest pause between two scans, so that a storm of events does not scan without end. */
const LEAST_PAUSE_MS = 20;
const PROBE_MS = 2000;

/**
 * Watches the inbox: one way for files that lie there and files that arrive. Only a full scan decides; events of the file system make it come
 * sooner, and where none come, scans alone do.
 */
export function watchInbox(settings: InboxSettings): InboxWatch {
  const { inbox, clerks, settleMs, giveUpMs, once, clock, log } = settings;
  let scanMs = settings.scanMs;
  const expectedLater = new Set<string>();
  let isStopped = false;
  let events: InboxEvents | undefined;
  let left: readonly string[] = [];
  let wakeUp: (() => void) | undefined;
  let isWoken = false;
  const wake = () => {
    isWoken = true;
    wakeUp?.();
  };

  const pause = async (ms: number, isInterruptible: boolean): Promise<void> => {
    if (isStopped || ms <= 0 || (isInterruptible && isWoken)) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wakeUp = () => {
        if (isInterruptible || isStopped) resolve();
      };
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    wakeUp = undefined;
  };

  const scan = async () => {
    try {
      return await scanInbox(inbox, clerks);
    } catch (error) {
      if (once || !(error instanceof Fault)) throw error;
      log.warn('the inbox cannot be read, trying again', { code: error.code, path: inbox });
      return null;
    }
  };

  const listen = () => {
    events = inboxEvents(inbox, PROBE_MS, wake, log);
    void events.come.then((come) => {
      if (come || isStopped) return;
      scanMs = Math.min(scanMs, Math.max(settleMs, LEAST_PAUSE_MS));
      log.warn('no file events come from the inbox, polling', { path: inbox, everyMs: scanMs });
      wake();
    });
  };

  return {
    async *batches() {
      const settler = settling({
        settleMs,
        brokenMs: once ? 2 * settleMs : giveUpMs,
        offerAgainMs: settings.scanMs,
        isWhole: (arrival) => settings.isWhole(arrival),
      });
      const startedAt = clock.now().getTime();
      let expected: ReadonlySet<string> | undefined;
      if (!once) listen();
      while (!isStopped) {
        isWoken = false;
        const begun = clock.now().getTime();
        const all = await scan();
        expected ??= new Set(all?.map(placeKey));
        const seen = once ? all?.filter((arrival) => expected?.has(placeKey(arrival)) || expectedLater.has(placeKey(arrival))) : all;
        const now = clock.now().getTime();
        const look = seen ? await settler.look(seen, now) : { ready: [], waiting: [] };
        if (look.ready.length > 0) {
          yield look.ready;
          continue;
        }
        const pending = look.waiting.filter(
          ({ isUnclaimed }) => !once || (!isUnclaimed && now - startedAt < Math.max(giveUpMs, 2 * settleMs)),
        );
        if (once && pending.length === 0) {
          left = look.waiting.map(({ arrival }) => (arrival.droppedBy === null ? arrival.name : `${arrival.droppedBy}/${arrival.name}`));
          return;
        }
        const dueAt = Math.min(now + scanMs, ...pending.map((waiting) => waiting.dueAt));
        await pause(Math.max(LEAST_PAUSE_MS, 3 * (now - begun)), false);
        await pause(dueAt - clock.now().getTime(), true);
      }
    },
    expect: (path) => {
      expectedLater.add(path);
    },
    left: () => left,
    async stop() {
      isStopped = true;
      wake();
      await events?.close();
    },
  };
}
