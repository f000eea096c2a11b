/**
 * The small vocabulary every screen is written in: functions that return templates over native elements, each with its
 * styles beside it. `ui` is all of those styles. Words come in as arguments; what a part says itself comes from `i18n`.
 * Icons: `import { phoneIcon } from '../ui/icons.ts'`.
 */
export { after } from './after.ts';
export { avatar, avatarStyles } from './avatar.ts';
export { badge } from './badge.ts';
export { button, buttonLink, type ButtonKind, type ButtonOptions } from './button.ts';
export {
  checkboxes,
  choiceStyles,
  selectField,
  type CheckboxesOptions,
  type Choice,
  type SelectOptions,
} from './choice.ts';
export type { Content } from './content.ts';
export { daysUntil, formatDate, formatInstant, formatMoment, formatTime, type DateStyle } from './date.ts';
export { dialog, dialogStyles, type DialogOptions } from './dialog.ts';
export { errorSummary, type FieldError } from './error-summary.ts';
export { field, type FieldOptions } from './field.ts';
export { fieldset } from './fieldset.ts';
export { focusOn } from './focus.ts';
export { icon } from './icon.ts';
export { link, outsideLink, phoneLink } from './link.ts';
export { linkify } from './linkify.ts';
export { list, row, type RowOptions } from './list.ts';
export { liveRegion } from './live.ts';
export { formatMoney, money, type Money } from './money.ts';
export { notice, type NoticeOptions } from './notice.ts';
export { card, heading, section, type SectionOptions } from './section.ts';
export { skeleton, type SkeletonOptions } from './skeleton.ts';
export { callUs, emptyState, errorState, type FirmContact } from './states.ts';
export { steps, stepsStyles, type StepOptions } from './steps.ts';
export { ui } from './styles.ts';
export { tag } from './tag.ts';
export type { Tone } from './tone.ts';
export { textArea, textAreaStyles } from './text-area.ts';
export { passwordField, textField } from './text-field.ts';
export { day, moment, when } from './time.ts';
export { below, focusTitle, title, type HeadingLevel } from './title.ts';
export { safeUrl } from './url.ts';
export { username } from './username.ts';
