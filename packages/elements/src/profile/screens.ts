/** Every screen behind the list; fetched when the first of them is opened. */
import type { PortalHost } from '../state/index.ts';
import { DevicesScreen } from './devices-screen.ts';
import { EmailScreen } from './email-screen.ts';
import { FactorsScreen } from './factors-screen.ts';
import { FieldScreen } from './field-screen.ts';
import { fieldOf } from './fields.ts';
import { NoticesScreen } from './notices-screen.ts';
import { PasswordScreen } from './password-screen.ts';
import type { Leaving, Screen } from './screen.ts';
import type { Setting } from './settings.ts';

export function openScreen(host: PortalHost, setting: Setting, leaving: Leaving): Screen {
  switch (setting) {
    case 'email':
      return new EmailScreen(host, leaving);
    case 'password':
      return new PasswordScreen(host, leaving);
    case 'factors':
      return new FactorsScreen(host, leaving);
    case 'devices':
      return new DevicesScreen(host, leaving);
    case 'notices':
      return new NoticesScreen(host, leaving);
    default:
      return new FieldScreen(host, fieldOf(host, setting), leaving);
  }
}
