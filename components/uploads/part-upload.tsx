import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { refusalKey } from '@/components/staff/refusal'
import { Button } from '@/components/ui/button'
import { DropZone } from './drop-zone'
import { percentOf } from './parts'
import { ProgressLine } from './progress-line'
import { sizeWords } from './size-words'
import { Unfinished } from './unfinished'
import type { usePartUpload } from './use-part-upload'

type PartUploadProps = {
  upload: ReturnType<typeof usePartUpload>
  purpose: string
  label: string
  hint: string
  accept: string
  fault: string | undefined
  /** A file was dropped or chosen; the page looks at it before it is taken up. */
  onFile: (file: File) => void
}

/** One file, from its choice until all of it is there. */
export function PartUpload({ upload, purpose, label, hint, accept, fault, onFile }: PartUploadProps) {
  const t = useTranslations('uploads')
  const { state, error } = upload
  const box = useFocusKept(state.is)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say what the words inside say already
    <div ref={box} role="group" aria-label={label} tabIndex={-1} className="grid gap-3">
      {state.is === 'none' && (
        <>
          <Unfinished purpose={purpose} />
          <DropZone {...{ label, hint, accept, fault, onFile }} action={t('choose')} />
        </>
      )}
      {state.is !== 'none' && <OneFile upload={upload} state={state} />}
      <p role="status" className="sr-only">
        {state.is === 'sending' && t(state.isWaiting ? 'waiting' : 'underWay')}
        {state.is === 'done' && t('done')}
      </p>
      <p role="alert" className="text-part text-small empty:hidden">
        {error && t(refusalKey(error, t.has))}
      </p>
    </div>
  )
}

/** The button that was pressed is gone with its state: then the whole takes the focus, and nothing else is taken away from. */
function useFocusKept(state: string) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== state && document.activeElement === document.body) box.current?.focus()
    before.current = state
  }, [state])
  return box
}

type OneFileProps = {
  upload: PartUploadProps['upload']
  state: Exclude<PartUploadProps['upload']['state'], { is: 'none' }>
}

function OneFile({ upload, state }: OneFileProps) {
  const t = useTranslations('uploads')
  const { file } = state
  return (
    <div className="grid gap-3 rounded-button border-[1.5px] border-edge p-4">
      {state.is === 'sending' ? (
        <ProgressLine
          label={file.name}
          done={state.done}
          of={file.size}
          words={t('progress', {
            done: sizeWords(state.done),
            of: sizeWords(file.size),
            percent: percentOf(state.done, file.size),
          })}
        />
      ) : (
        <p className="flex flex-wrap justify-between gap-x-4 text-small">
          <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{file.name}</span>
          <span className="text-ink-2">
            {[kindOf(file), sizeWords(file.size), state.is === 'done' && t('here')].filter(Boolean).join(' · ')}
          </span>
        </p>
      )}
      {state.is === 'sending' && state.isWaiting && (
        <p aria-hidden="true" className="text-part text-small">
          {t('waiting')}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {state.is === 'chosen' && (
          <Button onClick={() => void upload.start()}>
            {state.percent > 0 ? t('goOn', { percent: state.percent }) : t('start')}
          </Button>
        )}
        <Button look="outlined" onClick={() => void upload.leave()}>
          {t(state.is === 'sending' ? 'stop' : 'another')}
        </Button>
      </div>
    </div>
  )
}

/** As its name says: the server looks at what is in it. */
const kindOf = ({ name }: File) => (name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toUpperCase() : '')
