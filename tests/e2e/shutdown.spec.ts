import { connect } from 'node:net'
import { test as bare, expect } from '@playwright/test'
import { Candidate, OwnServer } from './own-server'

bare('SIGTERM lets a request in flight finish, takes no new one, and ends the process; nothing is lost', async () => {
  const server = await OwnServer.seeded()
  try {
    await server.start()
    const candidate = new Candidate(server)
    const { id, questions } = await candidate.begin('junior-comprehensive')
    const question = questions[0]?.id
    const path = `/attempts/${id}/answers/${question}`
    const body = JSON.stringify({ answer: { choices: ['A'] }, spentMs: 1000 })

    // Half a request is on its way when the signal comes.
    const socket = connect(server.port, '127.0.0.1')
    let reply = ''
    socket.setEncoding('utf8').on('data', (part) => {
      reply += part
    })
    const half = Math.floor(body.length / 2)
    await new Promise<void>((resolve) => {
      socket.write(candidate.head('PUT', path, body.length) + body.slice(0, half), () => resolve())
    })
    // A request of the same moment that comes back proves that the first half was read.
    expect(await server.readiness()).toBe(200)
    const began = Date.now()
    const ended = server.end('SIGTERM')
    await expect.poll(server.readiness, { intervals: [50] }).not.toBe(200)
    expect(reply, 'the first half alone is not answered').toBe('')
    socket.write(body.slice(half))
    await expect.poll(() => reply, { timeout: 10_000 }).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"verdict"/)
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(Date.now() - began).toBeLessThan(15_000)

    await server.start()
    const { body: state } = await candidate.send('GET', `/attempts/${id}`)
    expect(state.answers).toMatchObject([{ questionId: question, answer: { choices: ['A'] } }])
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
  } finally {
    await server.clear()
  }
})
