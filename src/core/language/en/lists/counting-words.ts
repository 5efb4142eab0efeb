/** Words of a count of people: they tell how many, or who counts, and not what befell them. */
export const countingWords =
  `toll death dead people person persons number count victims bodies lives casualties killed died
injured hurt wounded missing confirmed rose risen reached stood stands climbed police officials doctors hospital rescuers
governor mayor authorities spokesman least far`.split(/\s+/);
