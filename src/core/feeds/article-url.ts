/** Query parameters that say how a reader came, not which article it is. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|at_\w+|cmpid|ftag|ncid|xtor)$/i;

/**
 * The address that names an article: http or https, without fragment and tracking parameters, resolved against `base`.
 * Undefined for anything else, and for an address that holds a user name or password.
 */
export function articleUrl(value: string, base?: string): string | undefined {
  if (!URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  const tracked = [...url.searchParams.keys()].filter((name) => tracking.test(name));
  for (const name of tracked) url.searchParams.delete(name);
  return url.href;
}

/** True when both addresses are one site's: the same host, apart from the labels of its mobile and AMP editions. */
export function sameSite(left: string, right: string): boolean {
  return siteOf(left) === siteOf(right);
}

/** The host of an address as readers know it, without "www." and the like. */
export function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, '');
}
