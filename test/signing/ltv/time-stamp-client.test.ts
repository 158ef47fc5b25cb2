import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCertificate } from '../../../pipeline/signing/certificate.js';
import { integer } from '../../../pipeline/signing/der.js';
import { httpExchange } from '../../../pipeline/signing/ltv/exchange.js';
import { type TimeStampClient, timeStampClient } from '../../../pipeline/signing/ltv/time-stamp-client.js';
import { makePki, PURPOSE, purposeOf } from './services/pki.js';
import { type Behaviour, type Services, startServices } from './services/services.js';
import { POLICY } from './services/time-stamping-authority.js';
import { DAY, type MovedClock, movedClock } from './signed-act.js';

let clock: MovedClock;
let services: Services;
beforeEach(async () => {
  clock = movedClock();
  services = await startServices(clock);
});
afterEach(() => services.close());

const BYTES = [Buffer.from('what is stamped')];

function client(
  options: { policy?: string; urls?: readonly string[]; roots?: readonly Buffer[]; timeoutMs?: number } = {},
): TimeStampClient {
  return timeStampClient({
    urls: options.urls ?? [`${services.url}/tsa`],
    policy: options.policy,
    roots: (options.roots ?? [services.pki.root.der]).map(readCertificate),
    exchange: httpExchange(fetch, clock, { timeoutMs: options.timeoutMs ?? 2000, restMs: 60_000 }),
    randomBytes,
    clock,
  });
}

it('gives a sound token, what it says, and the path of its authority', async () => {
  const { token, stamp, path } = await client({ policy: POLICY })(BYTES);
  expect(token.length).toBeGreaterThan(500);
  expect([stamp.time.toISOString(), stamp.policy]).toEqual([clock.at.toISOString().replace(/\.\d+/, '.000'), POLICY]);
  expect(path.map(({ der }) => der)).toEqual([services.pki.tsa, services.pki.stamping, services.pki.root].map(({ der }) => der));
});

const other = makePki({ now: new Date('2026-03-12T09:04:31Z'), services: 'http://pki.regesta.invalid' });
const LIES: readonly (readonly [string, Behaviour['stamp'], string])[] = [
  ['over other bytes', { imprint: Buffer.alloc(32) }, 'of other bytes'],
  ['with another nonce', { nonce: integer(Buffer.alloc(16, 7)) }, 'nonce'],
  ['without the nonce', { nonce: null }, 'nonce'],
  ['under another policy', { policy: '1.2.3.4' }, 'policy'],
  ['that was refused', { status: 2 }, 'status 2'],
  ['of yesterday', { time: new Date(Date.parse('2026-03-12T09:04:31Z') - DAY) }, 'clock'],
  ['that does not name its certificate', { anonymous: true }, 'name its certificate'],
  ['without the certificate of its authority', { certificates: [] }, 'certificate is not there'],
  [
    'of an authority under another root',
    { signer: other.tsa, certificates: [other.tsa.der, other.stamping.der, other.root.der] },
    'trusted',
  ],
];

it.each(LIES)('refuses a stamp %s', async (_, lie, why) => {
  services.behaviour.stamp = lie;
  const policy = lie.policy === undefined ? {} : { policy: POLICY };
  await expect(client(policy)(BYTES)).rejects.toMatchObject({ code: 'service-answer', message: expect.stringContaining(why) as string });
});

it.each([
  ['for servers', purposeOf(true, '1.3.6.1.5.5.7.3.1')],
  ['for time stamping, but not critically so', purposeOf(false, PURPOSE.timeStamping)],
  ['for time stamping and more', purposeOf(true, PURPOSE.timeStamping, PURPOSE.ocspSigning)],
])('refuses an authority whose certificate is %s', async (_, tsaPurpose) => {
  await services.close();
  services = await startServices(clock, { tsaPurpose });
  await expect(client()(BYTES)).rejects.toMatchObject({ code: 'service-answer' });
});

it.each([
  ['sends us elsewhere', { status: 302, location: 'http://pki.regesta.invalid/' }],
  ['is out of order', { status: 503 }],
  ['tells more than can be read', Buffer.alloc(200_000)],
])('takes no answer from a service that %s', async (_, answer) => {
  services.behaviour.answer = () => answer;
  await expect(client()(BYTES)).rejects.toMatchObject({ code: 'service-silent' });
});

it('takes what is no time stamp at all for none', async () => {
  for (const answer of [Buffer.alloc(0), Buffer.from('<html>'), Buffer.from('300506012a', 'hex'), randomBytes(300)]) {
    services.behaviour.answer = () => answer;
    await expect(client()(BYTES)).rejects.toMatchObject({ code: 'service-answer' });
  }
});

it('asks the next authority when one gives nothing, and leaves that one alone for a while', async () => {
  const urls = [`${services.url}/nothing-here`, `${services.url}/tsa`];
  const stamp = client({ urls });
  await stamp(BYTES);
  await stamp(BYTES);
  expect(services.asked).toEqual(['/nothing-here', '/tsa', '/tsa']);
  clock.at = new Date(clock.at.getTime() + 61_000);
  await stamp(BYTES);
  expect(services.asked).toEqual(['/nothing-here', '/tsa', '/tsa', '/nothing-here', '/tsa']);
});

it('waits for an answer only so long', async () => {
  services.behaviour.delayMs = 1500;
  await expect(client({ timeoutMs: 100 })(BYTES)).rejects.toMatchObject({
    code: 'service-silent',
    message: expect.stringContaining('in time') as string,
  });
});
