/** A receiver of traces for specs: takes OTLP over HTTP and gives back the spans by their place in the tree. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SpanSeen {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Record<string, unknown>;
  service: string;
}

export interface Collector {
  endpoint: string;
  spans: SpanSeen[];
  /** Everything that was received, as it came. */
  text: () => string;
  close: () => Promise<void>;
}

interface Received {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: (Omit<SpanSeen, "attributes" | "service"> & { attributes: Attribute[] })[] }[];
  }[];
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

/** Starts one, at a free port of this machine. */
export async function startCollector(): Promise<Collector> {
  const spans: SpanSeen[] = [];
  let text = "";
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      text += body;
      for (const { resource, scopeSpans } of (JSON.parse(body) as Received).resourceSpans)
        for (const span of scopeSpans.flatMap((scope) => scope.spans))
          spans.push({
            ...span,
            attributes: plain(span.attributes),
            service: String(plain(resource.attributes)["service.name"]),
          });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    text: () => text,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function plain(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
