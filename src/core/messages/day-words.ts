const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** "17 Feb 2025" for 2025-02-17, "Feb 2025" for 2025-02, "2025" for 2025: a day of an article, the same in every zone. */
export function dayWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Mon 17 Feb 2025" for 2025-02-17. */
export function weekdayWords(day: string): string {
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${dayWords(day)}`;
}
