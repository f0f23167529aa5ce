import { penUnderline } from '@/components/marks/pen-mark'
import { drawSeal, type SealDrawing, type SealStyle } from '@/domain/check-ins/seal'

/** The words on the card, in the candidate's language. An empty one leaves its place blank. */
export type SealCard = {
  /** The day, `YYYY-MM-DD`. */
  on: string
  style: SealStyle
  date: string
  subject: string
  score: string
  streak: string
  product: string
}

type Brush = CanvasRenderingContext2D
type Line = { x: number; y: number; font: string; colour: string; align?: CanvasTextAlign; width: number }

const page = { width: 1080, height: 1440, left: 108, right: 972 }
/** ui.md's light tokens as sRGB: the card goes to other people's screens, whatever the theme here. */
const light = { paper: '#f9f9f6', rule: '#d9d9d5', edge: '#86877f', ink: '#1b1e24', ink2: '#4d5159', ink3: '#636870' }
const red = { seal: '#c1291f', text: '#b52018' }
const hei = '"PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const song = `"Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", ${hei}`

/** A portrait card of 1080 × 1440 as PNG. */
export function drawSealCard(card: SealCard): Promise<Blob> {
  const { canvas, brush } = newCanvas(page.width, page.height)
  brush.fillStyle = light.paper
  brush.fillRect(0, 0, page.width, page.height)
  write(brush, card.date, { x: page.left, y: 142, font: `48px ${song}`, colour: light.ink, width: 864 })
  rule(brush, 188)
  stamp(brush, drawSeal(card.on, card.style), { x: page.width / 2, y: 562, size: 520 })
  rule(brush, 936)
  write(brush, card.subject, { x: page.left, y: 1026, font: `600 52px ${song}`, colour: light.ink, width: 864 })
  write(brush, card.streak, { x: page.left, y: 1160, font: `36px ${hei}`, colour: light.ink2, width: 500 })
  writeScore(brush, card.score, 1160)
  sealedMargin(brush, 1276)
  write(brush, card.product, { x: page.left, y: 1346, font: `30px ${hei}`, colour: light.ink3, width: 864 })
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG'))), 'image/png')
  })
}

function newCanvas(width: number, height: number): { canvas: HTMLCanvasElement; brush: Brush } {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('the browser has no 2D canvas')
  return { canvas, brush }
}

/** Drawn apart, because cutting its holes on the page itself would cut the paper too. */
function stamp(page: Brush, drawing: SealDrawing, { x, y, size }: { x: number; y: number; size: number }) {
  const side = Math.ceil(size * 1.1)
  const { canvas, brush } = newCanvas(side, side)
  brush.translate(side / 2, side / 2)
  brush.rotate((drawing.turn * Math.PI) / 180)
  brush.scale(size / 100, size / 100)
  brush.translate(-50, -50)
  brush.fillStyle = brush.strokeStyle = red.seal
  const frame = new Path2D(drawing.frame.path)
  brush.lineJoin = 'round'
  brush.lineWidth = drawing.frame.stroke
  brush.setLineDash([...drawing.frame.dash])
  brush.stroke(frame)
  if (drawing.style === 'solid') brush.fill(frame)
  brush.setLineDash([])
  brush.globalCompositeOperation = 'destination-out'
  brush.fill(new Path2D(drawing.chips))
  if (drawing.style !== 'solid') brush.globalCompositeOperation = 'source-over'
  brush.lineJoin = 'miter'
  brush.lineWidth = drawing.glyphStroke
  for (const stroke of drawing.columns.flatMap((column) => column.strokes)) brush.stroke(new Path2D(stroke))
  page.drawImage(canvas, x - side / 2, y - side / 2)
}

/** Long words shrink until they fit. */
function write(brush: Brush, text: string, { x, y, font, colour, align = 'left', width }: Line): number {
  brush.font = font
  brush.fillStyle = colour
  brush.textAlign = align
  const wide = brush.measureText(text).width
  const shrunk = Math.min(1, width / Math.max(wide, 1))
  brush.font = font.replace(/(\d+)px/, (_, size) => `${Math.floor(Number(size) * shrunk)}px`)
  brush.fillText(text, x, y)
  return wide * shrunk
}

/** Twice underlined by pen, as at the head of a marked paper. */
function writeScore(brush: Brush, score: string, y: number) {
  if (!score) return
  const font = `600 112px ${song}`
  const width = write(brush, score, { x: page.right, y, font, colour: red.text, align: 'right', width: 320 })
  brush.strokeStyle = red.text
  brush.lineWidth = 5
  brush.lineCap = 'round'
  for (const stroke of penUnderline) {
    const placed = new Path2D()
    placed.addPath(new Path2D(stroke), new DOMMatrix([width / 100, 0, 0, 2.2, page.right - width, y + 20]))
    brush.stroke(placed)
  }
}

function rule(brush: Brush, y: number) {
  brush.fillStyle = light.rule
  brush.fillRect(page.left, y, page.right - page.left, 2)
}

/** 密封线, closed: the paper is handed in. */
function sealedMargin(brush: Brush, y: number) {
  brush.strokeStyle = light.edge
  brush.lineCap = 'round'
  brush.lineWidth = 4
  brush.setLineDash([0, 12])
  const quarter = (page.right - page.left) / 4
  ;['', '密', '封', '线'].forEach((sign, index) => {
    const from = page.left + quarter * index
    write(brush, sign, { x: from, y: y + 9, font: `26px ${song}`, colour: light.ink3, align: 'center', width: quarter })
    brush.stroke(new Path2D(`M${from + (sign ? 34 : 2)} ${y}H${from + quarter - (index < 3 ? 33 : 1)}`))
  })
  brush.setLineDash([])
}
