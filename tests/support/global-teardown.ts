/** Stops the PostgreSQL server of the test run; its folder is removed with it. */
export default async function stopTestPostgres(): Promise<void> {
  await globalThis.testPostgres?.stop();
}
