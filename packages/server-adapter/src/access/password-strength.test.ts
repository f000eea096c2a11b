import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { weakness } from './password-strength.ts';

const context = ['Ana María Silva', 'ana.silva@example.com', 'Harborview Law'];

describe('weakness', () => {
  for (const password of [
    'correct horse battery staple',
    'the heron waits by the green door',
    'tres gatos leen el periodico',
    'xK9#mQ2$vL7@pR4',
    'a quiet lake in Montana',
    '冷たい雨の朝に青い自転車を磨く',
    // 128 characters, the most that the contract takes.
    'every second morning the ferry brings two letters and a loaf of bread, and on sundays somebody plays the accordion by the bridge',
  ]) {
    it(`takes ${password}`, () => assert.equal(weakness(password, context, 15), undefined));
  }

  for (const password of ['', 'short', 'fourteen chars', '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂']) {
    it(`finds ${JSON.stringify(password)} too short`, () =>
      assert.equal(weakness(password, context, 15), 'too_short'));
  }

  for (const password of [
    'aaaaaaaaaaaaaaaaaaaa',
    '123456789012345',
    '987654321098765',
    'abcabcabcabcabcabc',
    'passwordpassword',
    'Password12345678',
    'P4$$w0rdP4$$w0rd!',
    'qwertyuiopasdfghjkl',
    '1q2w3e4r1q2w3e4r',
    'iloveyou iloveyou',
    'letmeinletmein2024',
    'Contraseña123456',
    'Harborview2024!!',
    'HarborviewLaw2025',
    'anamariasilva1985',
    'ana.silva@example.com',
    'silvasilvasilva!',
    '                ',
  ]) {
    it(`finds ${JSON.stringify(password)} too common`, () =>
      assert.equal(weakness(password, context, 15), 'too_common'));
  }

  it('takes no longer for a hostile password than for a good one', () => {
    const started = performance.now();
    weakness('ab'.repeat(63) + 'c', context, 15);
    assert.ok(performance.now() - started < 100);
  });

  it('takes eight characters beside a second factor, unless anybody would try them', () => {
    assert.equal(weakness('k7#mQ2xv', context, 8), undefined);
    assert.equal(weakness('k7#mQ2x', context, 8), 'too_short');
    assert.equal(weakness('passw0rd', context, 8), 'too_common');
    assert.equal(weakness('Silva2026!', context, 8), 'too_common');
  });
});
