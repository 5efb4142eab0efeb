/**
 * Given names of people in the world's news, by how they are usually read. Written for this project from general
 * knowledge; a name that is as often a surname, a place or a common word is left out.
 */
const male = `
Aaron Abbas Abdallah Abdel Abdelfattah Abdul Abdullah Abdulla Abel Abiy Abraham Abu Adam Adel Adnan Adolfo Adrian Ahmad Ahmed Ahmet
Aidan Ajay Akira Akin Alain Alan Alastair Albert Alberto Aldo Alec Alejandro Aleksandar Aleksandr Aleksander Aleksei Aleksey Alessandro
Alex Alexander Alexandr Alexandre Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Alistair Allan Allen Alok Alvaro Amadou Amir Amin Amit Amos
Anatoly Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey Andrii Andriy Andrzej Andy Angel Angelo Anil Anthony Antoine Anton
Antonio Antony António Anwar Archie Ariel Arif Arkady Armando Armen Arnaud Arnold Arsen Arsène Artem Arthur Arturo Arun Arvind Asad Asghar Ashraf
Asif Atal Athanasios Attila Augusto Aung Austin Avi Avigdor Axel Aymeric Ayman Aziz Baba Bakhtiyar Ban Barack Barry Bart Bashar Bashir Basil
Bassam Ben Benedict Benjamin Benny Benoit Bernard Bernardo Bernd Bernie Bert Bertrand Bezalel Bilal Bill Billy Binyamin Björn Bob Bobby Bogdan Bohdan
Boris Boyko Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bruno Bryan Burak Byron Calvin Cameron Carl Carlo Carlos Casper Cedric
Cem Cesar César Chad Charles Charlie Chester Chris Christian Christoph Christophe Christopher Chuck Cillian Clarence Claude Claudio Clement
Clive Clyde Colin Conor Constantin Constantine Corey Cory Craig Curtis Cyril Cyrus Daisuke Dale Dalibor Damian Damien Damon Dan Daniel Daniele Danilo Danny
Dario Darius Darren Daryl Dave David Davide Davyd Dean Deepak Denis Dennis Denys Derek Dermot Desmond Devin Didier Diego Dieter Dietmar Dimitar Dimitri Dimitris
Dinesh Dirk Dmitri Dmitriy Dmitry Dmytro Dominic Dominik Dominique Don Donald Donnie Doug Douglas Draco Duncan Dustin Dwight Dylan Earl Ed Eddie
Edgar Edi Edmund Edouard Eduard Eduardo Edward Edwin Efraim Egor Ehud Eirik Elbridge Eli Elias Elie Eliot Ellis Elon Emanuel Emil Emile Emilio Emmanuel Emmerson
Emomali Enda Enrico Enrique Eric Erich Erik Ernest Ernesto Ernst Espen Esteban Ethan Etienne Eugene Evan Evgeny Evo Ezra Fabian Fabio Fadi Faisal Farhad Farid
Farouk Fatih Faustin Fayez Federico Felipe Felix Ferdinand Fergus Fernando Fidel Filip Fiodor Florian Floyd Fouad Francesco Francis Francisco Franco Francois François
Frank Frankie Franklin Franz Fred Freddie Frederic Frédéric Frederick Fredrik Friedrich Fuad Fumio Fyodor Gabriel Gareth Garry Gary Gavin Gavriel Gene Gennady Geoff
Geoffrey George Georges Georgi Georgios Georgy Gerald Gerard Gérard Gerhard Gerry Ghassan Gideon Gilbert Gilles Giorgio Giorgos Giovanni Giulio Giuseppe Glen Glenn Gonzalo Gordon
Goran Graham Grant Greg Gregg Gregor Gregory Grigory Guido Guillaume Guillermo Günter Günther Gus Gustav Gustavo Guy Habib Hadi Hafez Haider Haitham Haji Hakan Hamad Hamid
Hamza Hani Hank Hans Hao Harald Haris Harold Harry Haruhiko Harvey Hasan Hashim Hassan Hector Heiko Heinrich Heinz Helmut Hendrik Henri Henrik Henry Herbert Herman Hermann Hernan Herzi Hisham
Horacio Horst Hosni Howard Hubert Hugh Hugo Hulusi Humza Hun Hussain Hussein Hyun Iain Ian Ibrahim Idriss Igor Ihor Ilham Ilya Imad Imran Ingo Innokenty Ioannis Irakli
Isaac Isaias Ishaq Ismail Israel Itamar Ivan Ivica Ivo Jaap Jacek Jack Jackson Jacob Jacques Jaime Jair Jake Jakob Jakub Jamal James Jamie Jan Janez Janis Janos János Janusz Jared Jaroslaw
Jarosław Jason Javad Javier Jay Jean Jeff Jefferson Jeffrey Jens Jeremy Jermaine Jerome Jérôme Jerry Jesse Jiang Jim Jimmy Jin Jiri Jiří Joachim Joao João Joaquin Joaquín Joe Joel Johan Johann
Johannes John Johnny Jon Jonas Jonathan Jonny Joona Jordan Jordi Jorge Jose José Josep Josef Joseph Josh Joshua Josip Jovan Juan Juergen Jules Julian Julien Julio Julius Jun Junichiro Jürgen Justin Kamal
Karel Karen Karim Karl Karol Kaspar Kassym Kazimierz Keiji Keir Keith Kemal Ken Kenneth Kenny Kent Kevin Khaled Khalid Khalil Kieran Kim Kirill Kirk Klaus Klavs Kofi Konrad Konstantin Kostas Kris
Krisjanis Krišjānis Krzysztof Kurt Kwame Kwasi Kyle Kyriakos Kyrylo Laith Lamar Lance Larry Lars Laszlo László Laurence Laurent Lawrence Lech Lee Leif Len Lenny Leo Leon Leonard Leonardo Leonid Leopoldo Leroy
Les Leslie Lester Levi Lewis Liam Lindsey Lino Lionel Lloyd Lorenzo Louis Luca Lucas Luciano Ludovic Luigi Luis Luís Luiz Lukas Luke Lula Luther Lyndon Magnus Mahathir Mahmoud Mahmud Maithripala Majid Maksym Malcolm
Mansour Manuel Mao Marc Marcel Marcelo Marcin Marco Marcos Marcus Marek Marian Mariano Marijus Marin Mario Marius Mariusz Mark Markus Marlon Maros Maroš Marshall Martin Martti Marty Marvin Masoud Mateusz Mathias Matt Matteo
Matthew Matthias Matthieu Mattias Matti Maurice Mauricio Maurizio Max Maxim Maxime Maximilian Mehdi Mehmet Mel Melvin Mevlut Mevlüt Micah Michael Michal Michał Michel Michele Mick Miguel Mihai Mihajlo Mike Mikhail Mikhailo Mikheil Mikko
Miklos Milan Miles Milo Milos Miloš Milorad Mircea Miroslav Mitch Mitchell Mo Mohamed Mohammad Mohammed Mohamud Mohsen Moises Moon Mordechai Morgan Morris Moshe Mostafa Mouaz Moussa Muammar Muhammad Muhammadu Mukhtar Murat
Musa Mustafa Mychailo Mykhailo Mykhaylo Mykola Nabil Nadim Naftali Naguib Najib Narendra Nasser Nate Nathan Nathaniel Nawaf Nawaz Ned Neil Nelson Nestor Nguyen Niall Nicholas Nick Nicolae Nicolas Nicolás Nicos Niels Nigel Nihad Nikita Nikol Nikola Nikolai
Nikolaos Nikolay Nikos Nils Noah Noam Noel Norbert Norman Nouri Nursultan Oded Odysseas Olaf Olav Oleg Oleh Oleksandr Oleksii Oleksiy Oliver Olivier Olof Omar Omer Omid Orlando Orrin Oscar Oskar Osman Osama Otto Owen Pablo Paddy Paolo Pascal
Pat Patrice Patrick Patrik Paul Paulo Paulos Pavel Pavlo Pawel Paweł Pedro Pekka Per Pere Perry Pete Peter Petr Petras Petro Petteri Phil Philip Philipp Philippe Phillip Pierre Pieter Pietro Piotr Placido Pranab Prabowo Qasem Quentin Quincy Rachid
Radek Radosław Radoslaw Rafael Rafał Rafik Raghuram Rahul Rainer Raj Rajiv Ralf Ralph Ram Rami Ramiro Ramon Ramón Ramzan Randall Randy Raoul Raphael Rasmus Rastislav Raul Raúl Ravi Raymond Recep Reinhard Reinhold Remi Renato Rene René Reuven Rex
Ricardo Riccardo Rich Richard Rick Ricky Riyad Rob Robby Robert Roberto Robin Rod Roderich Rodney Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Ronaldo Ronnie Rory Ross Roy Ruben Rubén Rudolf Rudy Rumen Rupert Russ Ruslan Rustem Rutger Ryan
Saad Saadi Sadiq Saeed Sajid Salah Salam Saleh Salem Salim Salman Salva Salvador Salvatore Sam Samer Sami Samir Samuel Sandor Sandro Sanjay Santiago Sasha Satoshi Saul Sauli Scott Sean Sebastian Sébastien Sefer Selim Sepp Serge Sergei Sergey Sergio Serhii Serhiy
Servet Seth Seymour Shahid Shane Sharif Shaun Shawn Sheikh Shehbaz Sheldon Sherif Shigeru Shimon Shinzo Sid Sidney Sigmar Silvio Simon Sinan Slobodan Solomon Soren Søren Spencer Stan Stanislav Stanley Stefan Stefano Stefanos Stelios Stéphane Stephan Stephane
Stephen Stevan Steve Steven Stevo Stewart Stuart Suleiman Sultan Sundar Sunil Sven Svein Syed Sylvain Tadeusz Taha Taher Takeshi Takis Tamir Tareq Tariq Taro Taur Ted Teddy Tedros Terence Terrence Terry Thabo Than Thein Theo Theodor Theodore Theodoros Thierry
Thomas Thorbjorn Thorsten Tibor Tidjane Tim Timo Timothy Timur Tito Tobias Todd Tom Tomas Tomás Tomáš Tommaso Tommy Toni Tony Torsten Toshimitsu Travis Trevor Troy Tulsi Tyler Tyrone Ulf Ulrich Umar Umberto Umaro Uri Urmas Usman Vaclav Václav Vadim Vahid
Valdis Valentin Valentyn Valentino Valerii Valeriy Valery Vasil Vasily Vasyl Venkaiah Vernon Viacheslav Vicente Victor Vijay Viktor Vincent Vincenzo Vinicius Vitali Vitalii Vitaliy Vitaly Vito Vivek Vjosa Vlad Vladimir Vladislav Vladyslav Vojislav Volker Volodymyr Vsevolod Vyacheslav
Wael Walid Wally Walter Wang Warren Wayne Wendell Werner Wes Wesley Wilbur Wilfried Will Willem William Willie Willy Wilson Winston Wladimir Wladyslaw Władysław Wojciech Wolfgang Wolodymyr Wopke Woodrow Xavi Xavier Yair Yahya Yakov Yanis Yannis Yaroslav Yasin Yasser Yasir Yevgeny Yevhen
Yigal Yitzhak Yoav Yoon Yoshihide Yoshihiko Youssef Yousef Yukio Yulian Yunus Yuri Yuriy Yury Yusuf Yves Zac Zach Zachary Zack Zaid Zbigniew Zdravko Zeid Zeljko Zhao Ziad Zine Zlatko Zoltan Zoltán Zoran`;

const female = `
Abby Abigail Ada Adele Adriana Aecha Agnes Agnès Aicha Aisha Alena Alexandra Alexandria Alexia Alice Alicia Alina Alison Allison Alma Alyona Amal Amalia Amanda Amber Amelia Amelie Amélie Amina Amy Ana Anastasia Andreja Andrée Angela Angelica Angelina Angie Anita
Ann Anna Annabel Anne Annegret Annalena Annette Annie Antonia Anya Arancha Ariana Arlene Ashley Asma Astrid Audrey Aurore Ayaan Ayelet Ayesha Barbara Beata Beatrice Beatriz Becky Belinda Benazir Bernadette Beth Bethany Betsy Betty Beverly Bianca Brenda Bridget Brigitte Brittany Britta
Camilla Camille Candace Cara Carla Carmen Carol Carole Carolina Caroline Carolyn Carrie Cassandra Catalina Caterina Catherine Cathy Cecilia Cécile Celia Chantal Charlotte Chelsea Cheryl Chiara Chloe Christa Christiane Christina Christine Chrystia Cindy Clara Clare Claudia Colette Colleen Connie Constance Corinne Cristina Cynthia
Dalia Dana Daniela Danielle Daria Dawn Debbie Deborah Debra Delia Denise Desiree Diana Diane Dilma Dina Dolores Dominika Donna Dora Doreen Doris Dorothy Dunja Edith Edna Eileen Ekaterina Elaine Eleanor Elena Eleni Eliane Elisa Elisabeth Élisabeth Elise Eliza Elizabeth Ella Ellen Ellie Elsa Elvira Emily Emine Emma Erika Erna
Esther Ethel Eugenia Eva Evelyn Fabienne Farah Fatima Fatma Federica Felicity Fiona Florence Frances Francesca Françoise Frederica Frederike Gabriela Gabriella Gabrielle Gail Galina Gemma Genevieve Georgia Georgina Geraldine Gertrude Ghada Gina Giorgia Gisela Giulia Gladys Gloria Golda Grace Greta Gretchen Gwen Gwendolyn
Hadja Hanan Hanna Hannah Harriet Harsimrat Hazel Heather Hedi Heidi Helen Helena Helene Hélène Helga Helle Hilary Hilda Hillary Huda Ida Ilana Ilona Ilse Imelda Indira Ines Inga Inge Ingrid Iratxe Irena Irene Irina Iryna Isabel Isabella Isabelle Isobel Ivana Ivanka Ivy Jacinda Jackie Jacqueline Jane Janet Janice Janine Jasmine Jean Jeanette Jeanine Jeanne Jelena Jen
Jenna Jennifer Jenny Jess Jessica Jill Jo Joan Joanna Joanne Jocelyn Jodie Johanna Josefina Josephine Joy Joyce Juana Judith Judy Julia Juliana Julie Juliet June Justine Kaja Kamala Karla Karin Karina Karine Karoline Kasia Kate Katarina Katerina Katharina Katherine Kathleen Kathryn Kathy Katia Katie Katja Katrin Kayla Kayleigh Kelly Kemi Kerry Kersti Khadija Kimberly Kirsten Kirsty Kolinda Kristalina Kristen Kristi Kristina Kristin Kyrsten
Lana Lara Latifa Laura Lauren Laurence Lea Leah Leila Lena Leni Leonor Lesley Leticia Leyla Lidia Lilia Lilian Liliana Lily Lina Linda Lindsay Lisa Lise Liudmyla Liv Liz Liza Lizzie Lois Lola Loretta Lorna Lorraine Louisa Louise Lubna Lucia Lucie Lucinda Lucy Ludmila Luisa Lydia Lyudmila Lynn Madeleine Madeline Magda Magdalena Maggie Maia Malala Manuela Mara Margaret Margarita Margot Margrethe Marguerite Maria María Mariam Mariana Marianne Marie Mariia Marija Marilyn
Marina Marine Marion Marisol Marissa Mariya Marjorie Marlene Marta Martha Martina Mary Maryam Matilda Maureen Maya Megan Meghan Melanie Melania Melinda Melissa Mercedes Meredith Mette Mia Micheline Michelle Mila Mildred Milena Mina Ming Miranda Miriam Moira Molly Mona Monica Monique Muriel Nabila Nadia Nadine Nadezhda Nancy Naomi Natalia Natalie Natasha Nathalie Natasa Nataša Nayla Neda Nele Ngozi Nicola Nicole Nikki Nina Noor Nora Norma Nuria Oksana Olena Olga
Olha Olivia Olympia Ophelia Oprah Pamela Patricia Patrizia Paula Paulette Pauline Peggy Penelope Penny Petra Philippa Phoebe Phyllis Priscilla Priti Rachel Rachida Rania Raquel Rebecca Regina Renata Renate Renee Renée Riina Rita Roberta Robyn Rosa Rosalind Rosalynn Rosanna Rosario Rosemary Roxana Ruth Sabine Sabrina Sadie Sahra Sally Salma Samantha Samia Sandra Sanna Sara Sarah Sarai Sasha Segolene Ségolène Selma Serena Shadi Shami Sharon Sheila Shelley Sherry Shireen Shirley
Sigrid Silvia Simona Simone Sinéad Sirimavo Sofia Sofie Sonia Sophia Sophie Soraya Stacey Stella Stephanie Stéphanie Sue Suella Susan Susana Susanna Susanne Susi Suu Suzanne Svetlana Sviatlana Svenja Svitlana Swati Sylvia Sylvie Tamara Tammy Tania Tanya Tara Tarja Tatiana Tatyana Teresa Tess Tessa Thelma Theresa Therese Tiffany Tina Tracy Trudy Tsai Tzipi Uhuru Ulrike Ursula Valentina Valerie Valérie Vanessa Vera Veronica Vicky Victoria Viktoria Viola Violeta Virginie Vivian Vivien Wafa Wanda Wendy Wilma
Winifred Winnie Xenia Xiomara Yasmin Yasmine Yekaterina Yelena Yevgenia Yoko Yolanda Yulia Yuliia Yuriko Yvette Yvonne Zahra Zainab Zara Zeinab Zelda Zoe Zoya Zuzana`;

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

export const maleNames = words(male);
export const femaleNames = words(female);

export function isFirstName(word: string): boolean {
  return maleNames.has(word) || femaleNames.has(word);
}

/** Surnames that come first where the name keeps its own order ("Kim Jong-un"), and that are given names elsewhere. */
export const eastAsianSurnames: ReadonlySet<string> = new Set(
  'Kim Lee Wang Han Yang Ma Lin Song Jin Ho An Sun'.split(' '),
);
