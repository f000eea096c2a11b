import type { LogFacts, Logger } from '../logger.ts';

interface Line {
  readonly level: keyof Logger;
  readonly message: string;
  readonly facts: LogFacts;
}

/** Keeps what is logged. */
export function memoryLogger(): Logger & { readonly lines: readonly Line[] } {
  const lines: Line[] = [];
  const at =
    (level: keyof Logger) =>
    (message: string, facts: LogFacts = {}) =>
      void lines.push({ level, message, facts });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
