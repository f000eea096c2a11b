export { countUnseen } from './counts.ts';
export { markSeen, type Sight } from './seen.ts';
export { share, type Grant, type Subject } from './share.ts';
export { unshare, type Withdrawal } from './unshare.ts';
export { live, seesAll, shared, visible } from './visible.ts';
