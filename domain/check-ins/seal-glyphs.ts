/**
 * The fourteen signs that can stand in a seal, as polylines on a 10×10 cell, and each one's share of its column's
 * height. No font is needed, so the seal is the same on every device. Source: ui.md, "Seal".
 */
export type SealSign = '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿' | '卅' | '月' | '日'
export type Polyline = readonly (readonly [x: number, y: number])[]
export type SealGlyph = { polylines: readonly Polyline[]; weight: number }

export const sealGlyphs: Record<SealSign, SealGlyph> = {
  一: glyph(0.4, '1,5 9,5'),
  二: glyph(0.7, '1.5,2.5 8.5,2.5;0.5,7.5 9.5,7.5'),
  三: glyph(1, '1,1 9,1;2,5 8,5;0.5,9 9.5,9'),
  四: glyph(1.2, '1,1 9,1 9,9 1,9 1,1;3.7,1 3.7,5.5 1,5.5;6.3,1 6.3,5.5 9,5.5'),
  五: glyph(1, '1,1 9,1;4,1 4,9;1.5,5 8,5 8,9;0.5,9 9.5,9'),
  六: glyph(1, '5,0 5,3;0.5,3 9.5,3;3.6,5.2 1.2,9.8;6.4,5.2 8.8,9.8'),
  七: glyph(1, '0.5,4 9.5,4;4,0.5 4,9 9.5,9 9.5,6.5'),
  八: glyph(0.85, '3.6,1 1,9.5;6.4,1 9,9.5'),
  九: glyph(1, '0.5,3.5 7,3.5 7,9 9.8,9 9.8,6.5;4,0.5 4,6.5 1,6.5 1,9.5'),
  十: glyph(0.85, '0.5,5 9.5,5;5,0.5 5,9.5'),
  廿: glyph(1, '0.5,3.5 9.5,3.5;2.8,0.5 2.8,9 7.2,9 7.2,0.5'),
  卅: glyph(1, '0.5,4 9.5,4;2.2,0.5 2.2,7 0.8,7 0.8,9.5;5,0.5 5,9.5;7.8,0.5 7.8,9.5'),
  月: glyph(1.2, '2.2,9.5 2.2,0.8 8,0.8 8,9.3 6,9.3;2.2,3.6 8,3.6;2.2,6.3 8,6.3'),
  日: glyph(1.1, '1.8,0.8 8.2,0.8 8.2,9.2 1.8,9.2 1.8,0.8;1.8,5 8.2,5'),
}

/** Polylines in ui.md's notation: points apart by spaces, lines apart by semicolons. */
function glyph(weight: number, lines: string): SealGlyph {
  return { polylines: lines.split(';').map(pointsOf), weight }
}

/** `'1,5 9,5'` → `[[1, 5], [9, 5]]` */
export function pointsOf(line: string): Polyline {
  return line.split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number)
    return [x, y]
  })
}
