import { randomBytes, X509Certificate } from 'node:crypto';
import type { RenderedAct, SignedAct, StampPlace } from '../../pipeline/model/act.js';
import { parseLocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { Kind, Traits } from '../../pipeline/model/kind.js';
import type { SigningKey, StampPainter } from '../../pipeline/model/ports.js';
import { type DemoKeys, makeDemoKeys, openP12, type SigningPerson, signing } from '../../pipeline/signing/signing.js';
import { painter } from './sample-pdf.js';

export const NOW = new Date('2026-03-12T09:04:31Z');
export const BODY = { name: 'Виконавчий комітет Каховської міської ради', edrpou: '04054978', place: 'Каховка' };
export const HEAD = { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' };
export const ACTING = { post: 'Секретар міської ради', name: 'Олена ЇЖАКЕВИЧ' };
/** Where the stamps of a decision stand on its second page. */
export const PLACES: readonly StampPlace[] = [
  { role: 'signatory', page: 1, rect: [85, 300, 295, 374] },
  { role: 'seal', page: 1, rect: [305, 300, 535, 374] },
];

export interface DemoOffice {
  readonly made: DemoKeys<keyof typeof OWNERS>;
  readonly keys: DemoKeys<keyof typeof OWNERS>['keys'];
  readonly head: SigningKey;
  readonly seal: SigningKey;
  /** DER. */
  readonly root: Buffer;
  sign(
    pdf: Buffer,
    places?: readonly StampPlace[],
    parts?: {
      readonly head?: SigningKey;
      readonly mark?: SigningPerson['mark'];
      readonly seal?: SigningKey;
      readonly painter?: StampPainter;
      readonly now?: Date;
    },
  ): Promise<SignedAct>;
}

/** Whose keys are made. */
export const OWNERS = { head: HEAD, acting: ACTING, seal: { sealOf: BODY.name } };

/** Keys made now, opened, with the signing stage over them. */
export async function demoOffice(now = NOW): Promise<DemoOffice> {
  const made = await makeDemoKeys({ now, randomBytes, body: BODY, owners: OWNERS });
  const { keys, rootCrt } = made;
  const [head, seal] = [
    openP12({ id: 'head', bytes: keys.head.p12, password: keys.head.password }),
    openP12({ id: 'seal', bytes: keys.seal.p12, password: keys.seal.password }),
  ];
  return {
    made,
    keys,
    head,
    seal,
    root: new X509Certificate(rootCrt).raw,
    async sign(pdf, places = PLACES, parts = {}) {
      const stage = signing({
        signatory: () => ({ key: parts.head ?? head, ...HEAD, mark: parts.mark ?? null }),
        seal: () => ({ key: parts.seal ?? seal, body: BODY.name, edrpou: BODY.edrpou }),
        painter: parts.painter ?? painter,
        clock: { now: () => parts.now ?? now },
        timeZone: 'Europe/Kyiv',
      });
      const outcome = await stage.run(renderedAct(pdf, places));
      if (!outcome.ok) throw new Error('the stage refused');
      return outcome.value;
    },
  };
}

const TRAITS: Traits = {
  collegial: true,
  normative: false,
  delegated: false,
  spends: false,
  regulatory: false,
  personnel: false,
  project: false,
  administrative: true,
  changesActs: false,
  issuer: 'committee',
  errand: false,
  outgoing: false,
  quotes: false,
  inPart: false,
  stock: false,
  prose: false,
  note: false,
  numbered: true,
};

/** An act around a PDF: whatever else an act has, signing does not look at. */
export function renderedAct(pdf: Buffer, stampPlaces: readonly StampPlace[]): RenderedAct {
  const date = parseLocalDate('2021-01-19');
  if (date === undefined) throw new Error('no date');
  const kind: Kind = {
    id: 'decision',
    name: 'рішення',
    genitive: 'рішення',
    shape: { is: 'object', name: 'decision', label: 'рішення', fields: [] },
    form: { template: 'decision.docx', parts: [] },
    seriesOf: () => 'decision',
    issuerOf: () => 'committee',
    titleOf: () => '',
    traits: () => TRAITS,
    dateOf: () => date,
    view: () => {
      throw new Error('signing asks for no view');
    },
  };
  const content = { kind: 'decision', ...EMPTY_CONTENT };
  const bytes = Buffer.from('{}');
  const source = { name: 'draft.json', format: 'json', bytes, sha256: sha256(bytes), position: () => null } as const;
  const drop = { claim: '1', path: '/1', name: 'draft.json', droppedBy: null, receivedAt: NOW.toISOString(), sha256: sha256(bytes) };
  return {
    act: {
      drop,
      draft: { content, source, attachments: [] },
      kind,
      traits: TRAITS,
      date,
      effects: [],
      warnings: [],
      trial: { runs: [], missingGlyphs: new Set(), overflows: [] },
    },
    registration: { series: 'decision', year: 2021, ordinal: 27, number: '27', date, registeredAt: NOW.toISOString() },
    docx: { bytes, sha256: sha256(bytes) },
    pdf: { bytes: pdf, sha256: sha256(pdf), runs: [{ annex: null, pages: 2 }], stampPlaces },
  };
}
