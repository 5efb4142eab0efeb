/** Written by scripts/training/train-answers.mjs: what each feature of a sentence adds to the log odds that it answers. */
export const answerWeights: ReadonlyMap<string, number> = new Map(
  `
absent unlike=0.103
absent unlike, among many=-0.229
added word before=0.182
article cover=-0.750
article cover best=-0.780
article cover mean=-0.317
asks be=0.196
asks did=0.176
asks when=0.460
asks which=0.596
asks who=-0.335
content=0.402
contrary word=-0.533
cover=0.460
elsewhere=0.135
extraDenial=-0.726
first absent=0.238
first absent, among many=-0.785
fit=0.0556
hit count, among many=0.147
hits in width=-0.258
is negated=-1.05
kind thing=0.169
kind time=-0.320
last absent, among many=-1.24
last stem, among many=-1.46
log terms=0.718
longest run=-0.188
lostDenial=-1.75
lostDenial, among many=-2.39
missing=-0.241
missingNames=-0.974
missingNamesNear=-1.97
modifier=-0.319
name derived=1.37
name near=0.287
near=0.688
news before=-0.0821
news between=-0.0536
opposite=-1.40
other name told=-0.148
other number told=-0.979
other number told, among many=2.48
over chance=0.186
over chance, among many=0.277
rival origins=-0.111
share absent=-0.588
share absent, among many=-1.78
share titled=3.61
sharedDenial=1.27
spelt nearly=1.02
title cover=1.15
title cover best, among many=-2.94
title cover mean=0.973
title cover mean, among many=-3.32
titles tell=-2.67
titles tell, among many=7.96
typed=0.537
wording of one, among many=0.886
wording of two=-0.268
`
    .trim()
    .split('\n')
    .map((entry): [string, number] => {
      const at = entry.lastIndexOf('=');
      return [entry.slice(0, at), Number(entry.slice(at + 1))];
    }),
);

/** The log odds of a sentence without features, less what the script takes off for caution. */
export const answerBias = -1.04;
