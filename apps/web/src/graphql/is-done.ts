/** Whether a mutation did what it was asked for, now or when it was sent before. */
export function isDone({ outcome }: { readonly outcome: string }): boolean {
  return outcome === 'RECORDED' || outcome === 'REPEATED';
}
