import { connect } from 'node:net';

/** What a server has told an attacker. */
export interface Told {
  status: number;
  headers: string;
  body: string;
}

/** A hostile request, and how it is to be answered: by a status, and the code of an error where there is one. */
export interface Attack {
  name: string;
  send(target: Target): Promise<Told>;
  status: number;
  code?: string;
}

/** Where an attack goes to, and whose key comes with it. */
export interface Target {
  url: string;
  key: { authorization: string };
  /** An address on this machine that nobody may be led to. */
  trap: string;
}

/** What a fetch is answered. */
export async function told(response: Response): Promise<Told> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return { status: response.status, headers, body: await response.text() };
}

const json = { 'content-type': 'application/json' };

/** A query, posted. */
export const query = (name: string, text: string, status: number, code?: string, variables?: object): Attack => ({
  name,
  status,
  code,
  send: async ({ url }) => {
    const body = JSON.stringify({ query: text, variables });
    return told(await fetch(`${url}/graphql`, { method: 'POST', headers: json, body }));
  },
});

/** A body, posted with this content type. */
export const body = (
  name: string,
  sent: string | Buffer,
  status: number,
  code?: string,
  type = json['content-type'],
): Attack => ({
  // prettier-ignore
  name,
  status,
  code,
  send: async ({ url }) =>
    told(await fetch(`${url}/graphql`, { method: 'POST', headers: type ? { 'content-type': type } : {}, body: sent })),
});

/** Bytes on a socket, as they are; what comes back first. */
export const bytes = (name: string, sent: string | Buffer, status: number, code?: string): Attack => ({
  name,
  status,
  code,
  send: ({ url }) =>
    new Promise((resolve) => {
      let text = '';
      const finish = () => {
        socket.destroy();
        const [headers = '', ...rest] = text.split('\r\n\r\n');
        const content = /\{[^]*\}/.exec(rest.join('\r\n\r\n'))?.[0] ?? rest.join();
        resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), headers, body: content });
      };
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(sent));
      socket.setTimeout(1_500, finish);
      socket.on('error', () => {}).on('close', finish);
      socket.on('data', (data) => {
        text += data.toString('latin1');
        if (text.includes('\r\n\r\n')) setTimeout(finish, 50);
      });
    }),
});

/** A path, as it is written: no client tidies it before. */
export const path = (name: string, target: string, status: number, code?: string): Attack =>
  bytes(name, `GET ${target} HTTP/1.1\r\nhost: catalogue.example\r\nconnection: close\r\n\r\n`, status, code);

export const times = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
