/**
 * What a browser is called, for somebody who looks whether they know it. What it says about itself is a long history of
 * claims to be others (MDN, "Browser detection using the user agent"), so the order matters: whoever imitates stands first.
 */
const browsers: readonly [sign: RegExp, name: string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly [sign: RegExp, name: string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

const words = {
  en: { on: (browser: string, system: string) => `${browser} on ${system}`, unknown: 'Another browser' },
  es: { on: (browser: string, system: string) => `${browser} en ${system}`, unknown: 'Otro navegador' },
};

/** `Firefox on Windows`, in the language of its owner. */
export function deviceName(userAgent: string | null, locale: string): string {
  const { on, unknown } = words[locale.split('-')[0] === 'es' ? 'es' : 'en'];
  const browser = nameOf(browsers, userAgent ?? '');
  const system = nameOf(systems, userAgent ?? '');
  if (browser && system) return on(browser, system);
  return browser ?? system ?? unknown;
}

const nameOf = (known: typeof browsers, userAgent: string) =>
  known.find(([sign]) => sign.test(userAgent))?.[1];
