export { countUnseen } from './counts.ts';
export { moveEnds } from './ends.ts';
export { freezeShares, unfreezeShares } from './freeze.ts';
export { mayBeShown, permissionFor, type Part } from './part.ts';
export { markSeen, type Sight } from './seen.ts';
export { share, type Grant, type Subject } from './share.ts';
export { unshare, type Withdrawal } from './unshare.ts';
export { live, seesAll, shared, standing, visible } from './visible.ts';
