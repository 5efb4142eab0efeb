/** Written by scripts/training/train-sources.mjs: what each feature of a source adds to its likelihood (log odds). */
export const sourceWeights: ReadonlyMap<string, number> = new Map(
  `
adverb=-0.10|before source:-=-0.45|before source:^=0.18|before source:and=-0.25|before source:as=-0.19
before source:but=0.20|before source:if=-0.19|before source:mark=0.45|before source:that=-0.80
before source:what=-0.32|before source:when=0.46|before source:which=-0.22|before source:while=0.35|before:0=0.09
before:2=-0.20|behind+who:about,name=0.17|behind+who:article,capital=0.17|behind+who:article,he=0.12
behind+who:article,plural=-0.20|behind+who:article,role=-0.17|behind+who:article,singular=0.12
behind+who:article,the=-0.09|behind+who:article,who=0.08|behind+who:by,name=-0.06|behind+who:by,plural=0.14
behind+who:by,singular=-0.06|behind+who:end,he=0.12|behind+who:end,name=-0.50|behind+who:end,plural=0.38
behind+who:end,singular=0.22|behind+who:for,name=0.46|behind+who:from,name=-0.52|behind+who:from,singular=0.19
behind+who:in,name=-0.17|behind+who:ing,name=0.16|behind+who:mark,name=-0.27|behind+who:mark,possessive pronoun=-0.15
behind+who:mark,singular=0.25|behind+who:name,he=0.16|behind+who:name,name=0.29|behind+who:name,plural=0.20
behind+who:name,role=0.36|behind+who:name,singular=-0.17|behind+who:name,who=0.05|behind+who:of,name=0.09
behind+who:of,singular=-0.06|behind+who:on,possessive pronoun=0.16|behind+who:on,singular=-0.11
behind+who:plural,plural=-0.36|behind+who:plural,singular=-0.32|behind+who:pronoun,capital=0.09
behind+who:pronoun,he=0.21|behind+who:pronoun,name=0.20|behind+who:pronoun,plural=-0.15|behind+who:that,capital=-0.09
behind+who:that,he=0.42|behind+who:that,name=0.17|behind+who:that,plural=0.12|behind+who:that,role=-0.06
behind+who:that,singular=0.23|behind+who:to,capital=0.26|behind+who:to,he=-0.29|behind+who:to,plural=-0.38
behind+who:to,possessive pronoun=0.12|behind+who:to,singular=0.37|behind+who:to,who=0.14|behind+who:verb,he=-0.51
behind+who:verb,possessive pronoun=0.17|behind+who:word,capital=0.36|behind+who:word,he=-0.16
behind+who:word,name=0.20|behind+who:word,plural=-0.07|behind+who:word,possessive pronoun=-0.37
behind+who:word,role=0.07|behind+who:word,singular=0.21|behind:about=0.27|behind:against=0.30|behind:article=0.12
behind:as=-0.31|behind:at=-0.48|behind:by=-0.08|behind:end=-0.14|behind:from=-0.45|behind:how=-0.17|behind:in=-0.57
behind:ing=0.42|behind:it=0.44|behind:mark=-0.75|behind:name=0.31|behind:of=0.07|behind:on=-0.24|behind:plural=-0.22
behind:preposition=-0.71|behind:pronoun=0.41|behind:quote=0.41|behind:that=0.45|behind:to=-0.16|behind:verb=-0.05
behind:with=0.06|behind:word=-0.17|class+behind:act,by=0.06|class+behind:act,end=-0.26|class+behind:act,for=-0.26
class+behind:act,in=-0.11|class+behind:act,mark=-0.34|class+behind:act,name=-0.25|class+behind:act,plural=0.11
class+behind:act,that=-0.08|class+behind:act,to=-0.24|class+behind:act,word=0.25|class+behind:judge,article=0.43
class+behind:judge,by=0.16|class+behind:judge,from=-0.35|class+behind:judge,name=0.20|class+behind:judge,of=-0.16
class+behind:judge,plural=0.36|class+behind:judge,preposition=-0.24|class+behind:judge,word=-0.06
class+behind:plan,for=0.18|class+behind:plan,name=-0.22|class+behind:plan,on=0.34|class+behind:plan,plural=-0.38
class+behind:plan,to=0.27|class+behind:plan,word=0.38|class+behind:say,article=-0.26|class+behind:say,by=-0.22
class+behind:say,in=0.19|class+behind:say,ing=0.13|class+behind:say,it=0.29|class+behind:say,mark=0.41
class+behind:say,name=-0.16|class+behind:say,on=-0.24|class+behind:say,plural=0.25|class+behind:say,pronoun=0.75
class+behind:say,to=-0.81|class+behind:say,verb=0.25|class+behind:show,article=-0.59|class+behind:show,end=0.63
class+behind:show,name=0.77|class+behind:show,that=0.54|class+behind:show,word=-0.56|class+behind:talk,about=0.31
class+behind:talk,article=0.24|class+behind:talk,to=0.11|class+behind:talk,word=0.12|class+behind:thing,by=0.12
class+behind:thing,end=-0.14|class+behind:thing,for=0.21|class+behind:thing,from=0.25|class+behind:thing,mark=-0.17
class+behind:thing,name=-0.32|class+behind:thing,on=0.35|class+behind:thing,word=-0.34|class+behind:think,article=0.20
class+behind:think,end=0.37|class+behind:think,it=-0.05|class+behind:think,mark=-0.54|class+behind:think,name=0.30
class+behind:think,of=-0.21|class+behind:think,that=0.27|class+behind:think,verb=-0.18|class+behind:think,word=0.20
class+behind:voice,article=0.25|class+behind:voice,name=0.10|class+behind:voice,plural=0.09
class+behind:voice,that=0.11|class+behind:voice,to=0.38|class+behind:voice,word=0.15|class+length:act,long=0.10
class+length:act,middle=-0.23|class+length:act,none=0.18|class+length:act,short=-0.31|class+length:judge,middle=0.12
class+length:judge,short=-0.06|class+length:plan,long=-0.33|class+length:plan,middle=-0.06|class+length:plan,none=0.39
class+length:say,long=0.21|class+length:say,middle=0.07|class+length:say,none=0.29|class+length:show,long=0.15
class+length:show,none=-0.51|class+length:show,short=-0.06|class+length:talk,long=-0.07|class+length:talk,middle=0.17
class+length:talk,short=0.11|class+length:thing,long=0.19|class+length:thing,middle=-0.16
class+length:thing,none=-0.30|class+length:thing,short=-0.07|class+length:think,long=-0.10
class+length:think,middle=0.09|class+length:think,none=-0.20|class+length:think,short=-0.13
class+length:voice,long=-0.06|class+length:voice,middle=0.23|class+length:voice,none=0.08
class+length:voice,short=-0.08|class+who:act,capital=0.13|class+who:act,he=0.21|class+who:act,name=-0.12
class+who:act,plural=-0.18|class+who:act,possessive pronoun=-0.15|class+who:act,the=-0.15|class+who:act,who=0.10
class+who:judge,name=0.15|class+who:judge,plural=-0.33|class+who:judge,possessive pronoun=0.11
class+who:judge,role=0.21|class+who:judge,singular=-0.26|class+who:judge,who=0.14|class+who:plan,he=0.08
class+who:plan,name=-0.07|class+who:plan,role=0.25|class+who:plan,singular=-0.17|class+who:say,capital=0.12
class+who:say,he=0.57|class+who:say,it=-0.17|class+who:say,name=0.10|class+who:say,possessive pronoun=0.27
class+who:say,role=0.28|class+who:say,singular=-0.27|class+who:say,who=0.11|class+who:show,name=0.15
class+who:show,plural=0.32|class+who:show,singular=0.54|class+who:talk,he=0.28|class+who:talk,singular=-0.26
class+who:thing,capital=-0.16|class+who:thing,he=0.13|class+who:thing,name=-0.15|class+who:thing,plural=-0.53
class+who:thing,possessive pronoun=-0.21|class+who:thing,singular=0.17|class+who:think,capital=0.18
class+who:think,i=-0.69|class+who:think,name=0.20|class+who:think,possessive pronoun=-0.06|class+who:think,role=0.36
class+who:think,singular=-0.07|class+who:think,the=0.13|class+who:think,we=0.18|class+who:think,who=-0.05
class+who:think,you=0.17|class+who:voice,he=-0.06|class+who:voice,name=0.14|class+who:voice,plural=0.39
class+who:voice,role=-0.48|class:act=-0.22|class:judge=0.06|class:say=0.20|class:show=-0.16|class:talk=-0.06
class:thing=-0.26|class:voice=0.12|denied=-0.24|distance:0,noun=-0.13|distance:0,passive=0.14|distance:0,reduced=0.51
distance:1,infinitive=0.19|distance:1,noun=0.13|distance:2,finite=0.10|distance:2,infinitive=0.27
distance:3,finite=0.14|distance:3,infinitive=0.17|distance:3,noun=-0.27|distance:3,participle=-0.16
distance:4,finite=0.09|distance:4,infinitive=-0.18|distance:6,coordinate=0.08|distance:6,finite=0.08
distance:7,finite=-0.25|distance:7,infinitive=-0.33|distance:7,participle=0.09|distance:8,coordinate=-0.12
distance:8,finite=0.32|distance:8,infinitive=-0.18|distance:8,participle=-0.34|distance:8,reduced=-0.45
ending:-,coordinate=-0.69|ending:-,finite=0.06|ending:-,infinitive=-0.22|ending:-,noun=-0.07|ending:ed,coordinate=0.29
ending:ed,finite=0.05|ending:ed,noun=0.13|ending:ed,passive=0.18|ending:ing,finite=0.10|ending:ing,infinitive=0.17
ending:ing,participle=0.13|ending:ing,reduced=-0.28|ending:s,coordinate=0.10|ending:s,noun=-0.19
first+form:article,coordinate=-0.09|first+form:article,finite=0.30|first+form:article,infinitive=0.05
first+form:article,noun=-0.11|first+form:article,passive=0.18|first+form:article,reduced=-0.09
first+form:capital,coordinate=0.16|first+form:capital,finite=0.07|first+form:capital,infinitive=0.11
first+form:capital,noun=-0.26|first+form:capital,participle=0.13|first+form:capital,reduced=-0.37
first+form:opener,finite=-0.46|first+form:word,coordinate=-0.21|first+form:word,infinitive=-0.13
first+form:word,noun=0.32|first+form:word,participle=-0.11|first+form:word,reduced=-0.22|first:article=-0.11
first:capital=0.10|first:opener=-0.61|first:word=-0.49|form+class:coordinate,act=-0.09
form+class:coordinate,judge=0.18|form+class:coordinate,plan=-0.25|form+class:coordinate,say=-0.16
form+class:finite,act=-0.30|form+class:finite,plan=0.12|form+class:finite,say=0.23|form+class:finite,show=0.06
form+class:finite,thing=-0.56|form+class:finite,voice=-0.06|form+class:infinitive,judge=-0.15
form+class:infinitive,say=-0.11|form+class:infinitive,show=-0.24|form+class:infinitive,thing=0.13
form+class:infinitive,think=0.11|form+class:infinitive,voice=0.12|form+class:noun,act=0.08|form+class:noun,plan=-0.21
form+class:noun,show=0.14|form+class:noun,talk=-0.18|form+class:participle,say=0.08|form+class:participle,talk=-0.09
form+class:participle,voice=0.25|form+class:passive,judge=-0.07|form+class:reduced,act=0.06
form+class:reduced,plan=0.07|form+class:reduced,say=-0.15|form+class:reduced,show=-0.20|form+class:reduced,think=0.20
form+length:coordinate,middle=-0.19|form+length:coordinate,short=0.19|form+length:finite,long=0.25
form+length:finite,middle=0.08|form+length:finite,none=-0.31|form+length:finite,short=0.07
form+length:infinitive,long=-0.20|form+length:infinitive,none=0.07|form+length:infinitive,short=-0.12
form+length:noun,long=0.43|form+length:noun,middle=0.05|form+length:noun,none=-0.34|form+length:noun,short=-0.40
form+length:participle,long=0.33|form+length:participle,middle=-0.19|form+length:participle,short=-0.15
form+length:passive,long=-0.53|form+length:passive,middle=0.12|form+length:passive,short=0.08
form+length:reduced,long=-0.32|form+length:reduced,none=0.19|form+length:reduced,short=-0.19
form+who:coordinate,name=0.58|form+who:finite,capital=0.08|form+who:finite,he=0.33|form+who:finite,i=-0.21
form+who:finite,it=-0.18|form+who:finite,plural=0.31|form+who:finite,role=0.28|form+who:finite,singular=-0.35
form+who:finite,that=-0.29|form+who:finite,the=-0.06|form+who:finite,we=0.14|form+who:finite,which=-0.12
form+who:finite,who=0.09|form+who:finite,you=-0.22|form+who:infinitive,capital=0.20|form+who:infinitive,he=0.24
form+who:infinitive,it=-0.35|form+who:infinitive,name=0.28|form+who:infinitive,plural=-0.14
form+who:infinitive,singular=-0.20|form+who:noun,capital=-0.30|form+who:noun,he=-0.25|form+who:noun,name=-0.11
form+who:noun,plural=-0.19|form+who:noun,possessive pronoun=-0.10|form+who:noun,singular=0.27
form+who:participle,he=0.46|form+who:participle,singular=-0.10|form+who:reduced,capital=-0.07
form+who:reduced,name=-0.07|form+who:reduced,singular=0.23|form:coordinate=-0.20|form:finite=0.06
form:infinitive=-0.14|form:noun=-0.11|form:passive=0.14|form:reduced=-0.28|gap:-=-0.31|gap:2=0.12|gap:3=0.35
gap:4=0.22|kind:saying,coordinate=0.09|kind:saying,finite=0.48|kind:saying,infinitive=0.20|kind:saying,participle=0.16
kind:saying,passive=0.20|kind:saying,reduced=-0.14|kind:stance,coordinate=-0.40|kind:stance,finite=-0.26
kind:stance,infinitive=-0.23|kind:stance,noun=-0.11|kind:stance,participle=-0.12|kind:stance,reduced=-0.16
length:long=0.17|length:middle=0.12|length:none=-0.41|modal=-0.40|noun+behind:-=0.06|noun+behind:about=0.28
noun+behind:article=-0.12|noun+behind:by=0.18|noun+behind:end=-0.08|noun+behind:for=0.12|noun+behind:from=0.21
noun+behind:in=-0.32|noun+behind:mark=-0.47|noun+behind:of=0.27|noun+behind:on=0.48|noun+behind:plural=-0.11
noun+behind:that=0.21|noun+behind:verb=-0.38|noun+behind:word=-0.43|past=0.15|question=-0.16|quotation beside=-0.24
saying beside=-0.49|second behind:-=0.05|second behind:that=0.39|second behind:to=-0.18|shared:0=-0.09|shared:1=0.76
shared:2=0.71|to before=-0.18|verb in source=-0.14|who:he=0.43|who:i=-0.25|who:it=-0.89|who:name=0.15|who:plural=-0.23
who:possessive pronoun=-0.23|who:role=0.27|who:singular=-0.37|who:that=-0.30|who:the=0.08|who:we=0.08|who:which=-0.29
who:who=0.37|who:you=-0.06|words:2=0.11|words:3=0.16|words:4=-0.19|words:5=0.31|words:6=-0.25
`
    .trim()
    .split(/[|\n]/)
    .map((entry): [string, number] => {
      const at = entry.lastIndexOf('=');
      return [entry.slice(0, at), Number(entry.slice(at + 1))];
    }),
);

/** The log odds of a source without features, above the threshold. */
export const sourceBias = 0.78;
