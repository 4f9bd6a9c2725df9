/**
 * `GET /events`: the live stream of news (server-sent events), handed through from the registry to the caller.
 *
 * It ends with the caller's token, with the caller, with the registry's own stream, or when the gateway stops; a client
 * comes back with `Last-Event-ID` and misses nothing. What a slow client does not take is not read from the registry.
 */
import { PassThrough } from "node:stream";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Agent, type Dispatcher } from "undici";
import { PASSPORT_HEADER, type SignPassport } from "../../platform/passport.ts";
import { Places } from "../../platform/places.ts";
import type { Recognised } from "../authenticate.ts";
import type { Entrance } from "../door/entrance.ts";
import { EVENTS_POINTS, type Rate } from "../rate/rate.ts";
import { Refusal } from "../refusal.ts";

/** Streams of this process in all, and of one caller. */
const MOST_STREAMS = 2_000;
const MOST_OF_ONE = 10;
/** The registry says something every 15 seconds; a connection that is silent for longer is dead (ms). */
const LONGEST_SILENCE = 45_000;
/** A stream with a token that lives for longer ends by then, and is opened again (ms). */
const LONGEST_STREAM = 3_600_000;

const LAST_EVENT_ID = "last-event-id";
/** Names of kinds with commas between: nothing that would be something else in an address. */
const KINDS = /^[A-Z_,]{0,2000}$/;

export interface EventsOptions {
  entrance: Entrance;
  rate: Rate;
  sign: SignPassport;
  /** The addresses of the registry's graph, beside which it serves its stream: each stream takes the next. */
  registryUrls: readonly string[];
  /** How long the registry may take to begin, in milliseconds. */
  timeout: number;
}

/**
 * Adds the route; `?kinds=A,B` narrows the stream. Answers 401 and 403 as the graph does, 400 for a `Last-Event-ID` or a
 * kind that is none, 503 without the registry.
 */
export function registerEvents(app: FastifyInstance, options: EventsOptions): void {
  const agent = new Agent({
    connections: null,
    pipelining: 1,
    connectTimeout: options.timeout,
    headersTimeout: options.timeout,
    bodyTimeout: LONGEST_SILENCE,
  });
  const places = new Places(MOST_STREAMS, MOST_OF_ONE);
  const open = new Set<() => void>();
  let isStopping = false;
  let turn = 0;
  app.addHook("preClose", async () => {
    isStopping = true;
    for (const end of [...open]) end();
  });
  app.addHook("onClose", () => agent.destroy());

  const { entrance, rate } = options;
  app.get("/events", { onRequest: entrance.admit, exposeHeadRoute: false }, async (request, reply) => {
    const viewer = entrance.viewerOf(request);
    // Whoever opens and closes has the registry look each time where they left off.
    await rate.spend(viewer, EVENTS_POINTS);
    const leave = places.take(viewer.subject);
    if (!leave || isStopping) {
      leave?.();
      throw new Refusal("UNAVAILABLE", "Too many streams are open: close one, or try again in a minute.");
    }
    reply.raw.once("close", leave);
    const { kinds } = request.query as { kinds?: unknown };
    if (kinds !== undefined && !KINDS.test(String(kinds))) throw refusalOf(400);
    const answer = await ask(viewer, request.headers[LAST_EVENT_ID], kinds as string | undefined, reply);
    if (isStopping) {
      answer.body.on("error", () => undefined).destroy();
      throw refusalOf(503);
    }
    const stream = handThrough(answer.body, reply, viewer.expiresAt - Date.now());
    return reply
      .headers({ "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" })
      .send(stream);
  });

  async function ask(
    viewer: Recognised,
    lastEventId: string | string[] | undefined,
    kinds: string | undefined,
    reply: FastifyReply,
  ): Promise<Dispatcher.ResponseData> {
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const address = options.registryUrls[(turn += 1) % options.registryUrls.length];
    const { origin, pathname } = new URL("events", address);
    const answer = await agent
      .request({
        origin,
        path: kinds ? `${pathname}?kinds=${kinds}` : pathname,
        method: "GET",
        headers: {
          accept: "text/event-stream",
          [PASSPORT_HEADER]: await options.sign(viewer, "registry"),
          ...(typeof lastEventId === "string" ? { [LAST_EVENT_ID]: lastEventId.slice(0, 200) } : {}),
        },
        signal: gone.signal,
      })
      .catch(() => {
        throw new Refusal("UNAVAILABLE", "News cannot be had at the moment: try again in a minute.");
      });
    if (answer.statusCode === 200) return answer;
    await answer.body.dump();
    throw refusalOf(answer.statusCode);
  }

  /** The registry's words to the caller until one of them ends; then what is open on either side is closed. */
  function handThrough(
    source: Dispatcher.ResponseData["body"],
    reply: FastifyReply,
    life: number,
  ): PassThrough {
    const stream = new PassThrough();
    const end = () => {
      open.delete(end);
      clearTimeout(timer);
      source.unpipe(stream);
      source.destroy();
      // A whole answer: the client knows that it ended, and was not cut.
      stream.end();
    };
    const timer = setTimeout(end, Math.max(0, Math.min(life, LONGEST_STREAM)));
    open.add(end);
    // What ends a source early is nothing that its reader could do anything about.
    source.on("error", end);
    source.on("end", end);
    reply.raw.once("close", end);
    reply.raw.setTimeout(LONGEST_SILENCE, () => reply.raw.destroy());
    return source.pipe(stream);
  }
}

function refusalOf(status: number): Refusal {
  if (status === 400)
    return new Refusal(
      "BAD_REQUEST",
      "Last-Event-ID is none of the last 90 days (read anew what you follow, and open the stream without it), or kinds names what is no kind of news.",
    );
  if (status === 403) return new Refusal("FORBIDDEN", "News are for organisations that help people.");
  return new Refusal("UNAVAILABLE", "News cannot be had at the moment: try again in a minute.");
}
