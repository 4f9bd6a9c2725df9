/** Publishes what happened: gives each piece of news its place, its recipients, and a delivery to each webhook that wants it. */
import type { ClientBase } from "pg";

/** The channel on which it is said that something was published, with the recipients' codes between commas. */
export const NEWS_CHANNEL = "continuum_news";

/** The most that is published in one transaction. */
const LARGEST_ISSUE = 1_000;

/** PostgreSQL refuses a longer payload; an empty one says that it may be for anybody. */
const LONGEST_PAYLOAD = 7_000;

/**
 * Publishes what is committed by now and was not published before; gives how many pieces of news that were. Call
 * again until it is 0. Replicas take turns by a lock that is tried and never waited for.
 */
export async function publishNext(client: ClientBase, largest = LARGEST_ISSUE): Promise<number> {
  await client.query("begin");
  try {
    const { rows: turns } = await client.query<{ ours: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('continuum news')) as ours",
    );
    const published = turns[0]?.ours ? await publish(client, largest) : 0;
    await client.query("commit");
    return published;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function publish(client: ClientBase, largest: number): Promise<number> {
  const { rows } = await client.query<{ count: number; recipients: string[] }>(PUBLISH, [largest]);
  const { count = 0, recipients = [] } = rows[0] ?? {};
  if (count === 0) return 0;
  const payload = recipients.join(",");
  await client.query("select pg_notify($1, $2)", [
    NEWS_CHANNEL,
    payload.length <= LONGEST_PAYLOAD ? payload : "",
  ]);
  return count;
}

/**
 * One statement: what is taken out of the entries is what is published. The order among those that are there is that
 * of their ids, which is that of their time; what commits later gets a later place, whatever its id.
 */
const PUBLISH = /* sql */ `
  with taken as (
    delete from news_entry where id = any(array(select id from news_entry order by id limit $1)) returning *
  ), counted as (
    update news_counter set last = last + (select count(*) from taken) where exists (select from taken)
      returning last - (select count(*) from taken) as before
  ), placed as materialized (
    select counted.before + row_number() over (order by taken.id) as place, taken.* from taken, counted
  ), published as (
    insert into news (place, id, kind, candidate_id, subject_id, parties, occurred_at, published_at)
      select place, id, kind, candidate_id, subject_id, parties, occurred_at, clock_timestamp() from placed
  ), told as (
    insert into news_recipient (organisation_code, place)
      select distinct code, place from placed, unnest(recipients) as code
  ), sent as (
    insert into webhook_delivery (webhook_id, place, news_id, kind, created_at, next_attempt_at)
      select webhook.id, place, placed.id, placed.kind, clock_timestamp(), clock_timestamp()
      from placed join webhook on webhook.organisation_code = any(placed.recipients)
      where webhook.state <> 'REMOVED' and (webhook.kinds is null or placed.kind = any(webhook.kinds))
  )
  select count(*) as count,
    array(select distinct code from placed, unnest(recipients) as code order by code) as recipients from placed`;
