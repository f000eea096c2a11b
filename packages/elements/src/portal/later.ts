import type { ReactiveControllerHost } from 'lit';

/**
 * What a host can do without at first. The function says whether it is here; the first call fetches it, and one after a
 * failure fetches it again.
 */
export function later<T>(host: ReactiveControllerHost, load: () => Promise<T>): () => T | undefined {
  let here: T | undefined;
  let coming = false;
  const fetch = async () => {
    coming = true;
    try {
      here = await load();
      host.requestUpdate();
    } catch {
      coming = false; // asked for again with the next change
    }
  };
  return () => {
    if (!coming) void fetch();
    return here;
  };
}
