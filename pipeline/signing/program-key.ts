import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { Fault } from '../model/fault.js';
import type { SigningKey } from '../model/ports.js';
import { digestName, digestOf, isSignatureOf } from './algorithms.js';
import { type Certificate, KEY_USAGE, readCertificate } from './certificate.js';
import { algorithmsOf } from './p12-key.js';

export interface ProgramKeyOrder {
  readonly id: string;
  /** The program, then its arguments; started without a shell. */
  readonly program: readonly [path: string, ...args: string[]];
  /** PEM: the signer's certificate first, then its issuers. */
  readonly certificates: string;
  /** Given to the program on its standard input and nowhere else; null if it needs none. */
  readonly password: string | null;
  readonly timeLimitMs: number;
  /** What the program finds in its environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the program is told, one JSON object on its standard input. */
interface Request {
  readonly format: 'regesta-sign-1';
  readonly id: string;
  /** Of the certificate's key: `ecdsa` or `rsa` (PKCS#1 v1.5). */
  readonly algorithm: string;
  readonly digestAlgorithm: string;
  /** Base64; the digest is of the message. A program signs the one or the other. */
  readonly message: string;
  readonly digest: string;
  readonly password?: string;
}

const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_REASON = 200;
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * A key behind a program, such as one that speaks to a token: it is started for each signature, reads a `Request` on its standard input, and
 * writes `{"signature": base64}` (ECDSA as DER) or `{"error": text}` on its standard output. Faults: `key-missing` (no program or no
 * certificate), `key-mismatch` (the certificate does not permit signing, or its key did not make the signature), `key-program` (the program
 * fails, is late, or babbles). It is asked one thing at a time.
 */
export function openProgramKey({ id, program, certificates, password, timeLimitMs, env }: ProgramKeyOrder): SigningKey {
  const path = readPath(id, certificates);
  const [own] = path;
  if (own === undefined) throw new Fault('key-missing', `signing.keys "${id}": no certificate in the file that certificates names`);
  if (![KEY_USAGE.nonRepudiation, KEY_USAGE.digitalSignature].some((bit) => own.permits(bit, true)))
    throw new Fault('key-mismatch', `signing.keys "${id}": the certificate does not permit signing (keyUsage)`);
  const publicKey = own.publicKey();
  const { digestOid, signatureOid } = algorithmsOf(id, publicKey);
  const ask = async (message: Buffer): Promise<Buffer> => {
    const request: Request = {
      format: 'regesta-sign-1',
      id,
      algorithm: publicKey.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa',
      digestAlgorithm: digestName(digestOid),
      message: message.toString('base64'),
      digest: digestOf(digestOid, message).toString('base64'),
      ...(password === null ? {} : { password }),
    };
    const signature = signatureIn(id, await run(id, program, JSON.stringify(request), timeLimitMs, env));
    if (!isSound(signature, message))
      throw new Fault('key-mismatch', `signing.keys "${id}": the program's signature does not fit the certificate`);
    return signature;
  };
  const isSound = (signature: Buffer, message: Buffer): boolean =>
    isSignatureOf({ oid: signatureOid, parameters: null }, digestOid, publicKey, message, signature);
  let line: Promise<unknown> = Promise.resolve();
  return {
    id,
    certificates: path.filter((one) => !one.subject.equals(one.issuer) || one === own).map(({ der }) => der),
    digestOid,
    signatureOid,
    digest: (data) => digestOf(digestOid, data),
    sign(message) {
      const answer = line.then(() => ask(message));
      line = answer.catch(() => undefined);
      return answer;
    },
  };
}

function readPath(id: string, pem: string): Certificate[] {
  try {
    return (pem.match(PEM) ?? []).map((one) => readCertificate(new X509Certificate(one).raw));
  } catch (cause) {
    throw new Fault('key-missing', `signing.keys "${id}": a certificate that cannot be read in the file that certificates names`, {
      cause,
    });
  }
}

/** Runs the program once and gives its standard output; its standard error is nobody's, for it may hold anything. */
function run(
  id: string,
  [path, ...args]: ProgramKeyOrder['program'],
  input: string,
  timeLimitMs: number,
  env: ProgramKeyOrder['env'],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown): void =>
      reject(new Fault('key-program', `signing.keys "${id}": the program ${path} ${why}`, { cause }));
    // In a group of its own, so that what it has started ends with it.
    const child = spawn(path, args, { stdio: ['pipe', 'pipe', 'ignore'], env, detached: process.platform !== 'win32', windowsHide: true });
    const end = (): void => {
      try {
        if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    };
    const timer = setTimeout(() => {
      fail(`has not answered in ${timeLimitMs} ms`);
      end();
    }, timeLimitMs);
    const answer: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_ANSWER_BYTES) answer.push(chunk);
      else {
        fail('answers without end');
        end();
      }
    });
    child.on('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (child.pid !== undefined) return fail('cannot be spoken to', cause);
      reject(
        new Fault('key-missing', `signing.keys "${id}": the program ${path} cannot be started (${cause.code ?? 'unknown'})`, { cause }),
      );
    });
    // One that does not read what it is told says so by its exit.
    child.stdin.on('error', () => undefined);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const said = Buffer.concat(answer).toString('utf8');
      if (code === 0) resolve(said);
      else fail(`${signal === null ? `ended with ${code}` : `was ended by ${signal}`}${reasonIn(said)}`);
    });
    child.stdin.end(`${input}\n`);
  });
}

/** The signature in an answer, an answer being one JSON object and nothing else. */
function signatureIn(id: string, said: string): Buffer {
  const answer = parsed(said);
  const { signature } = answer ?? {};
  if (typeof signature !== 'string' || signature === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(signature) || signature.length % 4 !== 0)
    throw new Fault('key-program', `signing.keys "${id}": the program answered no {"signature": base64}${reasonIn(said)}`);
  return Buffer.from(signature, 'base64');
}

function parsed(said: string): { readonly signature?: unknown; readonly error?: unknown } | undefined {
  try {
    const answer: unknown = JSON.parse(said);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** What the program itself says of its failure, in one line. */
function reasonIn(said: string): string {
  const { error } = parsed(said) ?? {};
  return typeof error === 'string' ? `: ${error.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').slice(0, MAX_REASON)}` : '';
}
