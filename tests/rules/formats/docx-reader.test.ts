import {
  Document,
  ImageRun,
  LevelFormat,
  MathFraction,
  MathRun,
  MathSuperScript,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Math as WordMath,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { readDocx } from '@/domain/formats/text/docx-reader'
import { level, numbered, paragraph, run, table, wordFile } from '../../support/word-file'

const read = (bytes: Uint8Array) => readDocx(bytes, { fileName: 'bank.docx', limit: 10_000 })
const brief = async (bytes: Uint8Array) =>
  (await read(bytes)).questions.map(({ draft }) => [
    draft.label,
    draft.type,
    draft.options.length,
    draft.choices.join(''),
  ])

const webp = new Uint8Array([0x52, 0x49, 0x46, 0x46, 26, 0, 0, 0, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x20])
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1])

describe('numbers that Word counts by itself', () => {
  const numbering = `
    <w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}${level(2, 'upperLetter', '%3.')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`

  test('titles, questions and options of one list, restarting below each title', async () => {
    const body = [
      numbered('单选题', 1),
      numbered('小组的最后一个阶段是（ ）', 1, 1),
      ...['准备期', '成熟期', '结束期'].map((text) => numbered(text, 1, 2)),
      numbered('个案的第一步是（ ）', 1, 1),
      ...['接案', '结案'].map((text) => numbered(text, 1, 2)),
      numbered('判断题', 1),
      numbered('保密没有例外。', 1, 1),
      numbered('案主有权自决。', 1, 1),
      paragraph('参考答案'),
      paragraph('一、1.C 2.A'),
      paragraph('二、1.× 2.√'),
    ].join('')
    expect(await brief(await wordFile({ body, numbering }))).toEqual([
      ['1', 'single', 3, 'C'],
      ['2', 'single', 2, 'A'],
      ['1', 'true-false', 2, 'B'],
      ['2', 'true-false', 2, 'A'],
    ])
  })

  test('numbers that an override restarts, in a style', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Question"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
    const q = (text: string) => paragraph(text, '<w:pStyle w:val="Q"/>')
    const body = [
      paragraph('一、单选题'),
      q('甲题（ ）'),
      paragraph('A. 一\tB. 二\tC. 三\tD. 四'),
      q('乙题（ ）'),
      paragraph('A、一\tB．二\tC.三\tD、四'),
      paragraph('二、多选题'),
      numbered('丙题（ ）', 3),
      paragraph('A. 一\tB. 二\tC. 三\tD. 四'),
      paragraph('参考答案：'),
      paragraph('一、单选题'),
      paragraph('1—2 BD'),
      paragraph('二、多选题'),
      paragraph('1. ABC'),
    ].join('')
    expect(await brief(await wordFile({ body, numbering, styles }))).toEqual([
      ['1', 'single', 4, 'B'],
      ['2', 'single', 4, 'D'],
      ['1', 'multiple', 4, 'ABC'],
    ])
  })
})

test('a stem that begins with a year after a tab, and cells of a table that look like numbers', async () => {
  const body = [
    paragraph('一、单选题'),
    paragraph('11\t甲题（ ）'),
    paragraph('A. 一\tB. 二'),
    paragraph('12\t2016年《慈善法》施行，其内容是（ ）'),
    paragraph('A. 一\tB. 二'),
    paragraph('13\t根据下表，比例最高的是（ ）'),
    table([
      ['地区', '比例', '增长'],
      ['城市', '23.7', '0.1'],
      ['乡村', '55.2', '14'],
    ]),
    table([
      ['A. 城市', 'B. 乡村'],
      ['C. 相同', 'D. 不知'],
    ]),
    paragraph('答案'),
    table([
      ['题号', '11', '12', '13'],
      ['答案', 'A', 'B', 'B'],
    ]),
  ].join('')
  const { questions } = await read(await wordFile({ body }))
  expect(questions.map(({ draft }) => [draft.label, draft.options.length, draft.choices.join('')])).toEqual([
    ['11', 2, 'A'],
    ['12', 2, 'B'],
    ['13', 4, 'B'],
  ])
  expect(questions[1]?.draft.stem).toMatch(/^2016年/)
  expect(questions[2]?.draft.stem).toContain('| 地区 | 比例 | 增长 |\n| --- | --- | --- |\n| 城市 | 23.7 | 0.1 |')
})

describe('pictures, formulas and boxes', () => {
  const drawing = (id: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="家庭结构图"/><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

  test('a WebP in a stem by its content, what is missing and what is no picture', async () => {
    const body = [
      paragraph(run('1. 如图所示（ ）') + drawing('p1')),
      paragraph('A. 一 B. 二'),
      paragraph('答案：A'),
      paragraph(run('2. 乙题') + drawing('p2')),
      paragraph('A. 一 B. 二'),
      paragraph('答案：B'),
      paragraph(run('3. 丙题') + drawing('p3')),
      paragraph('A. 一 B. 二'),
      paragraph('答案：B'),
    ].join('')
    const { questions, media } = await read(
      await wordFile({
        body,
        relations: {
          p1: ['image', 'media/image1.png'],
          p2: ['image', 'file:///etc/passwd', 'External'],
          p3: ['image', 'media/a.svg'],
        },
        parts: [
          ['word/media/image1.png', webp],
          ['word/media/a.svg', '<svg onload="alert(1)"/>'],
        ],
      }),
    )
    const [picture] = media.values()
    expect(picture).toMatchObject({ mime: 'image/webp' })
    expect(questions[0]?.draft.stem).toBe(`如图所示（ ）![家庭结构图](media:${picture?.hash})`)
    expect(questions.map((one) => one.findings.map(({ code }) => code))).toEqual([
      [],
      ['MEDIA_MISSING'],
      ['MEDIA_REFUSED'],
    ])
    expect(media.size).toBe(1)
  })

  test('formulas become LaTeX, or are told as lost at their question', async () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
    const f = (content: string) => `<m:oMath>${content}</m:oMath>`
    const known = f(
      `<m:f><m:num>${t('a+b')}</m:num><m:den><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${t('2')}</m:e></m:rad></m:den></m:f>`,
    )
    const body = [
      paragraph(`${run('1. 求 ')}${known}${run(' 的值')}`),
      paragraph(
        `<w:r><w:t>A. </w:t></w:r>${f(`<m:sSup><m:e>${t('x')}</m:e><m:sup>${t('2')}</m:sup></m:sSup>`)}<w:r><w:tab/><w:t>B. 二</w:t></w:r>`,
      ),
      paragraph('答案：A'),
      paragraph(`${run('2. 求 ')}${f('<m:strange/>')}`),
      paragraph('A. 一 B. 二'),
      paragraph('答案：A'),
    ].join('')
    const { questions } = await read(await wordFile({ body }))
    expect(questions[0]?.draft).toMatchObject({
      stem: '求 $\\frac{a+b}{\\sqrt{2}}$ 的值',
      options: [{ text: '$x^2$' }, { text: '二' }],
    })
    expect(questions.map((one) => one.findings.map(({ code }) => code))).toEqual([['MATH_CONVERTED'], ['MATH_LOST']])
  })

  test('options in a text box, small signs, underlined blanks, emphasis, ticks of a font, deleted text', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph('A. 一')}${paragraph('B. 二')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('A. 一')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const body = [
      paragraph(
        `${run('1. 下列')}${run('不', '<w:em w:val="dot"/>')}${run('正确的是 H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del>${box}`,
      ),
      paragraph('答案：B'),
      paragraph('二、填空题'),
      paragraph(`${run('1. 方法由')}${run('      ', '<w:u w:val="single"/>')}${run('提出*号')}`),
      paragraph('答案：艾利斯'),
      paragraph('三、判断题'),
      paragraph(`${run('1. 对吗（')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run('）')}`),
    ].join('')
    const { questions } = await read(await wordFile({ body }))
    expect(questions.map(({ draft }) => draft.stem)).toEqual([
      '下列**不**正确的是 H₂O',
      '方法由\\_\\_\\_\\_提出\\*号',
      '对吗（　　）',
    ])
    expect(
      questions.map(({ draft }) => [draft.type, draft.options.length, draft.choices.join(''), draft.blanks]),
    ).toEqual([
      [null, 2, 'B', []],
      ['fill', 0, '', [['艾利斯']]],
      ['true-false', 2, 'A', []],
    ])
  })
})

test('a text that is a web page within the document', async () => {
  const mht = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="----=_b"',
    '',
    '------=_b',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: file:///C:/a.htm',
    '',
    '<html><body><p>1. =E7=94=B2=E9=A2=98</p><p>A. =E4=B8=80</p><p>B. =E4=BA=8C<img src=3D"i.png"></p>=',
    '<p>=E7=AD=94=E6=A1=88=EF=BC=9AB</p></body></html>',
    '------=_b',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: file:///C:/i.png',
    '',
    Buffer.from(png).toString('base64'),
    '------=_b--',
  ].join('\r\n')
  const { questions, media } = await read(
    await wordFile({
      body: '<w:altChunk r:id="c"/>',
      relations: { c: ['aFChunk', 'chunk.mht'] },
      parts: [['word/chunk.mht', mht]],
    }),
  )
  expect(questions.map(({ draft }) => [draft.stem, draft.options[0]?.text, draft.choices.join('')])).toEqual([
    ['甲题', '一', 'B'],
  ])
  expect(media.size).toBe(1)
})

test('a table whose rows are questions', async () => {
  const body = table([
    ['序号', '题型', '题目', '选项', '答案', '解析'],
    ['1', '单选题', '甲题', `${paragraph('A. 一')}${paragraph('B. 二')}`, 'B', '因为'],
    ['2', '判断题', '乙题', '', '正确', ''],
  ])
  const { questions } = await read(await wordFile({ body }))
  expect(questions.map(({ draft }) => [draft.type, draft.stem, draft.choices.join(''), draft.explanation])).toEqual([
    ['single', '甲题', 'B', '因为'],
    ['true-false', '乙题', 'A', ''],
  ])
})

test('a file as a library writes it: lists, tabs, a picture, a formula, a table of keys', async () => {
  const question = (text: string) => new Paragraph({ text, numbering: { reference: 'q', level: 0 } })
  const options = (...texts: string[]) =>
    new Paragraph({
      children: texts.flatMap((text, at) => [new TextRun({ children: at === 0 ? [text] : [new Tab(), text] })]),
    })
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    numbering: { config: [{ reference: 'q', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1．' }] }] },
    sections: [
      {
        children: [
          new Paragraph({ text: '单项选择题', heading: 'Heading1' }),
          question('社会工作的核心价值是（ ）'),
          options('A．尊重', 'B．利润', 'C．服从', 'D．竞争'),
          new Paragraph({
            numbering: { reference: 'q', level: 0 },
            children: [
              new TextRun('如图，'),
              new WordMath({
                children: [
                  new MathFraction({
                    numerator: [new MathRun('1')],
                    denominator: [
                      new MathSuperScript({ children: [new MathRun('n')], superScript: [new MathRun('2')] }),
                    ],
                  }),
                ],
              }),
              new ImageRun({ type: 'png', data: Buffer.from(png), transformation: { width: 10, height: 10 } }),
            ],
          }),
          options('A．一', 'B．二', 'C．三', 'D．四'),
          new Paragraph('参考答案'),
          new Table({
            rows: [
              new TableRow({ children: ['题号', '1', '2'].map(cell) }),
              new TableRow({ children: ['答案', 'A', 'C'].map(cell) }),
            ],
          }),
        ],
      },
    ],
  })
  const { questions } = await read(new Uint8Array(await Packer.toBuffer(document)))
  expect(questions.map(({ draft }) => [draft.label, draft.type, draft.options.length, draft.choices.join('')])).toEqual(
    [
      ['1', 'single', 4, 'A'],
      ['2', 'single', 4, 'C'],
    ],
  )
  expect(questions[1]?.draft.stem).toMatch(/^如图，\$\\frac\{1\}\{n\^2\}\$!\[\]\(media:[0-9a-f]{64}\)$/)
})

test('what is no Word file of today', async () => {
  await expect(read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).rejects.toMatchObject({
    finding: { code: 'FORMAT_OLD_WORD' },
  })
  await expect(read(new TextEncoder().encode('PK'))).rejects.toMatchObject({ finding: { code: 'FILE_DAMAGED' } })
})
