/**
 * The styles of the vocabulary, for `static override styles = [base, ui, …own]`. Sheets are shared, not copied. What few
 * screens need is not among them and stands beside what it is for: `stepsStyles`, `choiceStyles`, `textAreaStyles`,
 * `dialogStyles`, `avatarStyles`.
 */
import { badgeStyles } from './badge.ts';
import { buttonStyles } from './button.ts';
import { errorSummaryStyles } from './error-summary.ts';
import { fieldStyles } from './field.ts';
import { iconStyles } from './icon.ts';
import { listStyles } from './list.ts';
import { noticeStyles } from './notice.ts';
import { sectionStyles } from './section.ts';
import { skeletonStyles } from './skeleton.ts';
import { stateStyles } from './states.ts';
import { tagStyles } from './tag.ts';
import { textFieldStyles } from './text-field.ts';
import { titleStyles } from './title.ts';
import { toneStyles } from './tone.ts';

export const ui = [
  iconStyles,
  buttonStyles,
  sectionStyles,
  listStyles,
  toneStyles,
  tagStyles,
  badgeStyles,
  noticeStyles,
  stateStyles,
  skeletonStyles,
  fieldStyles,
  textFieldStyles,
  errorSummaryStyles,
  titleStyles,
];
