import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RunCommand } from '../src/channel/answer.ts';
import { askServer } from '../src/channel/ask-server.ts';
import type { Say } from '../src/channel/request.ts';
import { serveCommands } from '../src/channel/serve-commands.ts';
import { socketOf } from '../src/channel/socket.ts';
import { endAfterEach, run as runProcess } from './run.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});
endAfterEach();

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-channel-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function serve(run: RunCommand, folder = newFolder()) {
  const serving = await serveCommands(folder, run);
  cleanUp.push(() => serving.close());
  return { folder, ...serving };
}

/** A server in a process of its own, which says one line and then never ends. */
async function serveElsewhere(folder: string) {
  const code = `import { serveCommands } from './src/channel/serve-commands.ts';
    await serveCommands(${JSON.stringify(folder)}, async (request, say) => {
      say.out('begun');
      await new Promise(() => {});
    });
    console.log('listening');`;
  const server = runProcess('--input-type=module', ['--eval', code], {});
  await server.writes(/listening/);
  return {
    async kill() {
      server.signal('SIGKILL');
      await server.ended;
    },
  };
}

function heard() {
  const said: [keyof Say, unknown][] = [];
  const say: Say = {
    out: (line) => void said.push(['out', line]),
    note: (line) => void said.push(['note', line]),
    progress: (value) => void said.push(['progress', value]),
  };
  return { said, say };
}

const ask = (folder: string, say: Say = heard().say, signal?: AbortSignal) =>
  askServer(folder, { command: 'merge', arguments: {} }, say, signal);

/** Sends bytes as they are, and gives all that comes back. */
async function sendRaw(folder: string, bytes: string) {
  const socket = createConnection(await socketOf(folder));
  socket.write(bytes);
  return JSON.parse(await text(socket)) as unknown;
}

const aborted = (signal: AbortSignal) => (signal.aborted ? undefined : once(signal, 'abort'));

describe('a command sent to the server', () => {
  it('arrives with its arguments, and what it says comes back in order, with its exit code', async () => {
    const { folder } = await serve(async (request, say) => {
      await say.out(JSON.stringify(request));
      await say.note('two\nlines, \u2028 and half a character \ud800');
      await say.progress({ done: 1, of: [2, null] });
      await say.out('');
      return 3;
    });
    const { said, say } = heard();
    const request = { command: 'import', arguments: { files: ['Žrtve.jsonl'], dry: true, first: null } };
    expect(await askServer(folder, request, say)).toBe(3);
    expect(said).toEqual([
      ['out', JSON.stringify(request)],
      ['note', 'two\nlines, \u2028 and half a character \ud800'],
      ['progress', { done: 1, of: [2, null] }],
      ['out', ''],
    ]);
  });

  it('fails with the message of the server, after what was said before', async () => {
    const { folder } = await serve(async (_, say) => {
      await say.out('first');
      throw new Error('The disk is full.');
    });
    const { said, say } = heard();
    await expect(ask(folder, say)).rejects.toThrow(/^The disk is full\.$/);
    expect(said).toEqual([['out', 'first']]);
  });

  it('runs beside another one', async () => {
    let both = 0;
    const meet = new AbortController();
    const { folder } = await serve(async (request, say) => {
      if (++both === 2) meet.abort();
      await aborted(meet.signal);
      await say.out(request.command);
      return 0;
    });
    const clients = ['one', 'two'].map(async (command) => {
      const { said, say } = heard();
      return [await askServer(folder, { command, arguments: {} }, say), said];
    });
    expect(await Promise.all(clients)).toEqual([
      [0, [['out', 'one']]],
      [0, [['out', 'two']]],
    ]);
  });

  it('is told when its client stops waiting', async () => {
    const told = new AbortController();
    const { folder } = await serve(async (_, say, signal) => {
      await say.out('begun');
      await aborted(signal);
      told.abort(signal.reason);
      return 0;
    });
    const client = new AbortController();
    const say = { ...heard().say, out: () => client.abort(new Error('Interrupted.')) };
    await expect(ask(folder, say, client.signal)).rejects.toThrow('Interrupted.');
    await aborted(told.signal);
    expect(told.signal.reason).toEqual(new Error('The client went away.'));
  });

  it('is told as well when its client can no longer pass on what it says', async () => {
    const told = new AbortController();
    const { folder } = await serve(async (_, say, signal) => {
      while (!signal.aborted) await say.out('more');
      told.abort();
      return 0;
    });
    const out = () => Promise.reject(new Error('stdout is closed'));
    await expect(ask(folder, { ...heard().say, out })).rejects.toThrow('stdout is closed');
    await aborted(told.signal);
  });

  it('is told as well when a client leaves that has sent more than its request', async () => {
    const [begun, told] = [new AbortController(), new AbortController()];
    const { folder } = await serve(async (_request, _say, signal) => {
      begun.abort();
      await aborted(signal);
      told.abort();
      return 0;
    });
    const client = createConnection(await socketOf(folder));
    client.write(`{"command":"merge","arguments":{}}\n${'x'.repeat(1_000_000)}`);
    await aborted(begun.signal);
    client.end();
    await aborted(told.signal);
  });

  it('is not sent when the client has been told to stop before', async () => {
    const run = vi.fn<RunCommand>();
    const { folder } = await serve(run);
    await expect(ask(folder, undefined, AbortSignal.abort(new Error('Interrupted.')))).rejects.toThrow('Interrupted.');
    expect(run).not.toHaveBeenCalled();
  });

  it('says that the state is to be looked at when the server dies in the middle', async () => {
    const folder = newFolder();
    const server = await serveElsewhere(folder);
    const { said, say } = heard();
    const out = async (line: string) => {
      await say.out(line);
      await server.kill();
    };
    await expect(ask(folder, { ...say, out })).rejects.toThrow(
      `The server that holds ${folder} went away before it had answered; ` +
        'look at its state before you run this again: merge',
    );
    expect(said).toEqual([['out', 'begun']]);
  });
});

describe('large answers', () => {
  it('arrive whole, characters of many bytes included, and only as fast as they are read', async () => {
    const lines = 2000;
    const lineOf = (number: number) => `${number} ${'žртва🧵'.repeat(750)}`;
    let [sent, read, lead] = [0, 0, 0];
    const { folder } = await serve(async (_, say) => {
      for (; sent < lines; sent++) {
        lead = Math.max(lead, sent - read);
        await say.out(lineOf(sent));
      }
      return 0;
    });
    const out = async (line: string) => {
      // A reader that pauses: all that is sent and not read piles up in that time.
      if (read % 400 === 0) await new Promise((resume) => setTimeout(resume, 50));
      if (line !== lineOf(read)) throw new Error(`line ${read} is not what was sent`);
      read++;
    };
    expect(Buffer.byteLength(lineOf(0)) * lines).toBeGreaterThan(20_000_000);
    expect(await ask(folder, { ...heard().say, out })).toBe(0);
    expect(read).toBe(lines);
    // In lines of 10 kB; what the kernel holds and one buffer on either side.
    expect(lead).toBeLessThan(100);
  });

  it('arrive whole in a single line', async () => {
    const line = '🧵ž'.repeat(1_500_000);
    const { folder } = await serve(async (_, say) => {
      await say.out(line);
      return 0;
    });
    const { said, say } = heard();
    expect(await ask(folder, say)).toBe(0);
    expect(said[0]![1] === line).toBe(true);
  });
});

describe('a folder without a server', () => {
  it('gives null, whether it is empty or does not exist', async () => {
    const folder = newFolder();
    expect([await ask(folder), await ask(join(folder, 'missing'))]).toEqual([null, null]);
  });

  it('gives null when the server was killed, and its socket makes way for the next', async () => {
    const folder = newFolder();
    await (await serveElsewhere(folder)).kill();
    expect(existsSync(join(folder, 'server.sock'))).toBe(true);
    expect(await ask(folder)).toBe(null);
    await serve(async () => 0, folder);
    expect(await ask(folder)).toBe(0);
  });

  it('gives null after the server has closed, and nothing of it is left', async () => {
    const { folder, close } = await serve(async () => 0);
    await close();
    expect(await ask(folder)).toBe(null);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a server', () => {
  it('refuses a folder where another one answers, which goes on', async () => {
    const { folder } = await serve(async () => 7);
    await expect(serveCommands(folder, async () => 8)).rejects.toThrow(
      `Another server answers on ${join(folder, 'server.sock')}. Stop that one first.`,
    );
    expect(await ask(folder)).toBe(7);
  });

  it('does not replace a file that is no socket', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'server.sock'), 'notes');
    await expect(serveCommands(folder, async () => 0)).rejects.toThrow('something else is there');
    expect(statSync(join(folder, 'server.sock')).size).toBe(5);
  });

  it('lets in nobody but its user, and leaves only its socket in the folder', async () => {
    const { folder } = await serve(async () => 0);
    expect((statSync(join(folder, 'server.sock')).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(folder)).toEqual(['server.sock']);
  });

  it('is found whichever way the folder is named', async () => {
    const { folder } = await serve(async () => 0);
    expect(await ask(relative('.', folder))).toBe(0);
  });

  it.each([
    ['no JSON', 'merge', 'This is not a request, {"command": …, "arguments": {…}} on one line of JSON: merge'],
    ['JSON of another form', '{"command":1}', expect.stringMatching(/^This is not a request.*\{"command":1\}$/)],
    ['more than a megabyte', `"${'x'.repeat(1_000_000)}"`, 'A request is at most 1000000 bytes long.'],
  ])('answers what is not a request with an error: %s', async (_, line, error) => {
    const run = vi.fn<RunCommand>();
    const { folder } = await serve(run);
    expect(await sendRaw(folder, `${line}\n`)).toEqual({ error });
    expect(run).not.toHaveBeenCalled();
  });

  it('reads a request of almost a megabyte, and refuses an endless one before its end', async () => {
    const { folder } = await serve(async ({ arguments: { ids } }) => (ids as string).length);
    expect(await askServer(folder, { command: 'merge', arguments: { ids: 'x'.repeat(999_000) } }, heard().say)).toBe(
      999_000,
    );
    expect(await sendRaw(folder, 'x'.repeat(3_000_000))).toHaveProperty('error');
    await expect(
      askServer(folder, { command: 'merge', arguments: { ids: 'x'.repeat(5_000_000) } }, heard().say),
    ).rejects.toThrow('A request is at most 1000000 bytes long.');
  });

  it('that closes stops its commands, waits for them, and gives each client its answer', async () => {
    const begun = new AbortController();
    const { folder, close } = await serve(async (_, say, signal) => {
      begun.abort();
      await aborted(signal);
      await new Promise((resume) => setTimeout(resume, 50));
      await say.note((signal.reason as Error).message);
      return 130;
    });
    const idle = createConnection(await socketOf(folder));
    const { said, say } = heard();
    const answered = ask(folder, say);
    await aborted(begun.signal);
    await close();
    expect(await answered).toBe(130);
    expect(said).toEqual([['note', 'The server is stopping.']]);
    expect(await text(idle)).toBe('');
  });

  it('that closes does not wait for a client that has stopped reading', async () => {
    const full = new AbortController();
    const { folder, close } = await serve(async (_, say, signal) => {
      setTimeout(() => full.abort(), 100);
      while (!signal.aborted) await say.out('x'.repeat(10_000));
      return 0;
    });
    const client = createConnection(await socketOf(folder)).pause();
    client.write('{"command":"export","arguments":{}}\n');
    await aborted(full.signal);
    await close();
    client.destroy();
  });
});

describe('a folder whose path is too long for a socket', () => {
  const { TMPDIR } = process.env;
  function longFolder() {
    const base = newFolder();
    const folder = join(base, 'long'.repeat(30));
    mkdirSync(folder);
    process.env.TMPDIR = base;
    cleanUp.push(() => {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    });
    return { folder, ours: join(base, `common-thread-${process.getuid!()}`) };
  }

  it('has its socket in the temporary folder, out of reach of others', async () => {
    const { folder, ours } = longFolder();
    const { close } = await serve(async () => 4, folder);
    expect(await ask(folder)).toBe(4);
    expect(readdirSync(folder)).toEqual([]);
    expect(await socketOf(folder)).toMatch(new RegExp(`^${ours}/[0-9a-f]{24}\\.sock$`));
    expect([statSync(ours), statSync(await socketOf(folder))].map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600]);
    await close();
    expect(await ask(folder)).toBe(null);
  });

  it('refuses a place there that others could have prepared, as server and as client', async () => {
    const { folder, ours } = longFolder();
    mkdirSync(ours);
    chmodSync(ours, 0o777);
    const message = `${ours} is not a folder that only this user can open.`;
    await expect(serveCommands(folder, async () => 0)).rejects.toThrow(message);
    await expect(ask(folder)).rejects.toThrow(message);
  });
});
