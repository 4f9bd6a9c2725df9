/** Where the login keeps sessions and codes: in memory, since losing them at a restart costs a developer one click. */
import type { Adapter, AdapterPayload } from "oidc-provider";

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since 1970. */
  expires: number;
}

/** A store for one login. `now` gives milliseconds since 1970. */
export function memoryStore(now: () => number = Date.now): (model: string) => Adapter {
  const entries = new Map<string, Entry>();

  function live(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    return entry && entry.expires > now() ? entry.payload : undefined;
  }

  function findWhere(model: string, matches: (payload: AdapterPayload) => boolean) {
    for (const [key, entry] of entries) {
      if (key.startsWith(`${model}:`) && entry.expires > now() && matches(entry.payload))
        return entry.payload;
    }
    return undefined;
  }

  function sweep() {
    for (const [key, entry] of entries) if (entry.expires <= now()) entries.delete(key);
  }

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      sweep();
      entries.set(`${model}:${id}`, {
        payload,
        expires: expiresIn === undefined ? Number.POSITIVE_INFINITY : now() + expiresIn * 1000,
      });
    },
    async find(id) {
      return live(`${model}:${id}`);
    },
    async findByUid(uid) {
      return findWhere(model, (payload) => payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return findWhere(model, (payload) => payload.userCode === userCode);
    },
    async consume(id) {
      const payload = live(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(key);
    },
  });
}
