/** The settings of the local PostgreSQL, where they differ from its own defaults. */

/** The settings as arguments of the server. */
export function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    // By address only: a socket file would need a folder that the account of the server can write to.
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "256MB",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    // Room for loading a large demonstration world without stopping to write it out again and again.
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    // Our statements are short: compiling them costs more than it gives.
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    ...(durable ? {} : NOT_DURABLE),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };
