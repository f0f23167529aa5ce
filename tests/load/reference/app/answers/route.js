import Driver from 'better-sqlite3'

export const dynamic = 'force-dynamic'

function open() {
  const connection = new Driver(process.env.REFERENCE_DATABASE)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.exec('create table if not exists answers (id integer primary key, answer text, spent_ms integer)')
  return connection.prepare('insert into answers (answer, spent_ms) values (?, ?)')
}
let insert

export async function PUT(request) {
  const { answer, spentMs } = await request.json()
  insert ??= open()
  insert.run(JSON.stringify(answer), spentMs)
  return Response.json({ saved: true })
}
