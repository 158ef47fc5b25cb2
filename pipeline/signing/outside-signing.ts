import type { Act, RenderedAct } from '../model/act.js';
import { toDigitalStyle } from '../model/date.js';
import { sha256 } from '../model/digest.js';
import { ruleId } from '../model/finding.js';
import type { StampPainter } from '../model/ports.js';
import type { NewField } from './append-signature.js';
import type { Role } from './outside-judgement.js';
import { fieldLabel, prepareToSign } from './outside-preparation.js';
import type { Begun, GivenAct, OutsideTray } from './outside-tray.js';

/** Where acts go that are signed elsewhere. */
export interface Elsewhere {
  /** Roles whose signatures are made elsewhere, in the order of signing. */
  rolesOf(act: RenderedAct): readonly Role[];
  /** What readers call the signature fields of an act that is signed elsewhere. */
  labelOf(act: RenderedAct): string | undefined;
  /** How far an act has come that was given out; undefined if it was not. */
  begun(act: RenderedAct): Promise<Begun | undefined>;
  /** Gives an act out for its next signature, and lays it where people look for it; one that was given out is only laid there again. */
  give(act: RenderedAct, state: Begun, fields: Readonly<Record<Role, NewField>>): Promise<void>;
  /** The act with a warning of what foreign programs took from its PDF/A. */
  remarked(act: Act, state: Begun): Act;
}

export interface ElsewhereParts {
  readonly tray: OutsideTray;
  readonly painter: StampPainter;
  rolesOf(kind: string): readonly Role[];
  /** Is told of an act before it is given out. */
  onGiven(act: RenderedAct, given: { readonly role: Role; readonly bytes: number; readonly sha256: string }): Promise<void>;
}

/** The way of acts to those who sign elsewhere, over a tray on disk. */
export function elsewhere({ tray, painter, rolesOf, onGiven }: ElsewhereParts): Elsewhere {
  const prepared = async (act: RenderedAct, { bytes, revisions, roles }: Begun, fields: Readonly<Record<Role, NewField>>) => {
    if (roles.length > 0) return { bytes, revisions, roles };
    const ready = prepareToSign(bytes, {
      fields: [fields.signatory, fields.seal],
      mark: await markOf(act, painter),
    });
    return { bytes: ready, revisions: [...revisions, { bytes: ready.length, sha256: sha256(ready) }], roles };
  };

  return {
    rolesOf: ({ act }) => rolesOf(act.kind.id),

    labelOf: (act) => (rolesOf(act.act.kind.id).length === 0 ? undefined : fieldLabel(titleOf(act), actName(act.registration))),

    async begun(act) {
      const given = await tray.of(act.act.drop.claim);
      return given && tray.begun(given);
    },

    async give(act, state, fields) {
      let given = await tray.of(act.act.drop.claim);
      if (given === undefined) {
        const ready = await prepared(act, state, fields);
        const role: Role = ready.roles.includes('signatory') ? 'seal' : 'signatory';
        await onGiven(act, { role, bytes: ready.bytes.length, sha256: sha256(ready.bytes) });
        given = await tray.give(act, ready);
      }
      await tray.show(given);
    },

    remarked(act, { loss }) {
      if (loss.length === 0) return act;
      const warning = {
        file: act.drop.name,
        rule: ruleId('T-signed-form'),
        clause: null,
        severity: 'warn',
        message: `Після підписання файл не відповідає PDF/A-1: ${loss.join('; ')}`,
        expected: 'підпис без видимого штампа в полі «Signatory», яке вже є у файлі',
        hint: 'Підпис дійсний. Наступного разу виберіть у програмі підписання наявне поле підпису й вимкніть видимий штамп.',
        at: { pointer: '', line: null, column: null },
      } as const;
      return { ...act, warnings: [...act.warnings, warning] };
    },
  };
}

/** `decision/2021/27` */
export function actName({ series, year, number }: GivenAct['registration']): string {
  return `${series}/${year}/${number}`;
}

function titleOf({ act, registration }: RenderedAct): string {
  const { name } = act.kind;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} № ${registration.number} від ${toDigitalStyle(registration.date)}`;
}

/** What is seen where the signatory's stamp would stand: it says who signs, not that it was signed. */
async function markOf({ act, pdf }: RenderedAct, painter: StampPainter): Promise<Parameters<typeof prepareToSign>[1]['mark']> {
  const place = pdf.stampPlaces.find(({ role }) => role === 'signatory');
  if (place === undefined) return null;
  const [x1, y1, x2, y2] = place.rect;
  const { post = '', name = '' } = act.draft.content.signatory ?? {};
  const page = await painter.paint({
    heading: 'ЕЛЕКТРОННИЙ ПІДПИС',
    lines: [`Підписувач: ${name}`, `Посада: ${post}`, 'Підпис і відомості про нього —', 'в електронному файлі документа'],
    width: x2 - x1,
    height: y2 - y1,
    date: act.date,
  });
  return { page, place };
}
