import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal } from '../testing/index.ts';
import { createFirmFinder } from './find.ts';

forEachDatabase((_, database) => {
  it('finds the firm of a host once, however the host is spelled', async () => {
    const portal = await createTestPortal({ database });
    const { find, forget } = createFirmFinder(portal.database, undefined);
    const first = await find('www.harborview.example');
    assert.equal(first?.id, portal.firm.id);
    // The same object: nothing was asked, and nothing more is kept.
    assert.equal(await find('WWW.Harborview.example'), first);
    assert.equal(await find('www.elsewhere.example'), undefined);
    // The control: told to, it asks again.
    forget();
    assert.notEqual(await find('www.harborview.example'), first);
  });
});
