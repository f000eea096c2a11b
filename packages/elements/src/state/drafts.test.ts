import { expect } from '@open-wc/testing';
import { Drafts } from './drafts.ts';

const leavingAsks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('drafts', () => {
  let drafts: Drafts;
  beforeEach(() => {
    drafts = new Drafts();
    drafts.belongTo('per_1');
  });
  afterEach(() => drafts.clear());

  it('are kept by key', () => {
    drafts.set('reply thr_1', 'Hello');
    expect(drafts.get('reply thr_1')).to.equal('Hello');
    expect(drafts.get('reply thr_2')).to.equal(undefined);
  });

  it('stay when the same person signs in again, and go when another does', () => {
    drafts.set('reply thr_1', 'Hello');
    drafts.belongTo('per_1');
    expect(drafts.get('reply thr_1')).to.equal('Hello');
    drafts.belongTo('per_2');
    expect(drafts.get('reply thr_1')).to.equal(undefined);
    expect(leavingAsks()).to.equal(false);
  });

  it('make leaving the page ask, each for itself', () => {
    const others = new Drafts();
    drafts.set('reply thr_1', 'Hello');
    others.set('reply thr_1', 'Hello');
    others.clear();
    expect(leavingAsks()).to.equal(true);
    drafts.set('reply thr_1', undefined);
    expect(leavingAsks()).to.equal(false);
  });

  it('that are no loss make nobody ask', () => {
    drafts.set('compose', { caseId: 'case_1', subject: '', body: '' }, false);
    expect(drafts.unsaved).to.equal(false);
    expect(leavingAsks()).to.equal(false);
    expect(drafts.get('compose')).to.deep.equal({ caseId: 'case_1', subject: '', body: '' });
  });
});
