import type { Branding, Contact } from '@casefront/core/contract/firm';
import type { Json } from '../json.ts';
import type { InstantText } from './columns.ts';

/** What a firm may set for its portal. */
export interface FirmSettings {
  /** Sections of the navigation, in order. */
  sections: string[];
  /** Minutes without an act of the person after which a session ends. */
  idleMinutes: number;
  /** `firm-only`: clients read what the firm writes. `off`: there are no conversations. Default: `two-way`. */
  messages?: 'off' | 'firm-only' | 'two-way';
  /** The page where staff work; links to them lead there, also to a first password. Default: the portal's page. */
  deskUrl?: string;
  /** Who has to have a second factor. Default: `staff`. */
  secondFactor?: 'nobody' | 'staff' | 'everybody';
  /** Quick exit, neutral titles and mails. Default: off. */
  safety?: boolean;
  /** Where the quick exit leads. */
  exitUrl?: string;
  /** Of their own details, those that clients cannot change. Default: none. */
  lockedFields?: ('name' | 'phone' | 'address' | 'email')[];
}

export interface FirmTable {
  id: string;
  /** Short name for configuration and the command line: `harborview`. */
  slug: string;
  name: string;
  branding: Json<Branding>;
  contact: Json<Contact>;
  settings: Json<FirmSettings>;
  locale: string;
  time_zone: string;
  /** The page that links in mails point to; never taken from a request's headers. */
  portal_url: string;
  created_at: InstantText;
}

/** Host names that lead to a firm, lower case, with the port if there is one. One host has one firm. */
export interface FirmHostTable {
  host: string;
  firm_id: string;
}
