/**
 * The absolute address that the build will stand at, with its closing slash, from the environment variable SITE_URL; undefined without
 * one. Throws where it is no http(s) address, or brings a query, a fragment or a password: those can't be put before a path.
 */
export function siteAddress(given: string | undefined): string | undefined {
  const text = given?.trim() ?? '';
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isUsable =
    url !== undefined &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  if (!isUsable)
    throw new Error(
      `SITE_URL is "${text}", which is no absolute http(s) address such as https://example.org/timeline/`,
    );
  const folder = url.pathname.replace(/[^/]*\.html$/, '');
  return `${url.origin}${folder.endsWith('/') ? folder : `${folder}/`}`;
}
