/// <reference path="./ipp-encoder.d.ts" />
import { request } from 'node:http';
import encoder from 'ipp-encoder';
import { ANSWER_WITHIN_MS } from './limits.ts';

const { CONSTANTS, request: messages, response: answers } = encoder;

/** Where the print system listens. */
export type PrintServer =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'address'; readonly host: string; readonly port: number };

/** The port of IPP. */
const IPP_PORT = 631;

/** Largest answer that is read, in bytes: a printer with all its attributes is some 60 kB. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** The print system of this machine: what `CUPS_SERVER` names (a path or `host:port`), else its socket, else its port. */
export function printServerOf(
  named: string | undefined,
  sockets: readonly string[],
  exists: (path: string) => boolean,
): PrintServer {
  const local = { kind: 'address', host: '127.0.0.1', port: IPP_PORT } as const;
  if (named?.startsWith('/')) return { kind: 'socket', path: named };
  if (named) {
    const { hostname, port } = new URL(`http://${named}`);
    return { ...local, host: hostname, port: port === '' ? IPP_PORT : Number(port) };
  }
  const path = sockets.find(exists);
  return path === undefined ? local : { kind: 'socket', path };
}

/** Kinds of values we send. */
type ValueKind =
  | 'CHARSET'
  | 'NATURAL_LANG'
  | 'URI'
  | 'NAME_WITHOUT_LANG'
  | 'MIME_MEDIA_TYPE'
  | 'KEYWORD'
  | 'INTEGER'
  | 'BOOLEAN';

/** One attribute of a message: kind, name, value or values. */
export type IppAttribute = readonly [kind: ValueKind, name: string, value: unknown];

/** What is asked of the print system. */
export type IppAsk = {
  readonly operation:
    | 'PRINT_JOB'
    | 'CANCEL_JOB'
    | 'GET_JOB_ATTRIBUTES'
    | 'GET_JOBS'
    | 'GET_PRINTER_ATTRIBUTES';
  /** The queue's name; it is in the address of every request. */
  readonly queue: string;
  readonly about: readonly IppAttribute[];
  readonly job?: readonly IppAttribute[];
  /** Bytes that follow the message. */
  readonly document?: Uint8Array;
};

/** The attributes of one thing (a printer, a job) by name, each with all its values. */
export type IppThing = ReadonlyMap<string, readonly unknown[]>;

/** The print system said no; `status` is its IPP status code, for instance 0x406 for "not found". */
export class IppRefusal extends Error {
  override readonly name = 'IppRefusal';
  readonly status: number;

  constructor(operation: string, status: number) {
    super(`The print system refused ${operation} with status 0x${status.toString(16)}`);
    this.status = status;
  }
}

/**
 * Asks the print system over IPP (RFC 8010, 8011) and answers what it tells of printers or jobs. Rejects with
 * {@link IppRefusal}, or with a plain error when nobody answers in time.
 */
export async function askIpp(server: PrintServer, ask: IppAsk): Promise<readonly IppThing[]> {
  const host = server.kind === 'socket' ? 'localhost' : server.host;
  const message = encode(ask, host);
  const body = ask.document ? Buffer.concat([message, ask.document]) : message;
  const answer = answers.decode(await post(server, host, ask.queue, body));
  if (answer.statusCode >= 0x100) throw new IppRefusal(ask.operation, answer.statusCode);
  return answer.groups
    .filter(
      ({ tag }) => tag !== tagOf('OPERATION_ATTRIBUTES_TAG') && tag !== tagOf('UNSUPPORTED_ATTRIBUTES_TAG'),
    )
    .map(({ attributes }) => new Map(attributes.map(({ name, value }) => [name, value])));
}

function encode({ operation, queue, about, job }: IppAsk, host: string): Buffer {
  const group = (tag: string, attributes: readonly IppAttribute[]) => ({
    tag: tagOf(tag),
    attributes: attributes.map(([kind, name, value]) => ({ tag: tagOf(kind), name, value })),
  });
  const message = {
    version: { major: 1, minor: 1 },
    operationId: tagOf(operation),
    requestId: 1,
    groups: [
      // RFC 8011, 4.1.4: these two come first, in this order, then what the request is about.
      group('OPERATION_ATTRIBUTES_TAG', [
        ['CHARSET', 'attributes-charset', 'utf-8'],
        ['NATURAL_LANG', 'attributes-natural-language', 'en'],
        ['URI', 'printer-uri', `ipp://${host}/printers/${encodeURIComponent(queue)}`],
        ...about,
      ]),
      ...(job ? [group('JOB_ATTRIBUTES_TAG', job)] : []),
    ],
  };
  return messages.encode(message, Buffer.alloc(messages.encodingLength(message)));
}

function post(server: PrintServer, host: string, queue: string, body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...(server.kind === 'socket'
          ? { socketPath: server.path }
          : { host: server.host, port: server.port }),
        method: 'POST',
        path: `/printers/${encodeURIComponent(queue)}`,
        headers: { Host: host, 'Content-Type': 'application/ipp', 'Content-Length': body.length },
        agent: false,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      },
      (response) => {
        const pieces: Buffer[] = [];
        let length = 0;
        response.on('data', (piece: Buffer) => {
          length += piece.length;
          if (length > MAX_ANSWER_BYTES) response.destroy(new Error('The print system answers without end.'));
          pieces.push(piece);
        });
        response.once('error', reject);
        response.once('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(pieces));
          else reject(new Error(`The print system answered with HTTP status ${response.statusCode}`));
        });
      },
    );
    asking.once('error', reject);
    asking.end(body);
  });
}

function tagOf(name: string): number {
  const value = CONSTANTS[name];
  if (value === undefined) throw new Error(`IPP knows no ${name}.`);
  return value;
}
