import { letters, ownFields, ownNoteType } from './own-note'

/** The tables of an Anki collection, version 11: what every Anki since 2012 reads. */
export const tables = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
  odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);`

/** Anki's ids are instants in milliseconds; ours are fixed, so that the same bank always makes the same file. */
export const ids = { noteType: 1_767_225_600_000, deck: 1_767_225_600_001, firstNote: 1_767_225_700_000 }

const optionList = letters.map((letter) => `{{#${letter}}}<li>{{${letter}}}</li>{{/${letter}}}`).join('')
const explanations = letters
  .map((letter) => `Explanation ${letter}`)
  .map((name) => `{{#${name}}}<div>${name.at(-1)}：{{${name}}}</div>{{/${name}}}`)
  .join('')
const front = `{{#Material}}<div class="material">{{Material}}</div>{{/Material}}<div>{{Stem}}</div><ol type="A">${optionList}</ol>`
const back = `{{FrontSide}}<hr id="answer"><div class="key">{{Key}}</div><div>{{Explanation}}</div>${explanations}`
const css =
  '.card { font-family: sans-serif; font-size: 18px; text-align: left; line-height: 1.6 } .key { font-weight: bold } .material { border-left: 3px solid #888; padding-left: 8px }'

const noteType = {
  ...{ id: ids.noteType, name: ownNoteType, type: 0, mod: 0, usn: 0, sortf: 0, did: ids.deck, css, vers: [], tags: [] },
  latexPre: '\\documentclass{article}\\begin{document}',
  latexPost: '\\end{document}',
  req: [[0, 'any', [0]]],
  flds: ownFields.map((name, ord) => ({
    ...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
  })),
  tmpls: [{ name: '1', ord: 0, qfmt: front, afmt: back, did: null, bqfmt: '', bafmt: '' }],
}

const deck = (id: number, name: string) => ({
  ...{ id, name, desc: '', dyn: 0, collapsed: false, conf: 1, mod: 0, usn: 0, extendNew: 10, extendRev: 50 },
  ...{ newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] },
})
const options = {
  ...{ id: 1, name: 'Default', mod: 0, usn: 0, maxTaken: 60, timer: 0, autoplay: true, replayq: true },
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
}

/** The one row of the table `col`. */
export const collectionRow = (deckName: string) => {
  const decks = { 1: deck(1, 'Default'), [ids.deck]: deck(ids.deck, deckName) }
  const conf = { curDeck: ids.deck, activeDecks: [ids.deck], curModel: ids.noteType, nextPos: 1, sortType: 'noteFld' }
  const json = [conf, { [ids.noteType]: noteType }, decks, { 1: options }, {}].map((one) => JSON.stringify(one))
  return [1, ids.noteType / 1000, ids.noteType, ids.noteType, 11, 0, 0, 0, ...json]
}
