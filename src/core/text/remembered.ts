/**
 * A function of a text that remembers what it gave, for texts that come again and again (names, words). It forgets
 * everything when it knows `kept` texts, so that its memory is bounded.
 */
export function remembered<Result>(make: (text: string) => Result, kept: number): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const ready = known.get(text);
    if (ready !== undefined) return ready;
    if (known.size >= kept) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
