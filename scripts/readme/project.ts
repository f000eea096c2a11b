/** A project as a reader of the README would have it, with the packages installed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv, node, run, sourceFlags, type Outcome } from '../lib/process.ts';
import { at } from '../lib/workspace.ts';

/** Milliseconds that one command, or the start of the server, may take. */
const patience = 60_000;

export class Project {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #server: ChildProcess | undefined;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#env = env;
  }

  /** Inside the workspace, where the names of the packages lead to their sources. */
  static async create(env: NodeJS.ProcessEnv): Promise<Project> {
    await mkdir(at('.cache'), { recursive: true });
    const project = new Project(await mkdtemp(at('.cache', 'readme-')), env);
    await mkdir(project.path('node_modules', '.bin'), { recursive: true });
    await symlink(at('node_modules', '@casefront'), project.path('node_modules', '@casefront'));
    await project.write('tsconfig.json', JSON.stringify(strict));
    const cli = ['node', ...sourceFlags, at('packages/server-adapter/src/cli.ts')].join(' ');
    await project.write('node_modules/.bin/casefront', `#!/bin/sh\nexec ${cli} "$@"\n`, 0o755);
    return project;
  }

  path(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }

  async write(file: string, text: string, mode?: number): Promise<void> {
    await mkdir(dirname(this.path(file)), { recursive: true });
    await writeFile(this.path(file), text, { mode });
  }

  /** Runs lines of a shell. */
  shell(code: string): Promise<Outcome> {
    return run('sh', ['-ec', code], { cwd: this.#folder, env: this.#env, timeout: patience });
  }

  /** Runs a program to its end. */
  node(file: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return node([file], { cwd: this.#folder, env: { ...this.#env, ...env }, timeout: patience });
  }

  /** Starts a program that serves, and resolves when `url` answers. */
  async serve(file: string, url: string): Promise<void> {
    const child = spawn(process.execPath, [...sourceFlags, file], {
      cwd: this.#folder,
      env: childEnv(this.#env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#server = child;
    process.once('exit', () => child.kill('SIGKILL'));
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    for (const began = Date.now(); Date.now() - began < patience; await sleep(50)) {
      if (child.exitCode !== null) break;
      if (
        await fetch(url).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
    }
    throw new Error(`${file} does not serve:\n${said}`);
  }

  /** Ends its server, and deletes it. */
  async remove(): Promise<void> {
    if (this.#server?.exitCode === null) {
      this.#server.kill('SIGTERM');
      await once(this.#server, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** As strict as the packages themselves. */
const strict = {
  extends: '../../tsconfig.base.json',
  compilerOptions: { lib: ['es2024', 'dom', 'dom.iterable'], types: ['node'] },
  include: ['*.ts'],
};
