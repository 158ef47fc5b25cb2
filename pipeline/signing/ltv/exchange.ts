import { Fault } from '../../model/fault.js';
import type { Clock } from '../../model/ports.js';

/** One question to a service: a POST with a body, a GET without. */
export interface ServiceRequest {
  readonly url: string;
  readonly body?: { readonly type: string; readonly bytes: Buffer } | undefined;
  /** Longest answer that is read. */
  readonly maxBytes: number;
}

/** Gives a service's answer. Fault `service-silent` if there is none, or none that may be read. */
export type Exchange = (request: ServiceRequest) => Promise<Buffer>;

export interface ExchangeLimits {
  /** For one answer as a whole. */
  readonly timeoutMs: number;
  /** How long a service that gave no answer is not asked again. */
  readonly restMs: number;
}

const LIMITS: ExchangeLimits = { timeoutMs: 10_000, restMs: 60_000 };

/**
 * HTTP over the given `fetch`. Redirects are not followed, for they would lead to services that nobody has set. A service that gives no
 * answer is left alone for a while, so that many documents do not wait for it one by one.
 */
export function httpExchange(fetch: typeof globalThis.fetch, clock: Clock, limits: ExchangeLimits = LIMITS): Exchange {
  const resting = new Map<string, number>();
  return async (request) => {
    const { url } = request;
    const until = resting.get(url);
    if (until !== undefined && clock.now().getTime() < until) throw silent(url, 'it gave no answer a moment ago and is left alone for now');
    resting.delete(url);
    try {
      return await ask(fetch, request, limits.timeoutMs);
    } catch (cause) {
      resting.set(url, clock.now().getTime() + limits.restMs);
      throw cause instanceof Fault ? cause : silent(url, reasonOf(cause), cause);
    }
  };
}

async function ask(fetch: typeof globalThis.fetch, { url, body, maxBytes }: ServiceRequest, timeoutMs: number): Promise<Buffer> {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body: new Uint8Array(body.bytes), headers: { 'content-type': body.type } }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    const isRedirect = response.status >= 300 && response.status < 400;
    throw silent(url, isRedirect ? 'it sends us elsewhere; set the new address' : `status ${response.status}`);
  }
  return readWithin(url, response.body, maxBytes);
}

async function readWithin(url: string, body: Response['body'], maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  for (let length = 0; reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw silent(url, `an answer of more than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

function silent(url: string, why: string, cause?: unknown): Fault {
  return new Fault('service-silent', `${url}: ${why}`, cause === undefined ? {} : { cause });
}

/** What stands behind an error of `fetch`, which itself says little. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
