import type { LocalDate } from './date.js';
import type { DraftContent } from './draft.js';
import type { SettledNomenclature } from './nomenclature.js';
import type { Norms } from './norms.js';
import type { OfficialRole } from './roles.js';
import type { OwnDays } from './working-calendar.js';

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

/** A body or a unit with a blank of its own; `committee` is the one whose office this is. */
export interface IssuingBody extends Body {
  readonly id: string;
  /** Id in `signing.keys` of its own seal; the body's if absent. */
  readonly seal?: string | undefined;
}

/** Somebody who signs or visas during an interval in the role of a post, or acts for the one who does. */
export interface Official extends Interval {
  readonly id: string;
  readonly role: OfficialRole;
  /** Ids of the bodies, in `bodies`, that a head of a unit stands for. */
  readonly units: readonly string[];
  readonly post: string;
  readonly name: string;
  /** True for one who acts for whoever has the role. */
  readonly acting: boolean;
  /** What the authority rests on. */
  readonly ground?: string | undefined;
  /** Id in `signing.keys`. */
  readonly key?: string | undefined;
  /** By what the certificate of one who signs is known; by name if absent. */
  readonly certificate?: CertificateMark | undefined;
}

/** A certificate as settings know it: its file (absolute path), its SHA-256, or the number of its owner. */
export type CertificateMark =
  | { readonly is: 'file'; readonly path: string }
  | { readonly is: 'fingerprint'; readonly sha256: string }
  | { readonly is: 'subject'; readonly number: string };

export interface Series {
  readonly id: string;
  readonly kinds: readonly string[];
  /** First number of a year that did not begin with us: `{2021: 27}`. */
  readonly opening: Readonly<Record<number, number>>;
  readonly closed: readonly number[];
  /** After the ordinal in a number: `-р`. */
  readonly suffix: string;
}

/** A key in a PKCS#12 file, or behind a program that signs. */
export type KeySettings = P12Settings | ProgramSettings;

export interface ProgramSettings {
  readonly id: string;
  /** The program's absolute path or its name in PATH, then its arguments. */
  readonly program: readonly [path: string, ...args: string[]];
  /** Absolute path of a PEM file: the signer's certificate first, then its issuers. */
  readonly certificates: string;
  readonly timeLimitMs: number;
  /** Absolute path; a password that is given to the program on its standard input. */
  readonly passwordFile?: string | undefined;
}

export interface P12Settings {
  readonly id: string;
  /** Absolute path. */
  readonly p12: string;
  /** Absolute path; absent when `REGESTA_PASSWORD_<ID>` is given. */
  readonly passwordFile?: string | undefined;
}

/** How long a signature can be proved: of PAdES baseline (ETSI EN 319 142-1, 6), the weakest first. */
export const SIGNATURE_LEVELS = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const;
export type SignatureLevel = (typeof SIGNATURE_LEVELS)[number];

/** What a signing office asks of services, so that its signatures can be proved long after. */
export interface LongTermSettings {
  readonly level: Exclude<SignatureLevel, 'B-B'>;
  /** URLs of time-stamping authorities (RFC 3161), asked in this order. */
  readonly tsa: readonly [string, ...string[]];
  /** Object identifier of the policy that time stamps must be under. */
  readonly tsaPolicy?: string | undefined;
  /** URLs asked in place of those that certificates name; none are asked if the list is empty. */
  readonly ocsp?: readonly string[] | undefined;
  readonly crl?: readonly string[] | undefined;
  /** An archive time stamp is renewed so many days before its authority's certificate ends. */
  readonly renewBeforeDays: number;
}

/** Whoever has a role on the day, or somebody named by post, who is invited to every meeting of the committee (R 4.5). */
export interface StandingInvitee extends Interval {
  readonly role?: OfficialRole | undefined;
  readonly post?: string | undefined;
  readonly name?: string | undefined;
}

/** An office as `office.yaml` describes it, checked; paths are absolute. */
export interface Office {
  readonly root: string;
  /** Tells this folder from others that share its register; `main` where it has the register alone. */
  readonly id: string;
  readonly body: Body;
  /** The committee, then the council, the head's blank and the units that `bodies` names. */
  readonly bodies: readonly IssuingBody[];
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
  readonly invitees: readonly StandingInvitee[];
  readonly series: readonly Series[];
  /** Cases of years that no document plans (R 28.2). */
  readonly nomenclature: readonly SettledNomenclature[];
  readonly intake: { readonly settleMs: number; readonly giveUpMs: number; readonly scanMs: number; readonly limits: IntakeLimits };
  readonly signing: {
    /** Absolute paths of PEM files. */
    readonly trust: readonly string[];
    readonly keys: readonly KeySettings[];
    /** Id of the key that seals for the body; `outside` if the seal is made elsewhere. */
    readonly seal: string;
    readonly byKind: Readonly<Record<string, 'server' | 'outside'>>;
    /** Absent where signatures stay at B-B and no service is asked. */
    readonly longTerm?: LongTermSettings | undefined;
  };
  /** Absolute path of an SQLite file, or the URL of a PostgreSQL database. */
  readonly database: string;
  /** Days off and working days that the body itself ordered. */
  readonly ownDays: OwnDays;
  /** What this office has changed in the norms; the rest holds as dated. */
  readonly norms: Partial<Norms>;
}

/** Bounds on one drop; bytes, counts, characters. */
export interface IntakeLimits {
  readonly fileBytes: number;
  readonly zipEntries: number;
  readonly zipBytes: number;
  readonly zipRatio: number;
  readonly depth: number;
  /** Elements, attributes, runs of text, comments, brackets, strings and other tokens of a draft together. */
  readonly parts: number;
  /** Characters of a draft's file, markup and space included. */
  readonly textLength: number;
  /** Characters of one title, paragraph, cell or other text of a draft. */
  readonly fieldLength: number;
  /** Items of one list: points, visas, rows of a table … */
  readonly listLength: number;
  /** A4 sheets that a draft would print, about. */
  readonly sheets: number;
}

/**
 * The series that numbers a draft of a kind: the one `office.yaml` gives its own, or the kind, else its own. A kind that has subseries is told by
 * them.
 */
export function seriesOf(
  office: Office,
  kind: { readonly id: string; seriesOf(content: DraftContent): string },
  content: DraftContent,
): Series {
  const own = kind.seriesOf(content);
  // A book of projects is none of the series that number acts of the kind.
  const isGiven = content.stage !== 'project';
  return (
    office.series.find(({ id }) => id === own) ??
    office.series.find(({ kinds }) => isGiven && kinds.includes(kind.id)) ?? {
      id: own,
      kinds: [kind.id],
      opening: {},
      closed: [],
      suffix: '',
    }
  );
}

/** A number as printed: `27`, `118-р`. */
export function numberIn({ suffix }: Pick<Series, 'suffix'>, ordinal: number): string {
  return `${ordinal}${suffix}`;
}

/** Whose seal a document of a body or a unit bears (R 14.5, 24.3): its own if it has one, else the committee's. */
export function sealingBody(office: Office, id: string): { readonly seal: string; readonly fullName: string; readonly edrpou: string } {
  const own = office.bodies.find((body) => body.id === id);
  return own?.seal === undefined ? { ...office.body, seal: office.signing.seal } : { ...own, seal: own.seal };
}

/** The body of an id; the committee's where the office knows no other, which a rule has refused. */
export function bodyOf(office: Office, id: string): Body {
  return office.bodies.find((body) => body.id === id) ?? office.body;
}
