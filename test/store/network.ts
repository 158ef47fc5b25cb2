import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** Where a connection breaks off: before a message of the client has come to the server, or before its answer has come back. */
export interface Cut {
  /** Messages that are counted; all if not given. */
  readonly of?: RegExp;
  /** Which of them that comes from now on, from 1. */
  readonly at: number;
  readonly loses: 'message' | 'answer';
}

/** A way to a PostgreSQL server that can break off. */
export interface Network {
  /** The server's URL by this way. */
  readonly url: string;
  /** Messages of clients so far. */
  readonly messages: readonly string[];
  /** Breaks every connection off at the cut, once; null takes back what was said before. */
  cut(cut: Cut | null): void;
  /** Breaks every connection off; nobody gets through until `up`. */
  down(): void;
  up(): void;
  close(): Promise<void>;
}

/** The server's last word on a message: ReadyForQuery. */
function isAnswered(chunk: Buffer): boolean {
  const end = chunk.subarray(-6);
  return end.length === 6 && end[0] === 0x5a && end.readUInt32BE(1) === 5;
}

export async function networkTo(server: string): Promise<Network> {
  const target = new URL(server);
  const pairs = new Set<readonly [Socket, Socket]>();
  const messages: string[] = [];
  let isDown = false;
  let due: Cut | undefined;

  const breakOff = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    pairs.clear();
  };

  const gate = createServer((client) => {
    if (isDown) return void client.destroy();
    const upstream = createConnection(Number(target.port), target.hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    let isSwallowing = false;
    client.on('data', (chunk) => {
      const message = chunk.toString('latin1');
      messages.push(message);
      if (due !== undefined && (due.of?.test(message) ?? true)) due = { ...due, at: due.at - 1 };
      if (due?.at !== 0) return void upstream.write(chunk);
      const { loses } = due;
      due = undefined;
      if (loses === 'message') return breakOff();
      isSwallowing = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!isSwallowing) client.write(chunk);
      else if (isAnswered(chunk)) breakOff();
    });
    for (const [one, other] of [pair, [upstream, client] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  }).listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const url = new URL(server);
  url.hostname = '127.0.0.1';
  url.port = String((gate.address() as AddressInfo).port);

  return {
    url: url.href,
    messages,
    cut(cut) {
      due = cut ?? undefined;
    },
    down() {
      isDown = true;
      breakOff();
    },
    up() {
      isDown = false;
    },
    async close() {
      breakOff();
      gate.close();
      await once(gate, 'close');
    },
  };
}
