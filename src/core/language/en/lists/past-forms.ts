/** Forms that only the verb of a sentence in the past has: auxiliaries, and past forms that differ from the participle. */
export const pastOnly: ReadonlySet<string> = new Set(
  `was were had has have will would could should did said told began broke came chose did drank drew drove fell flew froze
  gave went grew hid knew rode rose saw shook sank sang spoke stole swore swam took threw tore woke wore wrote became ran`.split(
    /\s+/,
  ),
);
