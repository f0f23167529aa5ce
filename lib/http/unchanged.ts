const plain = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether the client has what there is (RFC 9110, 13.1): its tag decides; its date does only where it sends no tag. */
export function isUnchanged(request: Request, headers: Headers): boolean {
  const tags = request.headers.get('if-none-match')
  if (tags !== null)
    return tags
      .split(',')
      .map(plain)
      .includes(plain(headers.get('etag') ?? ''))
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  const changed = Date.parse(headers.get('last-modified') ?? '')
  return changed <= since
}
