import { editDistance } from '../text/nearest.ts';
import { isFirstName } from '../reading/english/first-names.ts';
import { remembered } from '../text/remembered.ts';

/** The same names and words come in every other article. */
const namesKept = 100_000;

/** A name for comparing: without accents, dots, hyphens and capitals. */
export const foldedName = remembered(
  (name: string): string =>
    name
      .normalize('NFD')
      .replaceAll(/[\p{Diacritic}.’']/gu, '')
      .replaceAll('-', ' ')
      .toLowerCase(),
  namesKept,
);

/** What is left of a word when the ways of writing the same sounds are one: "Zelenskyy" and "Zelenskiy", "Yuri" and "Yury". */
export const spellingKey = remembered(
  (word: string): string =>
    word
      .replaceAll(/[iy][jy]|[yj]/g, 'i')
      .replaceAll('ph', 'f')
      .replaceAll('kh', 'h')
      .replaceAll('ck', 'k')
      .replaceAll('w', 'v')
      .replaceAll('ou', 'u')
      .replaceAll(/(.)\1+/g, '$1'),
  namesKept,
);

/** One key for the forms of a given name: its short forms, and its forms in languages that spell it differently. */
export function givenNameKey(word: string): string {
  const key = spellingKey(word);
  return keys.get(key) ?? key;
}

/**
 * Whether two folded full names are one person's: "Volodymyr Zelensky" and "Vladimir Zelenskiy", "Mike Waltz" and
 * "Michael Waltz", "JD Vance" and "James David Vance", "Viktor Orban" and "Orban Viktor". Two known given names that
 * are not forms of one are two people's.
 */
export function areOnePerson(left: string, right: string): boolean {
  const [one, other] = [wordsIn(left), wordsIn(right)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2) return false;
  if (short.length > 2 && long.length > short.length && long.slice(0, short.length).join(' ') === short.join(' '))
    return true;
  const [last = '', otherLast = ''] = [short.at(-1), long.at(-1)];
  const [first = '', otherFirst = ''] = [short[0], long[0]];
  if (long.length === 2 && first === otherLast && last === otherFirst) return true;
  const sameLast = spellingKey(last) === spellingKey(otherLast);
  if (sameLast && areInitials(short, long)) return true;
  const oneHasNoMiddle = short.length === 2 || short.join(' ') === long.join(' ') || short.length === long.length;
  if (sameLast && oneHasNoMiddle && sameMiddle(short, long))
    return sameGiven(first, otherFirst) || (last.length > 5 && areOneVowelApart(first, otherFirst));
  if (sameLast) return false;
  return givenNameKey(first) === givenNameKey(otherFirst) && sameMiddle(short, long) && nearSurname(last, otherLast);
}

/** The words of a folded name: one name is held against many. */
const wordsIn = remembered((name: string): readonly string[] => name.split(' '), namesKept);

/** "JD Vance" for "James David Vance". */
function areInitials(left: readonly string[], right: readonly string[]): boolean {
  const initials = ([, ...rest]: readonly string[], all: readonly string[]): string =>
    all
      .slice(0, rest.length)
      .map((word) => word[0] ?? '')
      .join('');
  const compact = (words: readonly string[]): string => words.slice(0, -1).join('');
  return (
    (compact(left).length === 2 && compact(left) === initials(right, right)) ||
    (compact(right).length === 2 && compact(right) === initials(left, left))
  );
}

/** Middle names that both give agree. */
function sameMiddle(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 2) return true;
  return short.slice(1, -1).join(' ') === long.slice(1, -1).join(' ');
}

function sameGiven(left: string, right: string): boolean {
  if (givenNameKey(left) === givenNameKey(right)) return true;
  return !(isKnown(left) && isKnown(right)) && left.length > 5 && areNear(left, right);
}

/** "Olaf" and "Olof": a slip in a vowel that is not the last letter, which tells "Mario" from "Maria". */
function areOneVowelApart(left: string, right: string): boolean {
  const consonants = (word: string): string => word.replaceAll(/[aeiou]/g, '');
  return (
    left.length > 3 &&
    left.at(-1) === right.at(-1) &&
    consonants(left) === consonants(right) &&
    editDistance(left, right) === 1
  );
}

function isKnown(word: string): boolean {
  return isFirstName(word.charAt(0).toUpperCase() + word.slice(1));
}

function nearSurname(left: string, right: string): boolean {
  return left.length > 6 && areNear(spellingKey(left), spellingKey(right));
}

const mostApart = 2;

/** Most names are told apart by their lengths, which costs nothing. */
function areNear(left: string, right: string): boolean {
  return Math.abs(left.length - right.length) <= mostApart && editDistance(left, right, mostApart) <= mostApart;
}

/** Forms of one given name, a list a line. Written for this project from general knowledge. */
const forms = `
michael mike mick
steven stephen steve
joseph joe
william bill will billy
robert bob rob bobby
james jim jimmy
thomas tom
david dave
daniel dan danny
benjamin ben
anthony antony tony
edward ed eddie
elizabeth liz
catherine katherine kate kathy
jacob jake
jonathan jon
alexander alex aleksandr alexandr aleksander oleksandr olexander
alexei alexey aleksei oleksii oleksiy
christopher chris
matthew matt
nicholas nick
samuel sam
timothy tim
gregory greg
jeffrey jeff
kenneth ken
lawrence larry
andrew andy
frederick fred
peter pete
philip phil phillip
raymond ray
ronald ron
richard dick rick rich
charles charlie chuck
margaret maggie
vincent vince
joshua josh
douglas doug
vladimir volodymyr
nikolai nikolay mykola
sergei sergey serhii serhiy
andrei andrey andrii andriy
dmitri dmitry dmitriy dmytro
mikhail mykhailo mykhaylo mychailo
yevgeny yevgeni evgeny yevhen
kirill kyrylo
pavel pavlo
denis denys
vasily vasyl
igor ihor
oleg oleh
olga olha
valery valerii
vitaly vitalii
konstantin kostyantyn
maxim maksim maksym
artem artyom
grigory hryhorii
mohammed mohammad muhammad mohamed mohamad
ahmed ahmad
abdullah abdallah abdulla
hussein hussain husain
youssef yusuf yousef yousuf
abdel abdul
khaled khalid
hassan hasan
mahmoud mahmud
mustafa mostafa
faisal faysal feisal
osama usama`;

const keys: ReadonlyMap<string, string> = new Map(
  forms
    .trim()
    .split('\n')
    .flatMap((line) => {
      const names = line.split(' ').map(spellingKey);
      return names.map((name) => [name, names[0] ?? name] as const);
    }),
);
