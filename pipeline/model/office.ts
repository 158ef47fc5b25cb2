import type { LocalDate } from './date.js';
import type { Norms } from './norms.js';

/** Time during which something holds; an absent end is open. */
export interface Interval {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

/** The body whose acts are kept. */
export interface Body {
  /** On the blank, top to bottom. */
  readonly names: readonly string[];
  /** In the nominative, in one line, as seals and properties of files say it. */
  readonly fullName: string;
  /** `виконавчого комітету Каховської міської ради` */
  readonly genitive: string;
  /** Who decides, as the stating part ends: `виконавчий комітет міської ради`. */
  readonly subject: string;
  readonly place: string;
  readonly edrpou: string;
}

/** Somebody with authority to sign for the body during an interval: the head, or one acting for the head. */
export interface Official extends Interval {
  readonly id: string;
  readonly post: string;
  readonly name: string;
  /** True for one who acts for the head. */
  readonly acting: boolean;
  /** What the authority rests on. */
  readonly ground?: string | undefined;
  /** Id in `signing.keys`. */
  readonly key?: string | undefined;
}

export interface Series {
  readonly id: string;
  readonly kinds: readonly string[];
  /** First number of a year that did not begin with us: `{2021: 27}`. */
  readonly opening: Readonly<Record<number, number>>;
  readonly closed: readonly number[];
}

export interface KeySettings {
  readonly id: string;
  /** Absolute path. */
  readonly p12: string;
  /** Absolute path; absent when `REGESTA_PASSWORD_<ID>` is given. */
  readonly passwordFile?: string | undefined;
}

/** An office as `office.yaml` describes it, checked; paths are absolute. */
export interface Office {
  readonly root: string;
  readonly body: Body;
  readonly timezone: string;
  readonly folders: {
    readonly inbox: string;
    readonly refused: string;
    readonly outbox: string;
    readonly archive: string;
    readonly templates: string;
    readonly work: string;
  };
  readonly clerks: readonly string[];
  readonly membership: readonly (Interval & { readonly body: string; readonly total: number })[];
  readonly officials: readonly Official[];
  readonly series: readonly Series[];
  readonly intake: { readonly settleMs: number; readonly giveUpMs: number; readonly scanMs: number; readonly limits: IntakeLimits };
  readonly signing: {
    /** Absolute paths of PEM files. */
    readonly trust: readonly string[];
    readonly keys: readonly KeySettings[];
    /** Id of the key that seals for the body. */
    readonly seal: string;
    readonly byKind: Readonly<Record<string, 'server' | 'outside'>>;
  };
  readonly database: string;
  /** What this office has changed in the norms; the rest holds as dated. */
  readonly norms: Partial<Norms>;
}

/** Bounds on one drop; bytes, counts. */
export interface IntakeLimits {
  readonly fileBytes: number;
  readonly zipEntries: number;
  readonly zipBytes: number;
  readonly zipRatio: number;
  readonly depth: number;
}

/** The series that numbers a kind: the one `office.yaml` gives it, else the kind's own. */
export function seriesOf(office: Office, kind: { readonly id: string; readonly series: string }): Series {
  return office.series.find((series) => series.kinds.includes(kind.id)) ?? { id: kind.series, kinds: [kind.id], opening: {}, closed: [] };
}
