import { parseLog } from "./statements.ts";

it("Statements are counted by database, those about a table apart from those that only frame them", () => {
  const log = `bench|registry|LOG:  statement: START TRANSACTION
bench|registry|LOG:  execute <unnamed>: SELECT "registration"."id" from registration
	where statement: select 1
bench|registry|LOG:  execute page: insert into disclosure select 1
bench|registry|LOG:  statement: COMMIT
bench|eer|LOG:  execute <unnamed>: select set_config('app.tenant', $1, true)
bench|eer|LOG:  execute <unnamed>: select * from household
bench|eer|LOG:  duration: 1.2 ms
bench|postgres|LOG:  statement: select pg_reload_conf()
`;
  const none = { tables: 0, control: 0 };
  expect(parseLog(log)).toEqual({
    registry: { tables: 2, control: 2 },
    eer: { tables: 1, control: 1 },
    fccq: none,
    ccmm: none,
    regional: none,
  });
});
