/*
 * What a host may send with a saved page: docs/hosting.md says why. The page carries its policy itself; a second one with
 * script-src, style-src or default-src would stop it, and what only a header can say is who may frame the page.
 */

const POLICY = 'frame-ancestors *';
const HEADERS = [
  ['Content-Security-Policy', POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Access-Control-Allow-Origin', '*'],
  ['Cache-Control', 'no-cache'],
] as const;

const ABOUT = `# Not needed: the page works without. It carries its policy itself: a second one with script-src, style-src or
# default-src would stop it. To let only certain sites embed the timeline, write them in place of the star:
# frame-ancestors 'self' https://news.example
`;

/** Netlify, Cloudflare Pages. */
export const HEADERS_SAMPLE = `# Headers for hosts that read this file (Netlify, Cloudflare Pages); others ignore it.
${ABOUT}# In a subfolder, put its path before the path below.

/*
${HEADERS.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;

/** Apache. */
export const APACHE_SAMPLE = `# For Apache: rename this file to .htaccess. It needs AllowOverride FileInfo.
${ABOUT}
<IfModule mod_mime.c>
  AddType text/html .html
  AddType text/javascript .js
  AddType application/json .json
  AddCharset utf-8 .html .js .json .txt .md
</IfModule>
<IfModule mod_headers.c>
${HEADERS.map(([name, value]) => `  Header set ${name} "${value}"\n`).join('')}</IfModule>
<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
    AddOutputFilterByType DEFLATE text/html text/javascript application/json
  </IfModule>
</IfModule>
`;

/** nginx: a location of a server that is there already. */
export const NGINX_SAMPLE = `# For nginx, into a server block; path and folder are examples.
${ABOUT}
location /timeline/ {
    alias /srv/timeline/;
    index index.html;
    charset utf-8;
    types {
        text/html html;
        text/javascript js;
        application/json json;
        text/plain txt md;
    }
    charset_types text/javascript application/json text/plain;
    gzip on;
    gzip_vary on;
    gzip_types text/javascript application/json;
${HEADERS.map(([name, value]) => `    add_header ${name} "${value}";\n`).join('')}}
`;
