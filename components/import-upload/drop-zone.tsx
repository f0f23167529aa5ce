import { useTranslations } from 'next-intl'
import { type DragEvent, useId, useState } from 'react'

/** Where a file is dropped, or chosen by a press. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('imports')
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
      <p className="text-ink-2 text-small" id={`${id}-name`}>
        {t('file')}
      </p>
      <label
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={`grid min-h-32 cursor-pointer place-content-center gap-1 rounded-button border-[1.5px] border-dashed px-4 py-6 text-center has-focus-visible:outline-2 has-focus-visible:outline-deed has-focus-visible:outline-offset-2 ${isOver ? 'border-deed bg-deed-wash' : 'border-edge'}`}
      >
        <input
          type="file"
          aria-describedby={id}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again after it was mended.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
        <span className="font-semibold text-deed">{t('choose')}</span>
        <span id={id} className="text-ink-2 text-small">
          {t('kinds')}
        </span>
      </label>
    </div>
  )
}
