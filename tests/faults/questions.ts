/** What is asked while things break, and the right answers to it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { Pool } from "undici";
import { v7 } from "uuid";
import type { TestIssuer } from "../../gateway/testing/issuer.ts";
import { checkout } from "../../local/checkout.ts";
import type { Answer } from "./judge.ts";

export interface Question {
  name: string;
  token: string;
  body: string;
}

export interface KnownQuestion extends Question {
  right: Answer;
}

/** The unified view of one person, a worklist, the figures of all, and a list of one partner. */
export async function questionsAbout(candidate: string, issuer: TestIssuer): Promise<Question[]> {
  const counsellor = await issuer.token({ claims: { exp: inHours(6) } });
  const claims = {
    sub: "dashboard@alliance",
    organisation: "alliance",
    roles: ["DASHBOARD"],
    scope: "statistics:read",
    exp: inHours(6),
  };
  const dashboard = await issuer.token({ claims: { ...claims, purposes: ["STATISTICS"] } });
  return [
    { name: "unified view", token: counsellor, body: body(query("unified-view"), { id: candidate }) },
    { name: "worklist", token: counsellor, body: body(query("worklist").replace("first: 50", "first: 20")) },
    { name: "statistics", token: dashboard, body: body(query("statistics")) },
    {
      name: "activities",
      token: counsellor,
      body: body(`{ activities(first: 5) { nodes { id heldOn title } } }`),
    },
  ];
}

/** As many as it takes that none of them waits for turns of their own at the gateway. */
const CALLERS = 8;

/**
 * Small questions of several callers, one for each subgraph beside the registry: of them a small machine answers
 * thousands a minute.
 */
export async function smallQuestionsAbout(candidate: string, issuer: TestIssuer): Promise<Question[]> {
  const tokens = await Promise.all(
    Array.from({ length: CALLERS }, (_, number) =>
      issuer.token({ claims: { sub: `counsellor-${number}@promis`, exp: inHours(6) } }),
    ),
  );
  const sections = {
    fccq: "matching { matches { state score } }",
    eer: "relocation { plans { state moveOn } }",
    ccmm: "passerelle { current { step } }",
    regional: "welcome { cases { state city } }",
  };
  return tokens.flatMap((token) =>
    Object.entries(sections).map(([name, section]) => ({
      name,
      token,
      body: body(`query ($id: ID!) { candidate(id: $id) { id name { display } ${section} } }`, {
        id: candidate,
      }),
    })),
  );
}

export class Asker {
  readonly #pool: Pool;

  constructor(url: string, connections: number) {
    this.#pool = new Pool(url, { connections, headersTimeout: 0, bodyTimeout: 0 });
  }

  /** The answer; it rejects when there is none within `patience` milliseconds. */
  async ask({ token, body: asked }: Question, patience: number): Promise<Answer> {
    const response = await this.#pool.request({
      method: "POST",
      path: "/graphql",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        // With an id of its own each is carried out, even while another that is the same is under way.
        "x-request-id": v7(),
      },
      body: asked,
      signal: AbortSignal.timeout(patience),
    });
    return (await response.body.json()) as Answer;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/**
 * The questions with their answers while nothing is broken.
 * @throws {Error} when one of them has errors, or another answer each time: then nothing could be compared with it
 */
export async function learn(asker: Asker, questions: readonly Question[]): Promise<KnownQuestion[]> {
  const known: KnownQuestion[] = [];
  for (const question of questions) {
    const right = await answered(asker, question);
    if (right.errors || !isDeepStrictEqual(right, await answered(asker, question)))
      throw new Error(`${question.name} cannot be compared: ${JSON.stringify(right.errors ?? "it changes")}`);
    known.push({ ...question, right });
  }
  return known;
}

/** The first answer without errors: on a busy machine a process that has just begun may miss its time. */
async function answered(asker: Asker, question: Question): Promise<Answer> {
  for (let left = 20; ; left -= 1) {
    const answer = await asker.ask(question, 30_000);
    if (!answer.errors || left === 0) return answer;
    await pause(500);
  }
}

function query(name: string): string {
  return readFileSync(join(checkout, "docs/queries", `${name}.graphql`), "utf8");
}

function body(text: string, variables: Record<string, unknown> = {}): string {
  return JSON.stringify({ query: text, variables });
}

function inHours(hours: number): number {
  return Math.floor(Date.now() / 1000) + hours * 3600;
}
