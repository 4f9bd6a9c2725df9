/**
 * Traces: who waited for whom, from the gateway's door to each SQL statement. Off unless there is somewhere to send
 * them, and then nothing of the exporter is even loaded.
 *
 * A span carries names that stand in the code or in the schema, durations and the request's id: never a value, a
 * variable, a message of an error, or a document (callers write values into documents).
 */
import { z } from "zod";
import { variable } from "./environment.ts";

/** The HTTP header by which a span's children in another process know it (W3C Trace Context). */
export const TRACE_HEADER = "traceparent";

export type SpanKind = "server" | "client" | "internal";

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** One piece of work, with a beginning and an end. */
export interface Span {
  /** What another process is told, so that its work becomes part of this. */
  readonly traceparent: string;
  /** Begins a piece of this work; `startedAt`, on the clock of `performance.now()`, when it began before now. */
  child(name: string, kind: SpanKind, attributes?: SpanAttributes, startedAt?: number): Span;
  set(attributes: SpanAttributes): void;
  /** Ends it; `problem` is the code of what went wrong. What is said after the end is lost. */
  end(problem?: string): void;
}

export interface Tracing {
  /** Begins a piece of work of which no other in this process is the reason; `parent` is a header of this graph's own. */
  begin(name: string, kind: SpanKind, parent?: string, attributes?: SpanAttributes): Span;
  /** Sends what was not sent yet, and ends. */
  close(): Promise<void>;
}

export interface TracingSettings {
  /** Where OTLP is taken over HTTP, such as `http://collector:4318`. */
  endpoint: string;
  /** The part of all requests that is traced, from 0 to 1. */
  ratio: number;
}

/** The variables of every process that can be traced; the names are OpenTelemetry's own. */
export const TRACING_ENVIRONMENT = {
  OTEL_EXPORTER_OTLP_ENDPOINT: variable.url("http:", "https:").optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

/** The settings in parsed variables; undefined when traces go nowhere. */
export function tracingSettings(environment: {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OTEL_TRACES_SAMPLER_ARG: number;
}): TracingSettings | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio } = environment;
  return endpoint === undefined ? undefined : { endpoint, ratio };
}

/** The tracing of the process `service` (`gateway`, `registry` ...); undefined, and free, without settings. */
export async function openTracing(
  service: string,
  settings: TracingSettings | undefined,
): Promise<Tracing | undefined> {
  if (!settings) return undefined;
  const { exportTraces } = await import("./trace-export.ts");
  return exportTraces(service, settings);
}
