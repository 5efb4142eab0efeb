/** Words in a row that count as one piece of shared text. */
const shingleWords = 5;
const fnvPrime = 0x01_00_01_93;
const fnvStart = 0x81_1c_9d_c5;

/**
 * For each UTF-16 code unit the code of its small letter, or 0 when it is neither letter nor digit. Looking a code up is many
 * times as quick as asking a regular expression. Half of a character counts as a letter.
 */
const smallLetters = Uint16Array.from({ length: 0x1_00_00 }, (_, code) => {
  const letter = String.fromCharCode(code);
  const known = /[\p{L}\p{N}\p{Surrogate}]/u.test(letter);
  return known ? letter.toLowerCase().charCodeAt(0) : 0;
});

/** A number for every five words in a row of a text, in order, whatever their capitals: FNV-1a, 32 bits, signed. */
export function shinglesOf(text: string): Int32Array {
  const words = wordsOf(text);
  const shingles = new Int32Array(Math.max(0, words.length - shingleWords + 1));
  for (let at = 0; at < shingles.length; at += 1) {
    let value = fnvStart;
    for (let step = 0; step < shingleWords; step += 1) value = Math.imul(value ^ (words[at + step] ?? 0), fnvPrime);
    shingles[at] = value ^ (value >>> 15);
  }
  return shingles;
}

/** One shingle in so many is kept to find articles that may share text (Broder, "On the resemblance of documents", 1997). */
const sampled = 4;

/** Some of a text's shingles, rising, each once: texts that share much of their text share much of these. */
export function sampleOf(text: string): Int32Array {
  const shingles = shinglesOf(text);
  let kept = 0;
  for (const shingle of shingles) {
    if (shingle % sampled !== 0) continue;
    shingles[kept] = shingle;
    kept += 1;
  }
  // A copy, so that the memory of those left out is not held.
  return rising(shingles.subarray(0, kept)).slice();
}

/** All of a text's shingles, rising, each once. */
export function differentShinglesOf(text: string): Int32Array {
  return rising(shinglesOf(text));
}

/** Puts shingles in rising order in place; the same memory, each once. */
function rising(shingles: Int32Array): Int32Array {
  shingles.sort();
  let kept = 0;
  for (const shingle of shingles) {
    if (kept > 0 && shingle === shingles[kept - 1]) continue;
    shingles[kept] = shingle;
    kept += 1;
  }
  return shingles.subarray(0, kept);
}

/** How many numbers two lists share, both rising and each number once. */
export function sharedCount(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  let at = 0;
  for (const number of left) {
    while (at < right.length && (right[at] ?? 0) < number) at += 1;
    if (at < right.length && right[at] === number) shared += 1;
  }
  return shared;
}

/** A number for every word. */
function wordsOf(text: string): Int32Array {
  const words = new Int32Array((text.length + 1) >>> 1);
  let count = 0;
  let value = fnvStart;
  for (let index = 0; index < text.length; index += 1) {
    const small = smallLetters[text.charCodeAt(index)] ?? 0;
    if (small !== 0) value = Math.imul(value ^ small, fnvPrime);
    else if (value !== fnvStart) {
      words[count] = value;
      count += 1;
      value = fnvStart;
    }
  }
  if (value !== fnvStart) {
    words[count] = value;
    count += 1;
  }
  return words.subarray(0, count);
}
