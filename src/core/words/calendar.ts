/** The name of a weekday or a month, in lower case: written with a capital, and no name of anybody. */
export const calendarWord =
  /^(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|may|june|july|august|september|october|november|december)$/;
