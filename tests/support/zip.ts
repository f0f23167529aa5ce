import { fromBuffer, type ZipFile } from 'yauzl'

const open = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))),
  )

/** The files of a zip by name, as text. */
export async function unzip(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await open(bytes)
  const files: Record<string, string> = {}
  await new Promise<void>((resolve, reject) => {
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error)
        const parts: Buffer[] = []
        for await (const part of stream) parts.push(part as Buffer)
        files[entry.fileName] = Buffer.concat(parts).toString('utf8')
        zip.readEntry()
      })
    })
    zip.readEntry()
  })
  return files
}
