/** Places of endpoints that are being built. Nothing of this is released. */
export const notYet = <K extends string>(...names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, () => Promise.reject(new Error(`Not yet: ${name}`))])) as {
    readonly [N in K]: () => Promise<never>;
  };
