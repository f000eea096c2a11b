/** Two processes on one Postgres, and a token that each of them wants to use. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { sourceFlags } from '../../lib/process.ts';

export interface Race {
  /** The endpoint. */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What either comes with. */
  readonly cookies?: readonly [string, string];
}

export interface Track {
  readonly url: string;
  readonly secret: string;
  /** Of the firm. */
  readonly slug: string;
  readonly host: string;
  /** Hex. */
  readonly hostKey: string;
  readonly side: 0 | 1;
}

export interface Racers {
  /** Both start all of them at once. Answers for each race how many of the two succeeded. */
  run(races: readonly Race[]): Promise<number[]>;
  close(): Promise<void>;
}

/** `loose`: without what makes a token good only once, to see that it is seen. */
export async function startRacers(track: Omit<Track, 'side'>, loose: boolean): Promise<Racers> {
  const racers = await Promise.all(([0, 1] as const).map((side) => start({ ...track, side }, loose)));
  return {
    async run(races) {
      const answers = racers.map((racer) => once(racer, 'message'));
      for (const racer of racers) racer.send([...races]);
      const [one, other] = (await Promise.all(answers)).map(([statuses]) => statuses as number[]);
      return races.map((_, index) => won(one![index]!) + won(other![index]!));
    },
    async close() {
      const ended = racers.map((racer) => once(racer, 'exit'));
      for (const racer of racers) racer.send(null as never);
      await Promise.all(ended);
    },
  };
}

const won = (status: number): number => (status < 300 ? 1 : 0);

async function start(track: Track, loose: boolean): Promise<ChildProcess> {
  const changed = new URL(loose ? './loose.ts' : './light.ts', import.meta.url);
  const racer = fork(new URL('./racer.ts', import.meta.url), [JSON.stringify(track)], {
    execArgv: [...sourceFlags, '--import', changed.href],
  });
  process.once('exit', () => racer.kill('SIGKILL'));
  const early = once(racer, 'exit').then(([code]) => {
    throw new Error(`A racer ended with ${code}`);
  });
  await Promise.race([once(racer, 'message'), early]);
  early.catch(() => {});
  return racer;
}
