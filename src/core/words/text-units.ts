/** The UTF-16 code units of one text after another, in memory that is used again. */
export interface TextUnits {
  /**
   * The units of a text, with a 0 after the last; they hold until the next text is asked for. A typed array is read several
   * times as quickly as a string, whose form has to be asked for at every unit.
   */
  of(text: string): Uint16Array;
}

export function textUnits(): TextUnits {
  let units = new Uint16Array(2 ** 14);
  let bytes = Buffer.from(units.buffer);
  let held: string | undefined;
  return {
    of: (text) => {
      if (text === held) return units;
      if (text.length >= units.length) {
        units = new Uint16Array(text.length * 2);
        bytes = Buffer.from(units.buffer);
      }
      bytes.write(text, 'utf16le');
      units[text.length] = 0;
      held = text;
      return units;
    },
  };
}
