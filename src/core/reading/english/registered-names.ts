/**
 * Given names that at least 4,000 people in the United States were registered with from 1880 to 2016, by who bears nearly
 * all of them. Data: Social Security Administration, public domain (CC0).
 */
const female = `
Aaliyah Abagail Abbey Abbie Abbigail Abby Abigail Abigale Abigayle Abril Ada Adaline Adalyn Adalynn Addie Addilyn
Addisyn Addyson Adela Adelaide Adele Adelia Adelina Adeline Adella Adelle Adelyn Adelynn Adilene Adina Adria Adriana
Adriane Adrianna Adrianne Adrienne Agatha Agnes Aida Aileen Aimee Ainsley Aisha Aiyana Aja Alaina Alana Alani Alanna
Alannah Alaya Alayah Alayna Alaysia Alba Alberta Albertha Albina Alda Aleah Alecia Aleena Alejandra Alena Alene Alesha
Alesia Alessandra Aleta Aletha Alethea Alexa Alexandra Alexandrea Alexandria Alexia Alexus Alexys Alfreda Alia Aliana
Alice Alicia Alida Alina Aline Alisa Alisha Alison Alissa Alivia Aliya Aliyah Aliza Alize Allegra Allene Allie Allison
Ally Allyson Allyssa Alma Almeda Alondra Alora Alta Althea Alvina Alyce Alycia Alysa Alyse Alysha Alysia Alyson Alyssa
Alyssia Alyvia Amalia Amanda Amara Amaris Amaya Amber Amberly Amelia Amelie America Ami Amia Amie Amina Amira Amirah
Amiya Amiyah Amy Amya Ana Anabel Anabella Anabelle Anahi Anais Anastacia Anastasia Anaya Andrea Andria Angela Angelia
Angelica Angelina Angeline Angelique Angelita Angie Anika Anisa Anisha Anissa Anita Anitra Aniya Aniyah Anjali
Anjelica Ann Anna Annabel Annabell Annabella Annabelle Annalee Annalisa Annalise Annamarie Anne Anneliese Annelise
Annemarie Annetta Annette Annie Annika Annmarie Ansley Antionette Antoinette Antonette Antonia Anya April Arabella
Araceli Aracely Ardith Areli Arely Aretha Aria Ariah Ariana Arianna Ariella Arielle Arleen Arlene Arlette Arline
Aryana Aryanna Asha Ashanti Ashely Ashlee Ashleigh Ashley Ashli Ashlie Ashly Ashlyn Ashlynn Asia Aspen Astrid Athena
Aubree Aubrie Audra Audrey Audriana Audrianna Audrina Augusta Aundrea Aurelia Aurora Autumn Ava Averi Averie Aviana
Avis Aya Ayana Ayanna Ayesha Ayla Ayleen Aylin Azalea Azaria Bailee Bambi Barbara Barbra Baylee Beatrice Beatriz Becky
Belen Belinda Bella Belle Belva Benita Berenice Bernadette Bernadine Bernice Berniece Bernita Berta Bertha Bertie Bess
Bessie Beth Bethany Betsy Bette Bettie Bettina Betty Bettye Beulah Beverley Beverly Bianca Birdie Blanca Blanch
Blanche Blythe Bobbi Bonita Bonnie Bonny Braelynn Brandee Brandi Brandie Brandy Braylee Brea Breana Breann Breanna
Breanne Bree Brenda Brenna Breonna Bria Briana Brianna Brianne Bridget Bridgett Bridgette Briella Brielle Brigette
Brigid Brigitte Brinley Brionna Brisa Bristol Britany Britney Britni Brittani Brittanie Brittany Brittney Brittni
Brooke Brooklyn Brooklynn Bryana Bryanna Brylee Brynlee Brynn Cadence Cailyn Caitlin Caitlyn Caitlynn Caleigh Cali
Calista Calli Callie Cambria Cami Camila Camilla Camille Candace Candi Candice Candis Candy Cara Caren Cari Carie
Carin Carina Carissa Carla Carlee Carleen Carleigh Carlene Carley Carli Carlie Carlotta Carly Carlyn Carma Carmela
Carmelita Carmella Carol Carolann Carole Carolee Carolina Caroline Carolyn Carolynn Carrie Caryl Caryn Casandra Casie
Cassandra Cassidy Cassie Cassondra Catalina Catharine Catherine Cathie Cathleen Cathrine Cathryn Cathy Catina Catrina
Cayla Caylee Cecelia Cecile Cecilia Cecily Celena Celeste Celestine Celia Celina Celine Chana Chanda Chandra Chanel
Chanelle Chantal Chantel Chantelle Charissa Charisse Charity Charla Charlee Charleen Charleigh Charlene Charli
Charline Charlize Charlotte Charmaine Chasity Chastity Chaya Chelsea Chelsey Chelsie Cheri Cherie Cherise Cherish
Cherri Cherrie Cherry Cheryl Cheryle Cheyanne Cheyenne Chiara China Chiquita Chloe Chrissy Christa Christal Christene
Christi Christiana Christie Christin Christina Christine Christy Chrystal Chyna Ciara Ciera Cierra Cinda Cindi Cindy
Cinthia Claire Clara Clare Clarice Clarissa Claudette Claudia Claudine Clementine Cleta Coleen Colette Colleen
Collette Concetta Connie Constance Consuelo Cora Coral Cordelia Cori Corina Corine Corinna Corinne Cornelia Corrina
Corrine Courtney Crista Cristal Cristin Cristina Cristine Cristy Crystal Cydney Cynthia Dahlia Daisha Daisy Daleyza
Dalia Dalila Damaris Danae Danelle Danette Dania Danica Daniela Daniella Danielle Danika Danita Danna Dannielle
Danyelle Daphne Dara Darci Darcie Daria Darla Darleen Darlene Darline Dasia Davina Dawn Dawna Dayana Dayanara Dayna
Deana Deann Deanna Deanne Deasia Debbie Debby Debora Deborah Debra Debrah Dedra Deena Deidra Deidre Deirdre Deja
Delaney Delanie Delia Delilah Della Delois Delores Deloris Delphia Delphine Demetra Demetria Demi Dena Denice Denise
Denisha Denisse Desirae Desire Desiree Dessie Destinee Destiney Destini Destiny Diamond Dian Diana Diane Diann Dianna
Dianne Dina Dinah Dionne Dixie Dollie Dolly Dolores Dona Donita Donna Dora Dorcas Doreen Dorene Doretha Dori Dorinda
Doris Dorotha Dorothea Dorothy Dortha Dorthy Dottie Dovie Dulce Earlene Earline Earnestine Easter Eboni Ebony Eda Edie
Edith Edna Edwina Edythe Effie Eileen Elaina Elaine Elana Elda Eldora Eleanor Eleanora Eleanore Elena Eleni Eliana
Elianna Elida Elinor Elisa Elisabeth Elise Elissa Eliza Elizabeth Elizebeth Ella Elle Ellen Elliana Ellie Elma Elmira
Elna Elnora Eloisa Eloise Elouise Elsa Elsie Elva Elvera Elvia Elvira Elyse Elyssa Emani Ember Emelia Emely Emerald
Emersyn Emilee Emilia Emilie Emily Emma Emmalee Emmaline Emmalyn Emmie Emmy Emogene Enid Era Erica Ericka Erika Erin
Erlinda Erma Erna Ernestina Ernestine Eryn Esmeralda Esperanza Essence Essie Esta Estefani Estefania Estefany Estela
Estella Estelle Ester Esther Estrella Ethel Ethelyn Etta Eugenia Eula Eulalia Eunice Eva Evalyn Evangelina Evangeline
Eve Evelin Evelina Evelyn Evelynn Everly Evette Evie Evonne Fabiola Faith Fallon Fannie Fanny Farah Farrah Fatima Fawn
Faye Felecia Felicia Felicity Felisha Fern Fernanda Ferne Filomena Fiona Flor Flora Florence Florene Florine Flossie
Floy Fonda Fran Frances Francesca Franchesca Francine Francisca Freda Freida Freya Frida Frieda Gabriela Gabriella
Gabrielle Gail Galilea Gay Gaye Gayla Gayle Gaynell Gearldine Gemma Gena Genesis Geneva Genevieve Georgene Georgette
Georgia Georgiana Georgianna Georgina Geraldine Geralyn Geri Gerri Gertie Gertrude Gia Giana Gianna Gilda Gillian Gina
Ginger Ginny Giovanna Gisele Giselle Gisselle Giuliana Gladys Glenda Glenna Gloria Glory Golda Goldie Grace Gracelyn
Gracelynn Gracie Graciela Grayce Grecia Greta Gretchen Griselda Gussie Gwen Gwendolyn Gwyneth Hadassah Hadley Hailee
Hailey Hailie Haleigh Haley Hali Halie Halle Hallie Hana Hanna Hannah Harlee Harmony Harper Harriet Harriett Harriette
Hattie Haylee Hayleigh Hayley Haylie Hazel Heather Heaven Heidi Heidy Helen Helena Helene Hellen Henrietta Herlinda
Hester Hettie Hilary Hilda Hillary Holley Holli Hollie Holly Hope Hortense Hulda Ida Idella Iesha Ila Ilana Ileana
Ilene Iliana Ima Imani Imelda Imogene Ina India Ines Inez Ingrid Iola Iona Ione Ireland Irene Iris Irma Isabel Isabela
Isabell Isabella Isabelle Isela Isis Isla Itzel Iva Ivana Ivanna Ivette Ivonne Ivy Iyana Iyanna Izabella Jacalyn Jacey
Jaci Jacinda Jackeline Jacklyn Jaclyn Jacquelin Jacqueline Jacquelyn Jacquelynn Jacquline Jada Jade Jaelyn Jaelynn
Jaida Jaimee Jaimie Jakayla Jalisa Jaliyah Jalynn Jami Jamila Jamya Jana Janae Janay Jane Janeen Janel Janell Janelle
Janessa Janet Janeth Janette Janey Janice Janie Janine Janis Janiya Janiyah Janna Jannette Jannie Jaqueline Jasmin
Jasmine Jasmyn Jaunita Jayda Jayde Jayla Jaylah Jaylee Jayleen Jaylene Jaylynn Jayna Jayne Jazlyn Jazlynn Jazmin
Jazmine Jazmyn Jazmyne Jean Jeana Jeane Jeanetta Jeanette Jeanie Jeanine Jeanna Jeanne Jeannette Jeannie Jeannine Jena
Jenelle Jenifer Jenna Jenni Jennie Jennifer Jenny Jeraldine Jeri Jerilyn Jerri Jerrica Jerrie Jesenia Jesica Jessa
Jessenia Jessica Jessika Jill Jillian Jimena Jo Joan Joana Joanie Joann Joanna Joanne Jocelyn Jocelyne Jocelynn Jodi
Joelle Joellen Johana Johanna Johnna Joi Joleen Jolene Jolie Jolynn Joni Jonna Jordyn Josefina Joselyn Josephine
Josette Josie Joslyn Journee Journey Joy Joyce Joycelyn Juana Juanita Judi Judie Judith Judy Juli Julia Juliana
Juliann Julianna Julianne Julie Juliet Julieta Juliette Julisa Julissa June Juniper Justina Justine Kaci Kacie Kadence
Kaela Kaelyn Kaia Kaila Kailee Kailey Kailyn Kaitlin Kaitlyn Kaitlynn Kaiya Kala Kaleigh Kaley Kali Kalia Kalie
Kaliyah Kalli Kallie Kalyn Kami Kamila Kamilah Kamille Kandace Kandi Kandice Kandy Kara Karen Kari Karie Karin Karina
Karis Karissa Karla Karlee Karlene Karley Karli Karlie Karly Karma Karmen Karolyn Karri Karrie Karyn Kasandra Kasie
Kassandra Kassidy Kassie Katarina Kate Katelin Katelyn Katelynn Katerina Kathaleen Katharine Katherine Katheryn Kathi
Kathie Kathleen Kathlyn Kathrine Kathryn Kathryne Kathy Kati Katia Katie Katina Katlin Katlyn Katrina Kattie Katy Kay
Kaya Kaycee Kaydence Kaye Kayla Kaylah Kaylee Kayleen Kayleigh Kaylene Kayley Kayli Kaylie Kaylin Kaylyn Kaylynn Keara
Keeley Keely Keila Keira Keisha Keli Kelli Kellie Kelsea Kelsey Kelsi Kelsie Kendra Kendyl Kenia Kenna Kennedi Kennedy
Kensley Kenya Kenzie Keri Kerri Kerrie Kesha Keshia Keyla Khadijah Khloe Kia Kiana Kianna Kiara Kiera Kierra Kiersten
Kiley Kimber Kimberlee Kimberley Kimberly Kimora Kinley Kinsey Kinsley Kira Kirsten Kirstie Kirstin Kisha Kitty Kora
Kortney Kourtney Krista Kristal Kristen Kristi Kristie Kristin Kristina Kristine Kristy Kristyn Krysta Krystal
Krystina Krystle Kya Kyla Kylah Kylee Kyleigh Kylie Kyndal Kyndall Kyra Lacey Laci Lacie Ladonna Laila Lailah Lainey
Lakeisha Lakesha Lakeshia Lakisha Lana Lanette Laney Lani Lanie Laquita Lara Larissa Lashanda Lashonda Latanya Latasha
Latisha Latonia Latonya Latosha Latoya Latrice Latricia Laura Laureen Laurel Lauren Laurene Lauretta Lauri Laurie
Lauryn Lavada Lavina Lavinia Lavonne Lawanda Layla Laylah Lea Leah Leana Leandra Leann Leanna Leanne Leatha Leatrice
Leeann Leesa Leia Leigha Leila Leilani Leisa Lela Lelia Lena Lenora Lenore Leola Leona Leone Leonor Leonora Leora
Leota Lesa Leslee Lesli Lesly Lessie Leta Letha Leticia Letitia Lettie Lexi Lexie Lexus Leyla Lia Liana Lianna Libby
Liberty Lida Lidia Lila Lilah Lilia Lilian Liliana Lilianna Lilith Lilla Lillian Lilliana Lillianna Lillie Lilly Lily
Lilyana Lina Linda Lindsay Lindsey Linette Linnea Linnie Linsey Lisa Lisbeth Lisette Lissette Lita Litzy Livia Liz
Liza Lizabeth Lizbeth Lizeth Lizette Lizzie Lois Lola Lolita Lona Londyn Lora Loraine Lorelai Lorelei Lorena Lorene
Loretta Lori Lorie Lorinda Lorine Lorna Lorraine Lorri Lorrie Lottie Lou Louann Louella Louisa Louise Lourdes Lovie Lu
Luann Luanne Lucero Lucia Luciana Lucie Lucile Lucille Lucinda Lucretia Lucy Lue Luella Luisa Lula Lulu Luna Lupita
Lura Luz Lyda Lydia Lyla Lylah Lynda Lyndsay Lyndsey Lynette Lynne Lynnette Lynsey Mabel Mable Macey Maci Macie
Mackenzie Macy Madaline Madalyn Madalynn Maddison Madeleine Madeline Madelyn Madelynn Madge Madilyn Madilynn Madisen
Madison Madisyn Madonna Madyson Mae Maegan Maeve Magaly Magdalena Magdalene Maggie Magnolia Mai Maia Maira Maisie
Makaila Makayla Makena Makenna Makenzie Malaya Malaysia Maleah Malia Malika Malinda Malissa Maliyah Malka Mallory
Mamie Mandi Mandy Manuela Mara Maranda Marcela Marcella Marcelle Marci Marcia Marcie Marcy Maren Margaret Margarett
Margarette Margarita Margery Margie Margo Margot Margret Marguerite Mari Maria Mariah Mariam Marian Mariana Mariann
Marianna Marianne Maribel Maribeth Maricela Marie Mariel Mariela Marietta Marilee Marilyn Marilynn Marina Marisa
Marisela Marisol Marissa Marita Maritza Mariyah Marjorie Marjory Marla Marlee Marleen Marlena Marlene Marlys Marnie
Marquita Marsha Marta Martha Marti Martina Marva Mary Maryam Maryann Maryanne Marybeth Maryellen Maryjane Maryjo
Marylin Marylou Mathilda Matilda Mattie Maud Maude Maudie Maura Maureen Maurine Mavis Maxine May Maya Maybelle Mayme
Mayra Mazie Mckayla Mckenna Mckenzie Meadow Meagan Meaghan Mechelle Meg Megan Meghan Melanie Melany Melba Melia Melina
Melinda Melisa Melissa Mellisa Mellissa Melodie Melody Melonie Melony Melva Melvina Mercedes Mercy Meredith Merry
Meryl Meta Mia Miah Micaela Michaela Michele Michell Michelle Migdalia Mikaela Mikayla Mila Milagros Mildred Milena
Miley Millicent Millie Mimi Mina Mindi Mindy Minerva Minnie Mira Miracle Miranda Mireya Miriam Missy Misti Misty
Mittie Mitzi Miya Moira Mollie Molly Mona Monet Monica Monika Monique Monserrat Moriah Mozelle Muriel Mya Myah Myla
Myra Myranda Myrna Myrtice Myrtie Myrtis Myrtle Nada Nadia Nadine Nan Nanci Nancy Nanette Nannette Nannie Naomi
Natalee Natali Natalia Natalie Nataly Natalya Natasha Nathalia Nathalie Nathaly Nayeli Nedra Neha Nelda Nell Nelle
Nellie Nelly Nena Nettie Neva Nevaeh Nia Nichelle Nichole Nicki Nicole Nicolette Nicolle Niki Nikki Nikole Nila Nina
Nita Noelia Noelle Noemi Nola Nona Nora Norah Noreen Norene Norine Norma Nova Novella Nya Nyah Nyasia Nyla Nylah
Octavia Odessa Ofelia Ola Oleta Olga Olive Olivia Oma Ona Opal Ophelia Oralia Orpha Ouida Paige Paislee Paisley Paityn
Paloma Pam Pamala Pamela Pansy Paola Patience Patrica Patrice Patricia Patsy Patti Pattie Patty Paula Paulette Paulina
Pauline Pearl Pearlie Pearline Peggie Peggy Penelope Pennie Penny Perla Petra Philomena Phoebe Phyllis Piper Polly
Portia Precious Pricilla Princess Priscila Priscilla Priya Prudence Queen Rachael Racheal Rachel Rachelle Racquel Rae
Raegan Raelyn Raelynn Raina Ramona Rana Randi Raquel Raven Rayna Reanna Reba Rebeca Rebecca Rebekah Regina Reina Rena
Renae Renata Renea Renee Renita Reta Retha Reva Reyna Rhea Rhianna Rhiannon Rhoda Rhonda Richelle Rihanna Rikki Rina
Risa Rita Rivka Riya Roberta Robyn Rochelle Rocio Roma Romona Rona Ronda Ronna Rosa Rosalee Rosalia Rosalie Rosalind
Rosalinda Rosalyn Rosanna Rosanne Rose Roseann Roseanna Roseanne Rosella Roselyn Rosemarie Rosemary Rosetta Rosie
Rosina Rosita Roslyn Rowena Roxana Roxane Roxann Roxanna Roxanne Roxie Rubi Rubie Ruby Rubye Ruth Ruthann Ruthie Ryann
Rylee Ryleigh Rylie Sabina Sabra Sabrina Sade Sadie Saige Salena Salina Sallie Sally Salma Samantha Samara Samatha
Samira Sanaa Sandi Sandra Saniya Saniyah Santa Sara Sarah Sarahi Sarai Sariah Sarina Sarita Sasha Saundra Savana
Savanah Savanna Savannah Saylor Scarlet Scarlett Selah Selena Selene Selina Selma Serena Serenity Serina Shaina
Shakira Shalonda Shameka Shamika Shana Shanda Shanell Shanelle Shani Shania Shanice Shanika Shaniqua Shaniya Shanna
Shannan Shanta Shante Shantel Shantell Shara Shari Sharla Sharlene Sharon Sharonda Sharron Sharyn Shasta Shauna Shavon
Shawna Shayla Shaylee Shayna Sheena Sheila Shelbi Shelbie Shelia Shelley Shelli Shellie Shelly Sheree Sheri Sherie
Sherita Sherlyn Sherri Sherrie Sherry Sherryl Sheryl Shiela Shira Shirlee Shirlene Shirley Shonda Shoshana Shreya
Shyann Shyanne Shyla Sibyl Siena Sienna Sierra Silvia Simone Siobhan Skyla Sloane Socorro Sofia Sommer Sondra Sonia
Sonja Sonya Sophia Sophie Soraya Stacey Staci Stacia Stacie Star Starla Starr Stefani Stefanie Stella Stephaine
Stephani Stephanie Stephany Stephenie Sudie Sue Summer Sunshine Susan Susana Susanna Susannah Susanne Susie Suzan
Suzann Suzanna Suzanne Suzette Suzy Sybil Syble Sydnee Sydney Sydni Sydnie Sylvia Tabatha Tabitha Talia Taliyah Tamara
Tameka Tamela Tamera Tami Tamia Tamika Tammi Tammie Tammy Tamra Tana Tanesha Tania Tanika Tanisha Taniya Tanya Tara
Tarah Taryn Tasha Tasia Tatiana Tatianna Tatyana Tawana Tawanda Tawny Tawnya Taya Tayla Teena Tena Tenley Tera Teresa
Terese Teressa Teri Terra Terri Terrie Tess Tessa Tessie Thalia Thea Theda Thelma Theodora Theresa Therese Tia Tiana
Tianna Tiara Tiera Tierra Tiffani Tiffanie Tiffany Tillie Tina Tisha Toni Tonia Tonja Tonya Tori Tosha Tracey Traci
Tracie Treasure Trena Tresa Tressa Tressie Treva Tricia Trina Trinity Trisha Trista Trudy Twila Twyla Tyesha Tyra Una
Ursula Vada Valarie Valencia Valentina Valeria Valerie Valery Valorie Vanesa Vanessa Veda Velda Velma Velva Venessa
Venita Venus Vera Verda Vergie Verla Verna Vernice Vernita Verona Veronica Vesta Vickey Vicki Vickie Vicky Victoria
Vida Vikki Vilma Vina Viola Violet Violeta Violette Virgie Virginia Viridiana Vita Vivian Viviana Vivien Vivienne
Vonda Wanda Wendi Wendy Whitley Whitney Wilda Wilhelmina Willa Willow Wilma Windy Winifred Winnie Winnifred Winona
Winter Wynter Ximena Xiomara Xochitl Yadira Yahaira Yajaira Yamilet Yamileth Yareli Yaretzi Yaritza Yasmeen Yasmin
Yasmine Yazmin Yesenia Yessenia Yolanda Yoselin Yuliana Yvette Yvonne Zahra Zainab Zaniyah Zara Zaria Zariah Zelda
Zella Zelma Zena Zenobia Zina Zoe Zoey Zoie Zola Zona Zora Zula Zuri`;

const male = `
Aaden Aarav Aaron Abdul Abdullah Abe Abel Abelardo Abner Abraham Abram Ace Adalberto Adam Adan Aden Aditya Adolfo
Adolph Adolphus Adonis Adrian Adriel Agustin Ahmad Ahmed Aidan Aiden Akeem Al Alan Albert Alberto Albin Alden Aldo
Alec Alejandro Alessandro Alex Alexander Alexandre Alexandro Alexzander Alfonso Alfonzo Alford Alfred Alfredo Allan
Allen Alonso Alonzo Aloysius Alphonse Alphonso Alton Alvaro Alvin Alvis Amare Ambrose Ameer Amir Amos Anders Anderson
Andre Andreas Andres Andrew Andy Angelo Angus Anson Anthony Antione Antoine Anton Antone Antonio Antony Antwan Antwon
Archer Archie Aric Arjun Arlen Arlo Armand Armando Armond Arnold Arnoldo Arnulfo Aron Arron Art Arther Arthur Arturo
Arvin Aryan Asa Asher Atticus August Augustus Aurelio Austen Austin Axel Aydan Ayden Aydin Barney Baron Barrett Barron
Barry Bart Barton Basil Beau Beckett Beckham Ben Benedict Benito Benjamin Benjiman Bennett Benny Benson Bentley Benton
Bernard Bernardo Berry Bert Bertram Bilal Bill Billy Bishop Blaine Blaise Blake Blane Blaze Bo Bob Bobby Booker Boris
Boston Bowen Boyce Boyd Brad Braden Bradford Bradley Bradly Brady Bradyn Braeden Braiden Brain Brandan Branden Brandon
Brandt Brandyn Brannon Branson Brant Brantley Braulio Braxton Brayan Brayden Braydon Braylen Braylon Brendan Brenden
Brendon Brennan Brennen Brennon Brent Brenton Bret Brett Brian Brice Bridger Brock Broderick Brodie Brody Bronson
Brooks Bruce Bruno Bryan Bryant Bryce Brycen Bryon Bryson Buck Bud Buddy Buford Burl Burt Burton Buster Byron Cade
Caden Caesar Caiden Cain Cal Cale Caleb Callen Calvin Camden Cameron Camilo Camren Camron Cannon Carl Carleton Carlo
Carlos Carlton Carmelo Carmine Carson Carter Case Cash Casimir Cason Casper Cassius Cayden Cecil Cedric Cedrick Cesar
Chace Chad Chadwick Chaim Chance Charles Chase Chauncey Chaz Chester Chet Christian Christophe Christopher Chuck
Clarance Clarence Clark Claud Claude Claudio Clay Clayton Clem Clement Cletus Cleve Cleveland Cliff Clifford Clifton
Clint Clinton Clyde Coby Cody Cohen Colby Cole Coleman Colin Collin Colt Colten Colton Columbus Conner Connor Conor
Conrad Constantine Cooper Corbin Cordell Corey Cornelius Cornell Cortez Corwin Cory Coy Craig Crawford Cristian
Cristobal Cristopher Cullen Curt Curtis Curtiss Cyril Cyrus Dale Dallin Dalton Damarion Dameon Damian Damien Damion
Damon Dan Dandre Dane Dangelo Danial Daniel Danny Dante Daquan Darell Daren Darin Dario Darion Darius Darnell Darold
Daron Darrel Darrell Darren Darrick Darrin Darrion Darrius Darron Darryl Darwin Daryl Dashawn Dave Davian David Davin
Davion Davis Davon Davonte Dawson Dax Daxton Dayton Deacon Dean Deandre Deangelo Declan Dedrick Deion Dejuan Delano
Delbert Delmar Delmer Delton Delvin Demarco Demarcus Demario Demetrius Demond Dempsey Denis Dennis Denny Denton Denver
Denzel Deonte Dereck Derek Deric Derick Derik Deron Derrell Derrick Deshaun Deshawn Desmond Devante Devonte Dewayne
Dewey Dewitt Dexter Dick Dickie Diego Dillan Dillon Dimitri Dino Dion Dirk Dock Domenic Domenick Domingo Dominic
Dominick Dominik Don Donald Donavan Donavon Donn Donnell Donny Donovan Dontae Donte Doug Douglas Douglass Doyle Drake
Draven Drew Duane Dudley Duke Duncan Dustin Dwain Dwaine Dwayne Dwight Dylan Dylon Ean Earl Earle Early Earnest Easton
Ed Edd Eddie Eddy Edgar Edgardo Edison Edmond Edmund Eduardo Edward Edwardo Edwin Efrain Efren Elbert Elden Eldon
Eldred Eldridge Eleazar Eli Elian Elias Eliezer Elijah Eliot Eliseo Elliot Elliott Ellis Ellsworth Elmer Elmo Eloy
Elroy Elton Elvin Elvis Elwin Elwood Ely Emanuel Emil Emile Emiliano Emilio Emmanuel Emmet Emmett Emmitt Enoch Enrico
Enrique Enzo Ephraim Eric Erich Erick Erik Ernest Ernesto Ernie Errol Ervin Erwin Esteban Estevan Ethan Eugene Eugenio
Evan Evans Everardo Everett Everette Ezekiel Ezequiel Ezra Fabian Farrell Federico Felipe Felix Felton Ferdinand
Fermin Fernando Fidel Finn Finnegan Fisher Fletcher Floyd Ford Forest Forrest Foster Francesco Francis Francisco
Franco Frank Franklin Franklyn Fred Freddy Frederic Frederick Fredric Fredrick Fredy Freeman Fritz Gabriel Gael Gage
Gaige Galen Gannon Garett Garfield Garland Garret Garrett Garrick Garrison Garry Garth Gary Gauge Gavin Gavyn Gaylord
Gearld Genaro Gene Geoffrey George Gerald Gerard Gerardo German Giancarlo Gibson Gideon Gil Gilbert Gilberto Giles
Gino Giovani Giovanni Giovanny Giuseppe Glen Glendon Glenn Glynn Gonzalo Gordon Grady Graham Grant Granville Gray
Grayson Greg Gregg Greggory Gregorio Gregory Greyson Griffin Grover Guillermo Gunnar Gunner Gus Gustave Gustavo Guy
Hakeem Hal Hamilton Hamza Hank Hans Hardy Harlan Harland Harmon Harold Harris Harrison Harry Harvey Hassan Hayes
Hayward Haywood Heath Hector Henry Herbert Heriberto Herman Hernan Herschel Hershel Hezekiah Hilario Hilton Hiram
Hobert Holden Homer Horace Horacio Hosea Houston Howard Hoyt Hubert Hudson Huey Hugh Hugo Humberto Hunter Hyman Ian
Ibrahim Ignacio Ike Iker Immanuel Ira Irvin Irving Irwin Isaac Isadore Isai Isaiah Isaias Ishmael Isiah Isidro Ismael
Israel Isreal Issac Ivan Izaiah Jabari Jace Jack Jackson Jacob Jacoby Jacques Jadon Jagger Jair Jairo Jake Jakob
Jaleel Jalen Jamaal Jamal Jamar Jamarcus Jamari Jamarion Jamel James Jameson Jamil Jamir Jamison Jaquan Jared Jaren
Jarod Jaron Jarred Jarrell Jarrett Jarrod Jarvis Jase Jasen Jason Jasper Javier Javion Javon Jax Jaxon Jaxson Jaxton
Jay Jayce Jayceon Jayden Jaydon Jaylon Jayson Jed Jedidiah Jeff Jefferson Jeffery Jeffrey Jeffry Jelani Jennings
Jerald Jeramiah Jeramy Jeremiah Jeremie Jeremy Jericho Jerimiah Jermaine Jerod Jerold Jerome Jeromy Jerrell Jerrod
Jerrold Jerry Jess Jesse Jesus Jett Jevon Jim Jimmy Joaquin Joe Joel Joesph Johan John Johnathan Johnathon Johnny
Johnpaul Johnson Jon Jonah Jonas Jonathan Jonathon Jordy Jorge Jose Josef Joseph Josh Joshua Josiah Josue Jovani
Jovanni Jovanny Jovany Juan Judah Judd Jude Judson Julian Julien Julio Julius Junior Junius Justin Justus Justyn Kade
Kaden Kadin Kaeden Kaiden Kale Kaleb Kalvin Kamden Kamron Kane Kareem Karim Karl Kasen Kash Kason Kayson Keanu Keaton
Keegan Keenan Keith Kellan Kellen Kelton Kelvin Ken Kendrick Kenneth Kennith Kenny Kent Kenton Kenyon Keon Kermit
Keshawn Keven Kevin Kevon Keyon Khalid Khalil Kian Killian King Kingston Kip Kirk Knox Kobe Koby Kody Kolby Kole
Kolten Kolton Konner Konnor Korbin Kory Kraig Kristofer Kristopher Kurt Kurtis Kyle Kyler Ladarius Lafayette Lamar
Lamont Lance Landen Landon Landyn Lane Langston Lanny Laron Larry Lars Laurence Lawerence Lawrence Lawson Layton
Lazaro Leander Leandro Leeroy Legend Leif Leland Lemuel Len Lenard Lenny Leo Leon Leonard Leonardo Leonel Leonidas
Leopoldo Leroy Lester Levi Levon Lewis Liam Lincoln Linus Linwood Lionel Lloyd Logan Lon Lonnie Lonny Lorenzo Lorne
Louie Louis Lowell Loyal Loyd Luca Lucas Lucian Luciano Lucien Lucio Lucious Lucius Luis Luka Lukas Luke Luther Lyle
Lyman Lyndon Lynwood Mac Mack Maddox Mahlon Major Makai Malachi Malakai Malcolm Malcom Malik Manuel Marc Marcel
Marcelino Marcello Marcellus Marcelo Marco Marcos Marcus Margarito Mariano Mario Mark Markel Markell Markus Marlin
Marlon Marques Marquez Marquis Marquise Marshal Marshall Martin Marvin Mason Mateo Mathew Mathias Matias Matt Matteo
Matthew Matthias Maurice Mauricio Mauro Maverick Max Maxim Maximilian Maximiliano Maximillian Maximo Maximus Maxwell
Maynard Mekhi Mel Melton Melvin Melvyn Menachem Merlin Merrick Merton Mervin Messiah Meyer Michael Micheal Miguel
Mikael Mike Mikel Miles Milford Millard Miller Milo Milton Misael Mitch Mitchel Mitchell Mohamed Mohammad Mohammed
Moises Monte Montgomery Monty Mordechai Morris Morton Mose Moses Moshe Muhammad Murray Mustafa Myles Myron Napoleon
Nash Nasir Nathan Nathanael Nathanial Nathaniel Nathen Neal Ned Nehemiah Neil Nelson Nestor Nevin Newton Nicholas Nick
Nickolas Nico Nicolas Nigel Nikhil Niko Nikolai Nikolas Noah Noble Noe Nolan Norbert Norberto Norman Normand Norris
Obie Octavio Odin Odis Olen Olin Oliver Omar Omari Omer Oran Oren Orin Orion Orlando Orrin Orval Orville Oscar Osvaldo
Oswaldo Otis Ottis Otto Owen Pablo Pasquale Patricio Patrick Paul Paulo Paxton Pedro Percy Perry Pete Peter Phil
Philip Phillip Pierce Pierre Porter Preston Prince Princeton Quentin Quinten Quintin Quinton Rafael Raheem Raiden
Ralph Ramiro Ramon Randal Randall Randell Randolph Randy Raphael Rashad Rasheed Raul Ray Rayford Raymon Raymond
Raymundo Reed Reggie Reginald Regis Reid Reuben Rex Rey Reymundo Reynaldo Reynold Rhett Rhys Ricardo Rich Richard
Richie Richmond Rick Rickey Rickie Ricky Rico Rigoberto Rob Robby Robert Roberto Rocco Rocky Rod Roderick Rodger
Rodney Rodolfo Rodrick Rodrigo Roel Rogelio Roger Rogers Rohan Roland Rolando Rolland Rollin Roman Romeo Ron Ronald
Ronaldo Ronan Ronin Ronnie Ronny Roosevelt Roscoe Rosendo Ross Rowland Roy Royce Ruben Rubin Rudolph Rudy Rueben Rufus
Rupert Russ Russel Russell Rusty Ryan Ryder Ryker Ryland Ryne Salvador Salvatore Sam Samir Sammy Samson Samual Samuel
Sanford Santiago Santino Santo Saul Savion Scot Scott Scotty Seamus Sean Sebastian Sergio Seth Seymour Shad Shamar
Shane Shaquille Shaun Shawn Sheldon Shelton Sherman Sherwood Shon Silas Simeon Simon Slade Smith Solomon Sonny Soren
Spencer Stan Stanford Stanley Stanton Stefan Stephan Stephen Stephon Sterling Stetson Stevan Steve Steven Stewart
Stone Stuart Sullivan Syed Sylvester Tad Taj Talmadge Talon Tanner Tariq Tate Ted Teddy Terence Terrance Terrell
Terrence Tevin Thad Thaddeus Theodore Theron Thiago Thomas Thor Thurman Tim Timmothy Timmy Timothy Titus Tobias Tobin
Tod Todd Tom Tomas Tommy Toney Tony Trace Travis Travon Tre Tremaine Trent Trenton Trever Trevin Trevon Trevor Trey
Tristan Tristian Triston Troy Truman Tucker Turner Ty Tye Tyler Tylor Tyree Tyrell Tyrese Tyron Tyrone Tyrus Tyshawn
Tyson Ulises Ulysses Uriah Uriel Valentin Valentino Van Vance Vaughn Verlin Vern Vernon Vicente Victor Vince Vincent
Vincenzo Virgil Vito Vladimir Von Wade Waldo Walker Wallace Wally Walter Walton Ward Wardell Warner Warren Waylon
Waymon Wayne Webster Weldon Wendell Wes Wesley Westin Westley Weston Wilber Wilbert Wilbur Wilburn Wiley Wilford
Wilfred Wilfredo Will Willard William Williams Willis Wilmer Wilson Wilton Winfield Winford Winfred Winston Woodrow
Woody Wyatt Wylie Xander Xavier Xzavier Yaakov Yahir Yehuda Yisroel Yosef Yousef Yusuf Zachariah Zachary Zachery Zack
Zackary Zackery Zaiden Zain Zakary Zander Zane Zavier Zayden Zayne Zechariah Zeke`;

/** One in ten or more of the people with these is of the other sex. */
const either = `
Addison Adell Adrain Adrien Afton Aidyn Akira Alexi Alexis Ali Alijah Alix Allyn Alpha Alva Alvie Amani Amari Andi
Andra Angel Ara Ardell Arden Ardis Ari Arian Arie Ariel Arlie Arlin Arlyn Armani Artie Artis Arya Ashton Ashtyn Aubrey
Aubry Audie Audry Augustine Austyn Avery Avi Azariah Baby Bailey Baylor Bennie Berkley Bernie Beryl Bethel Billie
Blair Blakely Bobbie Braelyn Briar Briley Britt Britton Brogan Brook Bryn Callan Camdyn Campbell Camryn Carey Carlin
Carmel Carmen Carnell Caron Carrington Carrol Carroll Cary Casey Chandler Channing Charley Charlie Chris Christen
Clair Clarke Claudie Cleo Codi Codie Collins Concepcion Corie Corrie Cortney Coty Cruz Dakota Dakotah Dallas Dana Dani
Daniele Dannie Darby Darcy Darian Darien Darrian Deandra Deane Dee Del Dell Delma Dennie Deon Destin Devan Deven Devin
Devon Devyn Dominique Dominque Domonique Donell Donnie Dorian Dorris Dorsey Dusty Eden Elia Elisha Ellery Ellison
Elzie Emerson Emery Emory Estell Ever Evon Fay Felice Finley Frankie Freddie Gale Garnet Garnett Gentry Georgie
Germaine Gerry Gianni Golden Guadalupe Haiden Harley Harlie Harlow Haven Hayden Henri Holland Hollis Iman Infant Isa
Ivey Ivory Jackie Jacky Jacque Jaden Jadyn Jaeden Jaedyn Jael Jai Jaiden Jaidyn Jailyn Jaime Jalyn Jamey Jamie Jammie
Jan Jasiah Jaycee Jaylan Jaylen Jaylin Jaylyn Jayme Jensen Jere Jessi Jessie Jessy Jewel Jewell Jimmie Jodie Jody Joey
Johann Johnie Johnnie Jonnie Jordan Jorden Jordin Jordon Jovan Jules Justice Kacey Kacy Kai Kalani Kalen Kamari
Kameron Kamryn Karan Karol Karon Karson Karsyn Karter Kasey Kayden Kaylan Kayle Kaylen Keagan Kelby Kelley Kelly
Kendal Kendall Kendell Kenley Kenyatta Kerry Kieran Kim Kingsley Kirby Kodi Korey Kori Kris Kristan Kristian Kylan
Kyree Kyrie Lacy Laine Laken Landry Larue Lashawn Lavern Laverne Lavon Layne Lee Leigh Leighton Lennie Lennon Lennox
Lesley Leslie Linden Lindy London Loran Loren Lorenza Lorin Loy Loyce Lupe Lyn Lynn Lyric Madden Marcell Marin Marion
Marlen Marley Marlo Marlyn Marty Marvel Maxie Mayson Mckinley Memphis Merle Merlyn Merrill Merritt Micah Michal Michel
Mickey Mickie Mika Milan Monroe Montana Morgan Murphy Nakia Nickie Nicky Nicola Nikita Noa Noel Noor Oakley Ocie Odell
Odie Ollie Ora Ossie Otha Page Palmer Paris Parker Pat Payton Peyton Phoenix Pilar Presley Quincy Quinn Raleigh Ramsey
Rashawn Rayan Rayne Reagan Reece Reese Refugio Regan Reilly Remi Remington Remy Rene Reyes Rian Ricki Riley River
Robbie Robbin Robin Romaine Roni Rory Rosario Rowan Royal Rylan Ryley Sage Sami Sammie Sandy Santana Santos Sawyer
Schuyler Scottie Semaj Shae Shannon Shanon Shay Shayne Shea Shelby Sheridan Sherrill Shiloh Sidney Sincere Sky Skye
Skylar Skyler Sloan Sol Stacy Stevie Storm Stormy Sunny Sutton Tai Tamar Tatum Tayler Taylor Teagan Tegan Terrill
Terry Theo Toby Tommie Torey Torrey Tory Tracy Trinidad Tristen Tristin Trystan Unique Unknown Val Valentine Verne
Vernell Vernie Vonnie Willie Wren Yael Yuri Zaire Zion`;

const namesIn = (list: string): string[] => list.trim().split(/\s+/);

export const registeredFemale: ReadonlySet<string> = new Set(namesIn(female));
export const registeredMale: ReadonlySet<string> = new Set(namesIn(male));

/** Whether a word is a given name that many people bear; many are also surnames, places or common words. */
export function isRegisteredName(word: string): boolean {
  return registered.has(word);
}

const registered = new Set([...registeredFemale, ...registeredMale, ...namesIn(either)]);
