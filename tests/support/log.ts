/** A log that says nothing, for what asks for one. */
import fastify from "fastify";
import type { Log } from "../../platform/log.ts";

export const silentLog: Log = fastify({ logger: false }).log;
