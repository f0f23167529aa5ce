import { type DragEvent, useId, useState } from 'react'

type DropZoneProps = {
  /** What the file is for. */
  label: string
  /** What a press does. */
  action: string
  /** Which files are taken, and how large. */
  hint: string
  /** What the system's own list of files offers at first, as in `.pdf,.zip`; everything when absent. */
  accept?: string
  /** What is wrong with the file that was chosen last, in words. */
  fault?: string | undefined
  onFile: (file: File) => void
}

/** Where a file is dropped, or chosen by a press. */
export function DropZone({ label, action, hint, accept, fault, onFile }: DropZoneProps) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    <div className="grid content-start gap-2">
      <p className="text-ink-2 text-small">{label}</p>
      <label
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={`grid min-h-32 cursor-pointer place-content-center gap-1 rounded-button border-[1.5px] border-dashed px-4 py-6 text-center has-focus-visible:outline-2 has-focus-visible:outline-deed has-focus-visible:outline-offset-2 ${isOver ? 'border-deed bg-deed-wash' : fault ? 'border-part' : 'border-edge'}`}
      >
        <input
          type="file"
          accept={accept}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id} ${id}-fault` : id}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again after it was mended.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
        <span className="font-semibold text-deed">{action}</span>
        <span id={id} className="text-ink-2 text-small">
          {hint}
        </span>
      </label>
      {fault && (
        <p id={`${id}-fault`} className="text-part text-small">
          {fault}
        </p>
      )}
    </div>
  )
}
