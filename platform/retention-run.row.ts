/** The trail of the retention schedule: which rule ran on which day and how many rows it met; nothing of anybody. */

/** The table of the trail, for a migration of each subgraph that keeps people. */
export const RETENTION_TABLE = /* sql */ `
create table retention_run (
  rule text not null,
  ran_on date not null,
  rows int not null check (rows >= 0),
  ran_at timestamptz(3) not null,
  primary key (rule, ran_at)
);
`;
