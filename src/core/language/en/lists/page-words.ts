/** What a picture is called, in a pattern. */
export const picture =
  '(?:photo(?:graph)?|picture|image|still (?:image|photo|frame)|screen ?(?:grab|shot)|frame grab|video|footage|sketch)';

/** Of which every name of a picture holds one. */
export const pictures: readonly string[] =
  'photo photograph picture image still screen screenshot screengrab frame video footage sketch grab'.split(' ');

export const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?)';

export const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

export const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;

/** What an outlet calls its own: "our readers". */
export const outletWords =
  'papers?|newspapers?|readers?|group|titles|newsletters?|sites?|websites?|apps?|journalism|journalists|newsroom|reporters?|columns|pages|coverage|community|privacy|terms|partners|subscribers|social media|podcasts?|channels?';
