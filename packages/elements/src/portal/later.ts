import type { ReactiveControllerHost } from 'lit';

/**
 * What a host can do without at first. The function says whether it is here; the first call fetches it, and one after a
 * failure fetches it again.
 */
export function later<T>(host: ReactiveControllerHost, load: () => Promise<T>): () => T | undefined {
  let here: T | undefined;
  let coming: Promise<void> | undefined;
  const bring = async () => {
    here = await load();
    host.requestUpdate();
  };
  return () => {
    coming ??= bring().catch(() => {
      coming = undefined; // asked for again with the next change
    });
    return here;
  };
}
