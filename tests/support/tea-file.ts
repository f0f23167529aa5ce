/** A small, good content file: one choice and one task of two parts. Tests break it in one place at a time. */
export const fileName = 'content/exams/tea/questions/leaves.yaml'
export const teaFile = `subject: green-tea
chapter: leaves
questions:
  - id: leaf-001
    type: single
    difficulty: 2
    topics: [leaf]
    stem: >-
      Which leaf
      is green（　　）?
    options:
      A: { text: "young", explanation: "It is picked green." }
      B: { text: "old", explanation: "It is brown by then." }
    key: [A]
    explanation: The young leaf is green.
    source:
      - { law: Tea Act, edition: "2020-01-01", article: Article 3, quote: "a green leaf is young" }
    checkedOn: "2026-11-23"
tasks:
  - id: cup-001
    section: report
    difficulty: 4
    topics: [cup]
    title: The cup
    material: A pale cup.
    questions:
      - id: cup-001-1
        stem: Describe it.
        modelAnswer: It is pale.
        markingPoints:
          - { id: p1, text: "pale", points: 4 }
      - id: cup-001-2
        stem: And its taste?
        modelAnswer: Mild.
        markingPoints:
          - { id: p1, text: "mild", points: 6 }
    source: [{ theory: Tasting, author: Lu Yu, idea: "look, then taste" }]
    checkedOn: "2026-11-23"
`
