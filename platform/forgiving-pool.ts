/** A pool of connections for a library that may give the same one back twice. */
import pg from "pg";

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * graphile-worker gives its listening connection back a second time when that is cut while it is being given back, and
 * awaits nothing of it: what a pool of `pg` throws then would end the process.
 */
export class ForgivingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Taken): void;
  override connect(callback?: Taken): Promise<pg.PoolClient> | void {
    if (!callback) return super.connect();
    super.connect((error, client, done) => {
      let isBack = false;
      callback(error, client, (release) => {
        if (isBack) return;
        isBack = true;
        done(release);
      });
    });
  }
}
