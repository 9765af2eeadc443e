import { context, propagation, SpanKind, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Traces cost something even where nobody wants them: what follows each promise. */
let isTracing = false;

/**
 * Sends traces by OTLP over HTTP to where `OTEL_EXPORTER_OTLP_ENDPOINT` says, in the names that OpenTelemetry gives all its
 * settings. Gives what ends it, and sends what is left.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  const { openExport } = await import('./trace-export.ts');
  const close = openExport();
  isTracing = true;
  return async () => {
    isTracing = false;
    await close();
  };
}

/** Does some work as a span of its own. Neither names nor attributes may tell a reader, an address, or what is looked up. */
export async function traced<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span | null) => Promise<Result>,
): Promise<Result> {
  if (!isTracing) return work(null);
  return inSpan(name, { attributes }, work);
}

/** The same for the answer to a request: it goes on with the trace that whoever asks has begun. */
export async function tracedAnswer(
  route: string,
  request: IncomingMessage,
  response: ServerResponse,
  work: () => Promise<void>,
): Promise<void> {
  if (!isTracing) return work();
  const attributes = { 'http.request.method': request.method, 'http.route': route };
  const begun = propagation.extract(context.active(), request.headers);
  await context.with(begun, () =>
    inSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, async (span) => {
      await work();
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    }),
  );
}

/** A store whose reads and writes are spans: that there was one and how long it took, not what it asked. */
export function tracedStore<Store extends { engine: string; read: Work; write: Work }>(store: Store): Store {
  if (!isTracing) return store;
  const attributes = { 'db.system.name': store.engine };
  const wrapped = (name: string, work: Work): Work => {
    // What no request has asked for, as the look for news every half second, is nobody's trace.
    return (...given: never[]) =>
      trace.getActiveSpan() ? traced(name, attributes, () => work(...given)) : work(...given);
  };
  return { ...store, read: wrapped('read the graph', store.read), write: wrapped('write the graph', store.write) };
}

type Work = (...given: never[]) => Promise<unknown>;

function inSpan<Result>(
  name: string,
  options: { kind?: SpanKind; attributes: Attributes },
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return trace.getTracer('common-thread').startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR }); // its message may quote what was asked
      throw error;
    } finally {
      span.end();
    }
  });
}
