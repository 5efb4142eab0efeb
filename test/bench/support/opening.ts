import { articleStore } from '../../../src/adapters/postgres/article-store.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { createLibraryDesk } from '../../../src/core/stories/library-desk.ts';
import { benchStory, folderPlace, silentLog } from './many-articles.ts';

// A process that has done nothing before: what a start waits for, from a store in a folder to the first answer.
const [folder = '', question = ''] = process.argv.slice(2);

const marks: number[] = [];
function mark(): void {
  marks.push(performance.now());
}

mark();
const usedBefore = process.cpuUsage();
const database = await openDatabase(folderPlace(folder), silentLog);
mark();
const library = await createLibraryDesk(articleStore(database)).open(benchStory);
mark();
const { articlesHeld } = answerQuestion(question, library);
mark();
const { user, system } = process.cpuUsage(usedBefore);
await database.close();

const [loaded = 0, opened = 0, built = 0, answered = 0] = marks;
const parts = `store ${(opened - loaded).toFixed(0)}, library ${(built - opened).toFixed(0)}, index and first answer ${(answered - built).toFixed(0)}`;
const whole = `${((answered - loaded) / 1_000).toFixed(2)} s, of the processor ${((user + system) / 1_000_000).toFixed(2)} s`;
console.log(
  `from the store to the first answer, ${articlesHeld} articles: ${whole} (ms: ${parts}); from the start of the process ${(answered / 1_000).toFixed(2)} s`,
);
