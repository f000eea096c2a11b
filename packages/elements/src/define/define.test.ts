import { expect } from '@open-wc/testing';
import { define } from './define.ts';

const again = (): Promise<typeof import('./define.ts')> => {
  const copy = '?copy';
  return import(`./define.ts${copy}`) as Promise<typeof import('./define.ts')>;
};

/** What the console was warned of meanwhile. */
function warnings(run: () => void): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('define', () => {
  it('registers an element', () => {
    class Once extends HTMLElement {}
    define('define-once', Once);
    expect(customElements.get('define-once')).to.equal(Once);
  });

  it('leaves the first of two copies of the same version alone, silently', async () => {
    const copy = await again();
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define('define-twice', First);
    expect(warnings(() => copy.define('define-twice', Second))).to.deep.equal([]);
    expect(customElements.get('define-twice')).to.equal(First);
  });

  it('names both versions when the other copy is another one', () => {
    class Old extends HTMLElement {}
    Object.assign(Old, { [Symbol.for('casefront.version')]: '9.9.9' });
    customElements.define('define-old', Old);
    const [warning] = warnings(() => define('define-old', class extends HTMLElement {}));
    expect(warning).to.match(
      /<define-old> is already version 9\.9\.9 on this page; version \d+\.\d+\.\d+ of Casefront/,
    );
  });

  it('names a tag that belongs to another library', () => {
    customElements.define('define-foreign', class extends HTMLElement {});
    const [warning] = warnings(() => define('define-foreign', class extends HTMLElement {}));
    expect(warning).to.contain('already something else');
  });
});
