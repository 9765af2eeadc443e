import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { sendProblemPage, wantsPage } from './explorer/problem-answer.ts';
import { Problem, sendProblem, sendText } from './responses.ts';

/**
 * What stands before the answers of this product: it is live as soon as it listens, and ready neither before there is
 * something to answer with nor once it is to stop.
 */
export interface Gate {
  readonly server: Server;
  /** From now on `answer` gets all requests. */
  open(answer: RequestListener): void;
  /**
   * Says for `grace` milliseconds that it is not ready, and answers what comes: whoever shares requests out needs as long to
   * see it. Then takes nothing new, and resolves when all is answered, or after `longest` has been cut off.
   */
  close(grace: number, longest?: number): Promise<void>;
}

/** A gate to what stands at `publicUrl`, with Node's own settings of a server. */
export function createGate(options: ServerOptions, publicUrl: string): Gate {
  let answer: RequestListener | null = null;
  let stopping = false;
  const server = createServer(options, (request, response) => {
    // Who keeps a connection would find it closed: from now on each is closed by the answer on it.
    if (stopping) response.setHeader('connection', 'close');
    const path = request.url!.split('?')[0]!;
    const isAsked = ['GET', 'HEAD'].includes(request.method!);
    if (stopping && isAsked && path === '/health/ready') return sendProblem(response, stops);
    if (answer) return void answer(request, response);
    if (isAsked && path === '/health/live') return sendText(request, response, plain, 'live\n');
    discard(request);
    if (wantsPage(request)) sendProblemPage('', publicUrl, starts, request, response);
    else sendProblem(response, starts);
  });
  return {
    server,
    open(given) {
      answer = given;
    },
    async close(grace, longest = 6_000) {
      if (!server.listening) return;
      stopping = true;
      await new Promise((passed) => setTimeout(passed, grace));
      const closed = new Promise((done) => server.close(done));
      const late = setTimeout(() => server.closeAllConnections(), longest);
      await closed;
      clearTimeout(late);
    },
  };
}

const plain = 'text/plain; charset=utf-8';
const starts = new Problem(503, 'This server has just been started and has not read the graph yet.', {
  'retry-after': '2',
});
const stops = new Problem(503, 'This server is stopping.', { 'retry-after': '5' });

/** A body that nobody reads would keep its connection from the next request. */
const discard = (request: IncomingMessage) => void request.resume();
