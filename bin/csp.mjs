/**
 * The Content-Security-Policy of every page. Static pages name the hashes of their own inline scripts
 * (bin/build.mjs, after the build), pages rendered per request a nonce and the hash of the script in the head
 * (bin/serve.mjs).
 * @param {string[]} scripts sources beside 'self', such as 'sha256-…' or 'nonce-…', quotes included
 */
export const policy = (scripts) =>
  [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`.trim(),
    // Styles only: React and Next write style attributes. No script may ever be inline without hash or nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
