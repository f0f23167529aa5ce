import type { ComponentProps, MouseEvent } from 'react'

type Look = 'filled' | 'outlined' | 'text'
type Size = 'small' | 'large'

const sizes: Record<Size, string> = {
  /** Where the whole row is the target. */
  small: 'min-h-9 px-3 text-small',
  large: 'min-h-11 px-4 text-body',
}

const looks: Record<Look, string> = {
  filled: 'bg-deed text-paper border-deed active:brightness-90',
  outlined: 'border-edge text-deed active:bg-sunk',
  text: 'border-transparent text-deed active:bg-sunk',
}

/** The look of what can be pressed; links that act as buttons wear it too. */
export function buttonLook(look: Look = 'filled', className = '', size: Size = 'large'): string {
  const shape = 'inline-flex items-center justify-center gap-2 rounded-button border-[1.5px] font-semibold'
  const state = 'transition-[filter,background-color] duration-90 disabled:cursor-default disabled:opacity-60'
  const idle = 'aria-disabled:cursor-default aria-disabled:opacity-60'
  return `${shape} ${state} ${idle} ${sizes[size]} ${looks[look]} ${className}`
}

type ButtonProps = ComponentProps<'button'> & {
  look?: Look
  size?: Size
  /** Cannot be pressed just now, and keeps the focus, which a disabled button would lose. */
  disabledFocusable?: boolean
}

const refuse = (event: MouseEvent) => event.preventDefault()

export function Button(props: ButtonProps) {
  const { look, size, className, type = 'button', disabledFocusable, onClick, ...rest } = props
  return (
    <button
      type={type}
      className={buttonLook(look, className, size)}
      aria-disabled={disabledFocusable || undefined}
      onClick={disabledFocusable ? refuse : onClick}
      {...rest}
    />
  )
}
