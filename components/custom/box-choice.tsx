type BoxChoiceProps<T extends string | number> = {
  name: string
  title: string
  options: readonly { value: T; words: string }[]
  value: T
  onChoose: (value: T) => void
}

/** One of a few, as boxes of the answer card: the chosen one is filled. */
export function BoxChoice<T extends string | number>({ name, title, options, value, onChoose }: BoxChoiceProps<T>) {
  return (
    <fieldset>
      <legend className="pb-2 font-semibold">{title}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="inline-flex min-h-11 min-w-14 cursor-pointer items-center justify-center rounded-box border-[1.5px] border-edge px-3 text-small has-checked:border-pencil has-checked:bg-pencil has-checked:font-semibold has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-deed has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
