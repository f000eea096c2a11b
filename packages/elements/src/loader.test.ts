import { expect, waitUntil } from '@open-wc/testing';
import { loadElements, type Importers } from './loader.ts';

let count = 0;
/** Every test its own tags: what is registered once stays registered. */
const newTag = () => `loader-test-${++count}`;

describe('the lazy loader', () => {
  let page: HTMLElement;
  let stop = () => {};
  let asked: string[];
  beforeEach(() => {
    asked = [];
    page = document.body.appendChild(document.createElement('main'));
  });
  afterEach(() => {
    stop();
    page.remove();
  });

  const importers = (...tags: string[]): Importers =>
    Object.fromEntries(
      tags.map((tag) => [
        tag,
        async () => {
          asked.push(tag);
          customElements.define(tag, class extends HTMLElement {});
        },
      ]),
    );
  const add = (tag: string, parent: Element = page) => parent.appendChild(document.createElement(tag));
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('imports what is on the page, and nothing else', async () => {
    const [here, elsewhere] = [newTag(), newTag()];
    const element = add(here);
    stop = loadElements(page, importers(here, elsewhere));
    await customElements.whenDefined(here);
    expect(element.matches(':defined')).to.equal(true);
    expect(asked).to.deep.equal([here]);
  });

  it('imports what comes later, also inside of what comes later', async () => {
    const [outer, inner] = [newTag(), newTag()];
    stop = loadElements(page, importers(outer, inner));
    const section = document.createElement('section');
    add(inner, section);
    page.append(section);
    add(outer);
    await Promise.all([outer, inner].map((tag) => customElements.whenDefined(tag)));
    expect(asked).to.have.members([outer, inner]);
  });

  it('asks once for a tag that is there many times', async () => {
    const tag = newTag();
    add(tag);
    add(tag);
    stop = loadElements(page, importers(tag));
    add(tag);
    await settle();
    expect(asked).to.deep.equal([tag]);
  });

  it('leaves the elements of others alone', async () => {
    add('somebody-elses');
    add('div');
    stop = loadElements(page, importers(newTag()));
    await settle();
    expect(asked).to.deep.equal([]);
  });

  it('stops when told to', async () => {
    const tag = newTag();
    stop = loadElements(page, importers(tag));
    stop();
    add(tag);
    await settle();
    expect(asked).to.deep.equal([]);
  });

  it('reports an import that fails, and tries again when the browser is back online', async () => {
    const tag = newTag();
    const reported: unknown[] = [];
    const onError = (event: ErrorEvent) => {
      event.preventDefault();
      reported.push(event.error);
    };
    const mocha = window.onerror; // mocha would fail the test for the error that the test wants
    window.onerror = null;
    addEventListener('error', onError);
    let isOnline = false;
    const good = importers(tag)[tag]!;
    stop = loadElements(page, { [tag]: () => (isOnline ? good() : Promise.reject(new Error('offline'))) });
    add(tag);
    await waitUntil(() => reported.length === 1);
    isOnline = true;
    dispatchEvent(new Event('online'));
    await customElements.whenDefined(tag);
    removeEventListener('error', onError);
    window.onerror = mocha;
    expect(asked).to.deep.equal([tag]);
  });
});
