/**
 * `GET /events`: the news of the viewer's organisation as they are published (server-sent events), behind a passport.
 *
 * A stream reads the database when its client has taken what it was sent, and never ahead of it: what waits for a slow
 * client waits in the database. Whether something may be told is decided when it is sent.
 */
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "../../platform/passport.ts";
import { Places } from "../../platform/places.ts";
import type { Routes } from "../../platform/subgraph.ts";
import { reach } from "./domain/access.ts";
import { NEWS_KINDS, type NewsKind } from "./domain/news.ts";
import { NewsBell } from "./store/news-bell.ts";
import { cursorOf, placeOf, readCounter, readNews, toldOf, type PublishedNews } from "./store/news.ts";

/** What is read and sent at a time. */
const PAGE = 100;
/** How often a silent stream says that it is alive, in milliseconds; it looks for news then as well. */
const HEARTBEAT = 15_000;
/** A client that takes nothing for so long is gone, in milliseconds. */
const LONGEST_SILENCE = 4 * HEARTBEAT;
/** Streams of this process in all, and of one organisation. */
const MOST_STREAMS = 2_000;
const MOST_OF_ONE = 200;

/** The header by which a client says how far it has read. */
const LAST_EVENT_ID = "last-event-id";

/** Adds the stream to the registry's server; `?kinds=A,B` narrows it. `heartbeat` is for tests, in milliseconds. */
export function newsStream(routes: Routes, heartbeat = HEARTBEAT): void {
  const { app, database, databaseUrl, now } = routes;
  const bell = new NewsBell(databaseUrl, app.log);
  const places = new Places(MOST_STREAMS, MOST_OF_ONE);
  const stopping = new AbortController();
  app.addHook("preClose", async () => stopping.abort());
  app.addHook("onClose", () => bell.close());

  app.get("/events", { onRequest: routes.requirePassport }, async (request, reply) => {
    const viewer = routes.viewerOf(request);
    if (reach(viewer) !== "CIRCLE" && reach(viewer) !== "EVERYBODY")
      return refuse(reply, 403, "FORBIDDEN", "News are for organisations that help people.");
    const kinds = kindsOf(request);
    if (!kinds)
      return refuse(
        reply,
        400,
        "BAD_REQUEST",
        "kinds must name kinds of news as the graph does, with commas between.",
      );
    const begin = await beginning(request);
    if (begin === null)
      return refuse(
        reply,
        400,
        "BAD_REQUEST",
        "Last-Event-ID is none of the last 90 days: begin without it.",
      );
    const leave = places.take(viewer.organisation);
    if (!leave) return refuse(reply, 503, "UNAVAILABLE", "Too many streams are open: try again in a minute.");
    const over = new AbortController();
    reply.raw.setTimeout(LONGEST_SILENCE, () => reply.raw.destroy());
    reply.raw.once("close", () => {
      over.abort();
      leave();
    });
    const signal = AbortSignal.any([over.signal, stopping.signal]);
    return reply
      .headers({ "content-type": "text/event-stream", "cache-control": "no-store" })
      .send(Readable.from(frames({ viewer, kinds, begin }, signal), { objectMode: false }));
  });

  /** The place behind which the stream begins: as the client says, or now; null when that is no longer kept. */
  async function beginning(request: FastifyRequest): Promise<number | null> {
    const { last, forgotten } = await readCounter(database.manager);
    const said = request.headers[LAST_EVENT_ID];
    if (said === undefined || said === "") return last;
    const place = placeOf(String(said));
    return place === null || place < forgotten ? null : place;
  }

  async function* frames({ viewer, kinds, begin }: Asked, signal: AbortSignal): AsyncGenerator<string> {
    yield `retry: 2000\nid: ${cursorOf(begin)}\n\n`;
    let place = begin;
    while (!signal.aborted) {
      const rung = bell.next(viewer.organisation, heartbeat, signal);
      const news = await readNews(database.manager, viewer.organisation, place, PAGE);
      if (news.length > 0) {
        place = news.at(-1)?.place ?? place;
        const wanted = news.filter(({ kind }) => kinds.has(kind));
        const told = await toldOf(database.manager, viewer, wanted, now());
        // The place moves on over what is not wanted or not told as well.
        yield [...told.map(frameOf), `id: ${cursorOf(place)}\n\n`].join("");
      }
      if (news.length === PAGE) continue;
      await rung;
      if (news.length === 0 && !signal.aborted) yield ": still here\n\n";
    }
  }
}

/** What a client wants to follow, and from where on. */
interface Asked {
  viewer: Viewer;
  kinds: ReadonlySet<NewsKind>;
  begin: number;
}

/** The kinds that the client wants, all unless it says; null when it names one that is none. */
function kindsOf(request: FastifyRequest): ReadonlySet<NewsKind> | null {
  const { kinds } = request.query as { kinds?: unknown };
  if (kinds === undefined || kinds === "") return new Set(NEWS_KINDS);
  if (typeof kinds !== "string") return null;
  const named = kinds.split(",");
  const known = NEWS_KINDS.filter((kind) => named.includes(kind));
  return named.every((name) => NEWS_KINDS.some((kind) => kind === name)) ? new Set(known) : null;
}

function frameOf({ id, kind, candidateId, subjectId, occurredAt, place }: PublishedNews): string {
  const data = JSON.stringify({ id, kind, candidateId, subjectId, occurredAt });
  return `id: ${cursorOf(place)}\ndata: ${data}\n\n`;
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  // The connection was made for a stream: kept, it would hold up a server that stops.
  return reply
    .code(status)
    .header("connection", "close")
    .send({ errors: [{ message, extensions: { code } }] });
}
