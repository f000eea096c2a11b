import { test } from 'node:test';

let broken = false;

/** A part of a story, each going on where the last one ended. When one fails, those after it are not played. */
export const part = (name: string, play: () => void | Promise<void>): void =>
  void test(name, async (context) => {
    if (broken) return context.skip('an earlier part failed');
    broken = true;
    await play();
    broken = false;
  });
