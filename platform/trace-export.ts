/**
 * Traces as OpenTelemetry sends them: in batches, over OTLP/HTTP.
 *
 * The provider is this process's own and is not registered globally: libraries that find a global one (the federation
 * library does) record spans and exceptions of theirs, with messages that quote values.
 */
import {
  ROOT_CONTEXT,
  SpanKind as Kind,
  SpanStatusCode,
  TraceFlags,
  trace,
  type Context,
  type Span as OtelSpan,
  type Tracer,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace-node";
import type { Span, SpanAttributes, SpanKind, Tracing, TracingSettings } from "./tracing.ts";

/** A statement can be long; what identifies it stands at its beginning. In characters. */
const LONGEST_ATTRIBUTE = 2_000;

const KINDS: Readonly<Record<SpanKind, Kind>> = {
  server: Kind.SERVER,
  client: Kind.CLIENT,
  internal: Kind.INTERNAL,
};

/** Sends the traces of `service` to the endpoint of `settings`; what cannot be sent is dropped. */
export function exportTraces(service: string, { endpoint, ratio }: TracingSettings): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": `continuum-${service}` }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanLimits: { attributeValueLengthLimit: LONGEST_ATTRIBUTE },
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` })),
    ],
  });
  const tracer = provider.getTracer("continuum");
  return {
    begin(name, kind, parent, attributes = {}) {
      const context = parent === undefined ? ROOT_CONTEXT : contextOf(parent);
      return new RunningSpan(tracer, tracer.startSpan(name, { kind: KINDS[kind], attributes }, context));
    },
    close: () => provider.shutdown(),
  };
}

class RunningSpan implements Span {
  readonly #tracer: Tracer;
  readonly #span: OtelSpan;

  constructor(tracer: Tracer, span: OtelSpan) {
    this.#tracer = tracer;
    this.#span = span;
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.#span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
  }

  child(name: string, kind: SpanKind, attributes: SpanAttributes = {}, startedAt?: number): Span {
    const span = this.#tracer.startSpan(
      name,
      {
        kind: KINDS[kind],
        attributes,
        ...(startedAt === undefined ? {} : { startTime: performance.timeOrigin + startedAt }),
      },
      trace.setSpan(ROOT_CONTEXT, this.#span),
    );
    return new RunningSpan(this.#tracer, span);
  }

  set(attributes: SpanAttributes): void {
    this.#span.setAttributes(attributes);
  }

  end(problem?: string): void {
    if (problem !== undefined) {
      this.#span.setAttribute("error.type", problem);
      this.#span.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.#span.end();
  }
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** A context with the span that `header` names; one with none when it is no such header. */
function contextOf(header: string): Context {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(header) ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED,
    isRemote: true,
  });
}
