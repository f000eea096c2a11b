import { brandPair } from './colour.ts';
import { oneLine } from './line.ts';
import { html, Markup } from './markup.ts';

/** What a mail says of the firm. `address` may have several lines, `brand` is `#rrggbb`, `website` an http(s) address. */
export interface MailFirm {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly brand: string;
  readonly website: string;
}

/** One mail before it has a look: plain words only. */
export interface MailLayout {
  /** Who writes; left out where the mail must not tell. */
  readonly firm?: MailFirm;
  /** BCP 47 tag of the language that the words are in. */
  readonly locale: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. `url` is http(s). */
  readonly action?: { readonly label: string; readonly url: string };
  /** Small lines at the end, before the firm's address. */
  readonly footer: readonly string[];
}

/** A mail in its two forms, which say the same. */
export interface MailBody {
  /** The one thing to do, as it stands in both. */
  readonly action?: { readonly label: string; readonly url: string };
  readonly html: string;
  readonly text: string;
}

/**
 * The one look of every mail. Every value is escaped; a link that is not http(s) throws a `TypeError`, because a mail with
 * a dead or dangerous button must never leave.
 */
export function mailLayout(mail: MailLayout): MailBody {
  const safe: MailLayout = {
    ...mail,
    ...(mail.firm && {
      firm: { ...mail.firm, name: oneLine(mail.firm.name), website: webUrl(mail.firm.website) },
    }),
    ...(mail.action && { action: { label: mail.action.label, url: webUrl(mail.action.url) } }),
  };
  return {
    html: `<!doctype html>\n${asHtml(safe)}\n`,
    text: asText(safe),
    ...(safe.action && { action: safe.action }),
  };
}

function webUrl(url: string): string {
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')
    throw new TypeError('A mail links to http(s) only');
  return parsed.href;
}

const asText = ({ firm, title, paragraphs, action, footer }: MailLayout): string =>
  [
    title,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ['-- ', ...footer, ...(firm ? [firm.name, firm.address, firm.phone, firm.website] : [])].join('\n'),
  ].join('\n\n') + '\n';

/*
 * Mail programs are older than browsers: Outlook lays out with Word (hence tables, `bgcolor` and the VML button), Gmail
 * drops what it does not like of a style sheet (hence inline styles). The style sheet only refines: a dark page where the
 * program has one, and wider margins where there is room. Nothing is loaded, so opening a mail tells nobody.
 */
const sans = "font-family: 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const serif = "font-family: Georgia, 'Times New Roman', serif";

const asHtml = ({
  firm,
  locale,
  title,
  paragraphs,
  action,
  footer,
}: MailLayout): Markup => html`<html lang="${locale}" xmlns:v="urn:schemas-microsoft-com:vml">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${title}</title>
<style>${styles}</style>
</head>
<body class="page" bgcolor="#f3f5f6" style="margin: 0; padding: 0; background-color: #f3f5f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f5f6">
<tr><td class="around" align="center" style="padding: 24px 12px">
<table role="presentation" class="sheet" width="560" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width: 100%; max-width: 560px; border: 1px solid #d5dce0; border-collapse: separate">
<tr><td height="6" bgcolor="${brandPair(firm?.brand ?? '').brand}" style="height: 6px; font-size: 0; line-height: 0">&nbsp;</td></tr>
${firm && html`<tr><td class="inside rule" style="padding: 24px; border-bottom: 1px solid #d5dce0; color: #1b262b; ${serif}; font-size: 20px; line-height: 26px">${firm.name}</td></tr>\n`}<tr><td class="inside" style="padding: 32px 24px 8px; color: #1b262b">
<h1 style="margin: 0 0 16px; ${serif}; font-size: 27px; line-height: 34px; font-weight: normal">${title}</h1>
${paragraphs.map((words) => html`<p style="margin: 0 0 16px; ${sans}; font-size: 16px; line-height: 26px">${words}</p>\n`)}</td></tr>
${action && html`<tr><td class="inside" style="padding: 8px 24px 32px">${button(firm?.brand ?? '', action)}</td></tr>\n`}<tr><td class="inside small rule" style="padding: 20px 24px 24px; border-top: 1px solid #d5dce0; color: #4d5b62; ${sans}; font-size: 14px; line-height: 22px">
${footer.map((words) => html`<p style="margin: 0 0 12px">${words}</p>\n`)}${firm && html`<p style="margin: 0">${firm.name}<br>${firm.address.split('\n').map((line) => html`${line}<br>`)}${firm.phone}<br><a class="link" href="${firm.website}" style="color: #4d5b62; text-decoration: underline">${shown(firm.website)}</a></p>`}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`;

const styles = new Markup(`
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (min-width: 520px) {
  .around { padding: 48px 24px !important }
  .inside { padding-left: 44px !important; padding-right: 44px !important }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: #12181b !important }
  .sheet { background-color: #1b2327 !important; border-color: #37444a !important }
  .inside, .inside h1, .inside p { color: #e8edef !important }
  .small, .small p, .small .link { color: #adb9be !important }
  .rule { border-color: #37444a !important }
  .button { border-color: #e8edef !important }
}
`);

/** A button that stays one where padding and borders on links are ignored: a coloured cell, and a VML shape for Outlook. */
function button(firmBrand: string, { label, url }: { label: string; url: string }): Markup {
  const { brand, on } = brandPair(firmBrand);
  return html`<!--[if mso]><v:rect href="${url}" style="height:48px;v-text-anchor:middle;width:300px" stroke="f" fillcolor="${brand}"><v:textbox inset="0,0,0,0"><center style="color:${on};font-family:Arial,sans-serif;font-size:16px;font-weight:bold">${label}</center></v:textbox></v:rect><![endif]-->
<!--[if !mso]><!--><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" bgcolor="${brand}" style="border: 1px solid ${brand}; border-radius: 3px"><a href="${url}" target="_blank" rel="noopener" style="display: inline-block; padding: 13px 26px; color: ${on}; ${sans}; font-size: 16px; line-height: 22px; font-weight: bold; text-decoration: none">${label}</a></td></tr></table><!--<![endif]-->`;
}

/** An address as people say it: no scheme, no last slash. */
const shown = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
