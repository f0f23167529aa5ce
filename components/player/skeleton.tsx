import { Skeleton } from '@/components/ui/skeleton'

/** A question's shape: the sealed margin, its line, three lines of stem, four options. */
export function PlayerSkeleton() {
  return (
    <div className="lg:pl-14">
      <Skeleton className="h-[3px] lg:hidden" />
      <Skeleton className="mt-5 h-5 w-44" />
      <Skeleton className="mt-6 h-5 w-full max-w-xl" />
      <Skeleton className="mt-3 h-5 w-full max-w-xl" />
      <Skeleton className="mt-3 h-5 w-2/3 max-w-md" />
      {['w-1/2', 'w-3/5', 'w-2/5', 'w-4/7'].map((width) => (
        <div key={width} className="mt-7 flex gap-4">
          <Skeleton className="h-5.5 w-9" />
          <Skeleton className={`h-5 max-w-60 ${width}`} />
        </div>
      ))}
    </div>
  )
}
