import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeCrl } from '../../../../pipeline/signing/certificate-writer.js';
import { parts, readWhole, TAG, type Tlv } from '../../../../pipeline/signing/der.js';
import { answerOcsp, isAskedOf, type OcspOptions } from './ocsp-responder.js';
import type { Party, Pki, PkiOrder } from './pki.js';
import { makePki } from './pki.js';
import { answerTimeStamp, type StampOptions } from './time-stamping-authority.js';

/** How an authority's services behave; a test changes it as it needs. */
export interface Behaviour {
  stamp: StampOptions;
  ocsp: OcspOptions;
  /** Services that give no answer. */
  readonly silent: Set<'tsa' | 'ocsp' | 'crl'>;
  /** How long every answer takes. */
  delayMs: number;
  /** What is put in place of an answer. */
  answer: ((path: string, right: Buffer) => Buffer | { readonly status: number; readonly location?: string }) | null;
  /** Big-endian serial numbers. */
  readonly revoked: { readonly serial: Buffer; readonly at: Date }[];
}

/** A time-stamping authority, an OCSP responder and lists of revoked certificates over HTTP on this machine alone. */
export interface Services {
  readonly url: string;
  readonly pki: Pki;
  readonly behaviour: Behaviour;
  /** Paths asked for, in order. */
  readonly asked: string[];
  /** From now on stamps are given with another certificate of the same branch. */
  useTsa(tsa: Party): void;
  close(): Promise<void>;
}

const WEEK = 7 * 24 * 3_600_000;

/** Starts the services, and makes the certificates that name them. */
export async function startServices(clock: { now(): Date }, order: Omit<PkiOrder, 'now' | 'services'> = {}): Promise<Services> {
  const behaviour: Behaviour = { stamp: {}, ocsp: {}, silent: new Set(), delayMs: 0, answer: null, revoked: [] };
  const asked: string[] = [];
  let pki: Pki | undefined;
  let tsa: Party | undefined;
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? '');
    const path = (request.url ?? '').split('?')[0] ?? '';
    const body = await bodyOf(request);
    if (pki === undefined || behaviour.silent.has(path === '/tsa' ? 'tsa' : path === '/ocsp' ? 'ocsp' : 'crl')) {
      response.destroy();
      return;
    }
    if (behaviour.delayMs > 0) await sleep(behaviour.delayMs);
    const right = answerTo(path, body, pki, tsa ?? pki.tsa);
    const answer = right === null ? { status: 404 } : (behaviour.answer?.(path, right) ?? right);
    if (Buffer.isBuffer(answer)) response.end(answer);
    else response.writeHead(answer.status, 'location' in answer ? { location: answer.location } : {}).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pki = makePki({ now: clock.now(), services: url, ...order });

  function answerTo(path: string, body: Buffer, of: Pki, stampedBy: Party): Buffer | null {
    const now = clock.now();
    if (path === '/tsa') return answerTimeStamp(body, stampedBy, of.stamping, now, behaviour.stamp);
    if (path === '/ocsp') {
      const byIssuer = isAskedOf(body, of.stamping) ? of.stamping : null;
      const hit = behaviour.revoked.find(({ serial }) => serialIn(body).equals(serial));
      return answerOcsp(body, byIssuer ?? of.responder, now, { ...behaviour.ocsp, ...(hit === undefined ? {} : { revokedAt: hit.at }) });
    }
    const issuers: Readonly<Record<string, Party>> = {
      '/root.crl': of.root,
      '/issuing.crl': of.issuing,
      '/stamping.crl': of.stamping,
    };
    const issuer = issuers[path];
    if (issuer === undefined) return null;
    const revoked = behaviour.revoked;
    return writeCrl({ issuer, thisUpdate: now, nextUpdate: new Date(now.getTime() + WEEK), revoked });
  }

  return {
    url,
    pki,
    behaviour,
    asked,
    useTsa(other) {
      tsa = other;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The serial number that an OCSP request asks about, as its bytes stand. */
function serialIn(request: Buffer): Buffer {
  const integers: Buffer[] = [];
  const walk = (value: Tlv): void => {
    if (value.tag === TAG.integer) integers.push(value.content);
    else if ((value.tag & 0x20) !== 0) parts(value).forEach(walk);
  };
  walk(readWhole(request));
  return integers[0] ?? Buffer.alloc(0);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
