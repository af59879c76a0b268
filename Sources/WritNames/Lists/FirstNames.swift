/// First names of many regions.
///
/// Written down from general knowledge, separated by blanks; `_` joins the words of one name.
enum FirstNames {
  static let englishCommon: StaticString = """
    James Robert John Michael David William Richard Joseph Thomas Christopher Charles Daniel
    Matthew Anthony Mark Donald Steven Andrew Paul Joshua Kenneth Kevin Brian Timothy Ronald
    George Jason Edward Jeffrey Ryan Jacob Nicholas Gary Eric Jonathan Stephen Larry Justin
    Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry
    Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan Jeremy Christian
    Walter Keith Austin Roger Terry Sean Gerald Carl Dylan Harold Jordan Jesse Bryan Lawrence
    Arthur Gabriel Bruce Logan Billy Joe Alan Juan Elijah Willie Albert Wayne Randy Mason
    Vincent Liam Roy Bobby Caleb Bradley Russell Lucas Mary Patricia Jennifer Linda Elizabeth
    Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily
    Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy
    Amy Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine
    Debra Rachel Carolyn Janet Maria Olivia Heather Helen Catherine Diane Julie Victoria Joyce
    Lauren Kelly Christina Ruth Joan Virginia Judith Evelyn Hannah Andrea Megan Cheryl
    Jacqueline Madison Teresa Abigail Sophia Martha Sara Gloria Janice Kathryn Ann Isabella Judy
    Charlotte Julia Grace Amber Alice Jean Denise Frances Danielle Marilyn Natalie Beverly Diana
    Brittany Theresa Kayla Alexis Doris Lori Tiffany Adrian Aidan Alec Alex Alexandra Alexandria
    Alfred Alison Allison Alyssa Amelia Andre Andy Angie Anita Annabel Anne Annette Annie
    Antonia April Ariana Arlene Audrey Autumn Ava Barry Beatrice Becky Ben Bernard Bernice
    Bertha Beth Bethany Bill Bob Bonnie Brad Brandi Brent Brett Brianna Bridget Brittney Brooke
    Cameron Camille Candace Carla Carlos Carmen Carole Caroline Carrie Casey Cassandra Cathy
    Cecilia Chad Charlene Charlie Chelsea Chester Chloe Chris Christy Cindy Claire Clara
    Clarence Claude Claudia Clayton Clifford Clinton Clyde Cody Colin Colleen Connie Connor
    Constance Corey Cory Courtney Craig Crystal Curtis Daisy Dale Dan Dana Dave Dawn Dean Deanna
    Debbie Derek Derrick Desiree Diego Dominic Don Doreen Dora Doug Duane Dustin Dwayne Dwight
    Earl Eddie Edgar Edith Edna Edwin Eileen Elaine Eleanor Elena Elisabeth Ella Ellen Elliot
    Elliott Elmer Eloise Elsie Emilia Erica Erik Erika Erin Ernest Esther Ethel Eugene Eunice
    Eva Evan Eve Faith Faye Felicia Felix Fiona Florence Floyd Francis Francisco Franklin Fred
    Freda Freddie Frederick Gail Garrett Gavin Gene Geoffrey Georgia Geraldine Gilbert Gina
    Gladys Glen Glenda Glenn Gordon Greg Gretchen Guy Gwen Gwendolyn Hailey Harriet Harry Harvey
    Hazel Heidi Henrietta Herbert Herman Hilary Hilda Holly Hope Howard Hugh Hugo Ian Ida Imogen
    Ira Irene Iris Irma Isaac Isabel Isabelle Isaiah Ivan Ivy Jackie Jaime Jake Jamie Jan Jane
    Janine Jared Jasmine Jay Jeanette Jeanne Jeannie Jeff Jen Jenna Jennie Jenny Jeremiah Jerome
    Jesus Jill Jim Jimmy Jo Joann Joanna Joanne Jocelyn Jodi Jody Joel Joey Johanna Johnnie
    Johnny Jon Jonah Jonathon Jorge Josephine Josh Joy Juanita Jude Julian Juliana June Justine
    Kaitlyn Kara Karina Karl Kate Katelyn Kathy Katie Katrina Kay Kayleigh Keira Kelley Kellie
    Kelsey Ken Kendra Kenny Kent Kerri Kerry Kim Kirk Kirsten Krista Kristen Kristin Kristina
    Kristine Kristy Kurt Lance Latoya Laurie Lawanda Leah Lee Lena Leo Leon Leona Leonard Leroy
    Leslie Lester Levi Lewis Lillian Lillie Lily Lloyd Lois Lola Loretta Lorraine Louis Louise
    Lucille Lucy Luis Luke Lula Luther Lydia Lyle Lynda Lynn Lynne Mabel Mackenzie Madeline Mae
    Maggie Malcolm Mandy Marc Marcia Marcus Margarita Margie Marguerite Marian Marianne Marie
    Marion Marjorie Marlene Marsha Marshall Martin Marty Marvin Mathew Matt Mattie Maureen
    Maurice Max Maxine May Mel Melanie Melinda Melody Melvin Mercedes Meredith Mia Micheal
    Miguel Mike Mildred Milton Mindy Minnie Miranda Miriam Misty Mitchell Mollie Molly Mona
    Monica Monique Morgan Morris Muriel Myra Myrtle Nadine Naomi Natasha Nathaniel Neil Nellie
    Nelson Nettie Nick Nicky Nina Noel Nora Norma Norman Oliver Ollie Oscar Owen Paige Pam Pat
    Patsy Patti Patty Paula Pauline Pearl Pedro Peggy Penny Perry Phil Philip Phillip Phoebe
    Phyllis Polly Preston Priscilla Quinn Rachael Ralph Ramona Randall Ray Rebekah Regina
    Reginald Rene Renee Rhonda Rick Ricky Riley Rita Rob Roberta Robin Robyn Rochelle Roderick
    Rodney Roland Roman Ron Ronnie Rosa Rosalie Rose Rosemary Rosie Ross Roxanne Ruben Ruby
    Rufus Russ Sabrina Sadie Sally Sam Sammy Sandy Sebastian Sergio Seth Shane Shannon Shari
    Shaun Shawn Sheila Shelby Sheldon Shelley Shelly Sherri Sherry Sheryl Sidney Sierra Simon
    Sonia Sonya Spencer Stacey Stacy Stan Stanley Stella Steve Stewart Stuart Sue Summer Susie
    Suzanne Sybil Sydney Sylvia Tabitha Tamara Tammy Tanya Tara Tasha Taylor Ted Teri Terrance
    Terrence Terri Thelma Theodore Tim Tina Toby Todd Tom Tommy Toni Tony Tracey Traci Tracy
    Travis Trevor Tricia Trish Tristan Troy Valerie Vanessa Vera Verna Vernon Veronica Vicki
    Vickie Vicky Victor Vince Viola Violet Vivian Wallace Wanda Warren Wendy Wesley Whitney
    Wilbur Will Willard Wilma Winifred Yolanda Yvette Yvonne Zach Zoe
    """

  static let english: StaticString = """
    Abbie Abby Abel Abner Abraham Ada Adele Adeline Adelaide Adrienne Agatha Agnes Aileen Aiden
    Ainsley Alana Alastair Alberta Alden Aleisha Alfie Alicia Alina Alisa Alistair Alma Alton
    Alvin Amos Anastasia Angel Angelica Angelina Angus Annabelle Annalise Ansel Antoinette
    Antony Archer Archibald Archie Aria Arianna Ariel Armando Arnold Aron Asa Asher Ashton
    Aubrey Augusta Augustus Aurora Avery Axel Bailey Barbra Barnaby Barney Barrett Bart Basil
    Beau Bella Bennett Bennie Benny Bentley Bert Bertie Bertram Bessie Bettina Beulah Bianca
    Blaine Blair Blake Blanche Blythe Boris Boyd Braden Bradford Brady Bree Brendan Brendon
    Brennan Brenton Brianne Brice Bridgette Bridie Brock Broderick Brody Bryant Bryce Bryony
    Bryson Byron Cade Calista Callum Calvin Camden Candice Caitlin Caitlyn Carissa Carlton Carly
    Carlene Carmel Carolina Carroll Carson Carter Cary Cassidy Cassie Cecil Cecile Cedric
    Celeste Celia Celine Chance Chandler Chantal Charity Charley Charmaine Chase Chauncey Cherie
    Cherise Cherry Chip Christa Christi Christie Chuck Ciara Claudette Clay Clement Cleo
    Cleveland Cliff Clint Clive Cole Coleen Colette Colton Conor Cooper Cora Coral Coralie
    Cordelia Corinne Cornelius Cornelia Courteney Coy Cristina Cruz Cyril Cyrus Dahlia Daisey
    Dallas Dalton Damian Damien Damon Dane Danica Danika Danny Daphne Darby Darcy Daren Daria
    Darin Darius Darla Darlene Darnell Darrel Darrell Darren Darryl Darwin Daryl Davina Davis
    Dawson Deandre Deanne Dee Deidre Deirdre Delbert Delia Delilah Della Delores Deloris
    Demetrius Dena Denis Denny Denver Desmond Devin Devon Dexter Diamond Dianna Dianne Dick
    Dillon Dina Dinah Dion Dirk Dixie Dollie Dolly Dolores Dominick Dominique Donnie Donovan
    Dorian Dorothea Dory Dottie Drake Drew Dudley Duncan Dunstan Easton Ebony Eden Edie Edmond
    Edmund Eduardo Effie Egbert Elbert Eldon Eli Elias Eliot Elisa Elise Elisha Eliza Ellie
    Ellis Elma Elmo Eloisa Elsa Elspeth Elton Elva Elvira Elvis Elwood Emanuel Emery Emil Emile
    Emilie Emmanuel Emmett Emory Enid Ephraim Erma Ernestine Ernie Errol Ervin Essie Estelle
    Ester Ethelyn Etta Eugenia Eulalia Evangeline Everett Ewan Ezekiel Ezra Fabian Fanny Fay
    Fern Fernando Finlay Finley Finn Fletcher Flora Flossie Flynn Forrest Foster Fran Francesca
    Francine Frankie Fraser Freya Gabby Gabriella Gabrielle Gale Garfield Garland Garret Garth
    Gayle Gemma Genevieve Genna Geoff Georgette Georgie Georgina Gerard Gerry Gertrude Gia
    Gianna Gideon Gigi Gillian Ginger Ginny Giselle Glenna Glenys Glynis Godfrey Graham Grant
    Grayson Greta Griffin Grover Gus Gwyneth Gwyn Hadley Hal Halle Hallie Hank Hannibal Harlan
    Harley Harmony Harper Harris Harrison Hattie Haven Hayden Hayes Hayley Heath Hector Helena
    Helene Henri Hester Hettie Hiram Hollie Homer Horace Horatio Howie Hubert Hudson Humphrey
    Hunter Ignatius Ike Ilene Imani Ina India Inez Ingrid Irvin Irving Irwin Isabell Isadora
    Isla Issac Ivor Jacinta Jackson Jaclyn Jacquelyn Jada Jade Jaden Jaiden Jalen Jamal Jana
    Janelle Janette Janie Janis Jarrod Jarvis Jasper Jayda Jayden Jayne Jayla Jayson Jeb Jeanine
    Jed Jedidiah Jemima Jemma Jena Jenifer Jennings Jerald Jeremie Jeri Jermaine Jerri Jess
    Jessie Jewel Joanie Jodie Joleen Jolene Jonas Jonty Josette Josiah Josie Jule Jules Julianna
    Julianne Juliet Juliette Julio Julius Juno Justina Kade Kai Kaitlin Kaleb Kali Kandace Karin
    Karissa Karla Kasey Kassandra Kathi Kathie Katharine Katy Kaye Kaylee Keanu Keaton Keegan
    Keely Keenan Kelli Kellen Kelvin Kendall Kendrick Kenna Kennedy Kenton Keri Kermit Kian
    Kiara Kiera Kieran Kiersten Kip Kirby Kirsty Kit Kitty Kody Kristi Kristie Kristian
    Kristopher Krystal Kylie Kyra Lacey Lachlan Lacy Laila Lamar Lana Landon Lane Lara Larissa
    LaToya Latasha Latisha Laurel Lauri Laverne Lavinia Lavonne Lawson Layla Leann Leanna Leanne
    Leigh Leila Leland Lenora Lenore Leonardo Leopold Letitia Lettie Lexi Lexie Liana Libby Lila
    Lilah Lilian Liliana Lilly Lina Lincoln Lindsay Lindsey Linnea Linus Lionel Lisette Liza
    Lizzie Logan Lon Lonnie Lorena Lorene Lorenzo Loren Lorna Lottie Lou Lowell Luann Lucia
    Lucian Lucinda Lucius Lucretia Luna Luella Lyndon Lynette Lyra Mable Macey Macie Mack Macy
    Maddie Madeleine Madelyn Madge Magdalena Magnus Makayla Malachi Malik Mallory Mamie Manuel
    Mara Marcella Marci Marcie Marcy Margaretta Margery Margo Margot Mariah Mariana Maribel
    Mariel Marietta Marilee Marina Mario Maris Marisa Marisol Marissa Maritza Marla Marley
    Marlin Marlon Marquis Marta Martina Marva Mary-Ann Maryann Maryanne Maryellen Marylou
    Matilda Maude Maudie Mavis Maxim Maximilian Maxwell Maya Maynard Mckenzie Meg Meagan Meghan
    Melba Melissa Melva Melville Mercy Merle Merlin Merrill Merry Mervyn Mica Micah Mick Mickey
    Mikayla Mikaela Miles Millicent Millie Milo Mimi Minerva Missy Mitch Mitzi Moira Moises
    Monroe Monte Montgomery Monty Morgana Morton Moses Muhammad Murphy Murray Mya Myles Myrna
    Myron Nadia Nanette Nannie Nash Nat Natalia Nate Ned Nelda Nell Nelly Nessa Neva Neve
    Neville Nia Niall Nichole Nicola Nicolas Nicolette Nigel Nikki Niles Nita Noelle Nolan
    Noreen Norris Nyla Octavia Octavius Odell Odette Ola Olive Ollie Opal Ophelia Ora Orlando
    Orson Orville Osborne Osmond Oswald Otis Otto Ozzie Paddy Palmer Pandora Pansy Parker Parris
    Patience Patrice Patton Paulette Paxton Payton Pearlie Penelope Percival Percy Peyton
    Philippa Pierce Piers Piper Poppy Porter Portia Prentice Presley Prudence Quentin Quincy
    Quinton Rachelle Raegan Rae Rafe Raina Rainer Ramsey Rand Randal Randi Randolph Raphael
    Raquel Raven Raymundo Reagan Reanna Reba Reece Reed Reese Regan Reggie Reid Reilly Remy
    Reuben Rex Reyna Rhea Rhett Rhiannon Rhoda Rhys Ria Ricardo Rich Richie Rickie Rigby River
    Robbie Robby Roberto Rocco Rocky Rod Roger Rohan Rolf Rolland Romeo Romy Rona Ronan Ronda
    Rory Rosalind Rosalyn Rosamund Rosanna Rosanne Roseann Rosetta Roslyn Rowan Rowena Roxie
    Royce Rudy Rudolph Rupert Rusty Ruthie Ryder Ryker Sage Salvador Salvatore Samson Sanford
    Santiago Sasha Saul Savanna Savannah Sawyer Scarlett Scarlet Scot Scottie Selena Selina
    Selma Serena Serenity Seymour Shana Shanice Shaniqua Shanna Shauna Shavonne Shawna Shayla
    Shayne Shea Sheena Sherman Sherrie Sherwin Sherwood Shirlee Shona Sid Sienna Silas Silvia
    Simone Sinead Skye Skylar Skyler Sky Sofia Sol Solomon Sondra Sophie Spike Staci Stacie
    Stefan Stefanie Stephan Stephany Sterling Stevie Stone Storm Sullivan Susana Susanna
    Susannah Sutton Suzette Suzie Sybille Sylvester Tad Talia Tamar Tameka Tami Tamika Tamsin
    Tania Tanner Tasmin Tate Tatiana Tatum Tawny Teagan Tegan Tempest Temperance Terence Teresa
    Tess Tessa Thad Thaddeus Thalia Thea Theo Theodora Thora Thurman Tia Tiana Tierney Tilly
    Timmy Tobias Tod Tonia Tonya Topher Torrance Tori Toya Trent Trenton Trey Tricia Trina
    Trinity Trisha Trixie Trudy Tucker Twila Ty Tyra Tyree Tyrone Tyson Ulysses Una Unity Ursula
    Val Valarie Valentina Valentine Van Vance Vaughn Velma Venus Verity Verne Vernice Vida Vidal
    Vilma Vinnie Virgil Virgie Vito Viv Vivien Vivienne Vonda Wade Walker Wally Walt Walton Ward
    Waylon Webster Weldon Wendell Weston Wilber Wiley Wilfred Wilhelmina Willa Willis Willow
    Wilson Winnie Winona Winston Winter Woodrow Woody Wyatt Wynn Xander Xavier Yasmin Yasmine
    York Yvonna Zachariah Zachery Zack Zander Zane Zara Zelda Zelma Zena Zion Zoey Zola Zora
    """

  static let scottishIrishWelsh: StaticString = """
    Ailsa Aisling Aoife Aonghas Bronagh Brendan Brid Bronwen Bronwyn Caoimhe Carys Catriona
    Cathal Cerys Ciaran Cillian Colm Conall Cormac Dafydd Daire Darragh Declan Dermot Diarmuid
    Donal Donnacha Dougal Dougie Dylan Eamon Eamonn Eilidh Eimear Eirlys Elin Emer Emyr Eoghan
    Eoin Euan Ewan Fergal Fergus Ffion Fiadh Finbar Fionn Fionnuala Fintan Fyfe Gareth Gethin
    Glyn Grainne Greer Gwenllian Hamish Heledd Huw Iain Idris Ieuan Innes Iona Isobel Iestyn
    Keir Kenna Kieron Kirsteen Lachlan Lorcan Llewellyn Llyr Mairead Mairi Maeve Malachy
    Marsaili Meirion Mhairi Morag Morven Muireann Muirne Myfanwy Nerys Niamh Oisin Oonagh Orla
    Orlaith Osian Owain Padraig Padraic Rhona Rhodri Riordan Roisin Ronan Ruairi Ruaridh Saoirse
    Seamus Sean Senan Seren Shaw Sile Sioned Siobhan Sorcha Tadhg Tavish Tomos Torquil Tudor
    Turlough Wynne
    """

  static let spanishCommon: StaticString = """
    Jose Juan Antonio Francisco Manuel Carlos Jesus Luis Javier Miguel Pedro Rafael Angel
    Fernando Jorge Alberto Sergio Ramon Enrique Alejandro Diego Vicente Andres Joaquin Eduardo
    Roberto Ricardo Raul Pablo Ruben Victor Oscar Ivan Hugo Mario Julio Cesar Gustavo Hector
    Ignacio Jaime Guillermo Salvador Gonzalo Emilio Marcos Tomas Felipe Agustin Mateo Santiago
    Sebastian Nicolas Maria Carmen Josefa Isabel Dolores Pilar Teresa Ana Francisca Laura
    Antonia Cristina Marta Lucia Mercedes Rosa Elena Raquel Sara Paula Juana Manuela Beatriz
    Rocio Patricia Rosario Silvia Alba Susana Angela Julia Montserrat Irene Sonia Sandra Esther
    Inmaculada Guadalupe Luz Margarita Gabriela Adriana Alejandra Daniela Valentina Camila
    Mariana Fernanda Ximena Veronica Claudia Lorena Leticia Yolanda Alicia
    """

  static let spanish: StaticString = """
    Abelardo Abril Adan Adela Adolfo Agueda Aitana Aitor Alfonso Alfredo Alonso Alondra Alvaro
    Amado Amalia Amancio Amaya Amparo Anabel Anahi Anastasio Araceli Arantxa Ariadna Armando
    Arnulfo Arsenio Artemio Arturo Asuncion Ascension Aurelio Aurora Azucena Baltasar Bartolome
    Basilio Belen Benito Benjamin Bernabe Bernardo Blanca Blas Bonifacio Borja Braulio Bruno
    Calixto Candela Candelaria Caridad Carina Carlota Carolina Casandra Casimiro Catalina
    Cayetano Cecilia Ceferino Celestino Celso Chus Cipriano Clara Clemencia Clemente Concepcion
    Conchita Constanza Consuelo Coral Cornelio Crisanto Cristian Cristobal Cruz Cuauhtemoc
    Cynthia Damian Dario David Delfina Demetrio Desiderio Diana Digna Dimas Domingo Domitila
    Edelmira Edgardo Efrain Efren Elba Eleuterio Elisa Eliseo Eloy Elvira Emiliano Encarnacion
    Enriqueta Erika Ernesto Esmeralda Esperanza Esteban Estefania Estela Estrella Eufemia
    Eugenio Eulalia Eusebio Eva Evaristo Ezequiel Fabiola Fatima Faustino Federico Feliciano
    Felicidad Felicitas Fermin Fidel Filomena Flor Florencia Florencio Florentino Fortunato
    Froilan Gabino Gaspar Genaro Genoveva Georgina Gerardo German Gertrudis Gil Gilberto Ginés
    Gisela Gloria Graciela Gregoria Gregorio Griselda Heliodoro Heriberto Hermelinda Herminia
    Hernan Higinio Hilario Hilda Hipolito Honorio Horacio Humberto Idalia Ileana Imelda Ines
    Iñaki Iñigo Irma Isaac Isidro Ismael Itziar Jacinto Jacobo Jazmin Jeronimo Jimena Joel
    Jonatan Jordi Josefina Josue Jovita Julian Juliana Justino Justo Lázaro Leandro Leocadia
    Leonor Leopoldo Lidia Liliana Lisandro Lola Lope Lorenzo Lourdes Lucas Luciana Luciano
    Lucila Lucrecia Ludmila Luisa Macarena Macario Magdalena Maite Manolo Marcela Marcelino
    Marcelo Marcial Margarito Mariano Maribel Maricela Marina Marisol Maritza Martin Matias
    Matilde Mauricio Maximiliano Maximino Mayra Melchor Micaela Milagros Minerva Miriam Modesto
    Moises Monica Morena Nadia Narciso Natalia Natividad Nayeli Nélida Nerea Nestor Nicanor
    Nicasio Nieves Noelia Noemi Norberto Nuria Obdulia Octavio Ofelia Olga Olivia Omar Ovidio
    Paco Paloma Paola Pascual Pastora Patricio Paulina Paulino Paz Pepe Perla Placido Plutarco
    Policarpo Porfirio Primitivo Priscila Prudencio Purificacion Quique Ramiro Ramona Raimundo
    Rebeca Refugio Regina Reinaldo Remedios Renata Rene Reyes Rigoberto Rita Rodolfo Rodrigo
    Rogelio Román Romina Romulo Rosalba Rosalia Rosalinda Rosendo Rufino Ruperto Sabina Sabino
    Salomé Samuel Sancho Santa Santos Saturnino Saul Serafin Severino Severo Sigfrido Silvestre
    Silvio Simon Sixto Socorro Sofia Soledad Tadeo Tamara Tania Telmo Teodora Teodoro Teofilo
    Tiburcio Timoteo Tito Tobias Toribio Tránsito Trinidad Ubaldo Ulises Urbano Valeria
    Valeriano Valerio Vanesa Venancio Ventura Vidal Violeta Virginia Virtudes Viviana Wenceslao
    Wilfredo Xavier Yadira Yago Yasmin Yesenia Zacarias Zaira Zoraida Zulema
    """

  static let catalanBasqueGalician: StaticString = """
    Aina Ainara Ainhoa Aleix Amaia Andoni Ander Andreu Anxo Arnau Asier Berta Biel Brais Breixo
    Carles Eider Edurne Eneko Enric Ferran Gemma Gerard Gorka Guillem Iker Imanol Iria Izaskun
    Joan Jon Josep Joseba Koldo Laia Leire Llorenç Lluís Maialen Marc Meritxell Mikel Miren
    Montse Nekane Neus Oihane Oriol Pau Pere Pol Quim Roger Sabela Sergi Uxía Uxue Xabier Xavi
    Xoan Xurxo Zuriñe
    """

  static let portugueseBrazilianCommon: StaticString = """
    João José António Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Daniel
    Marcelo Bruno Eduardo Felipe Raimundo Rodrigo Manoel Mateus Nuno Tiago Rui Maria Ana Antônia
    Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia
    Júlia Luciana Vanessa Mariana Gabriela Vera Larissa Cláudia Beatriz
    """

  static let portugueseBrazilian: StaticString = """
    Abílio Adalberto Adelaide Adelino Ademar Adilson Afonso Agostinho Ailton Alberto Alcides
    Aldo Alessandra Alexandre Alexandra Alfredo Aloísio Álvaro Alzira Amadeu Amália Amilcar
    Anabela André Andréia Ângela Ângelo Aníbal Anselmo Aparecida Arlindo Armindo Arnaldo Artur
    Augusto Baltazar Bárbara Bartolomeu Belmiro Benedita Benedito Bento Bernardo Branca Caio
    Carla Carlota Carolina Cássia Cássio Catarina Cauã Cecília Célia Celina Celso César Cíntia
    Clarice Claudemir Cláudio Cleide Clóvis Conceição Cristiane Cristiano Cristina Dagoberto
    Dalva Daniela Danilo David Davi Débora Deise Délio Denise Diana Dília Diogo Dinis Dirce
    Domingos Duarte Edgar Edilson Edite Edmilson Edna Edson Elaine Eleonora Eliane Elias Elis
    Elisabete Elísio Elza Emanuel Emília Enzo Érica Ermelinda Ester Estêvão Eugênio Eunice
    Evandro Everton Ezequiel Fabiana Fábio Fabrício Fátima Fausto Fernão Filipa Filipe Firmino
    Flávia Flávio Florbela Florinda Francisca Frederico Geovana Geraldo Gilberto Gilda Gilmar
    Gilson Giovana Gisele Glória Gonçalo Graça Guilherme Gustavo Heitor Helder Helena Hélio
    Heloísa Henrique Hermínia Hermínio Hilário Horácio Hugo Iara Inácio Inês Ingrid Iolanda
    Irene Íris Isabela Isadora Isaura Itamar Ivete Ivo Ivone Jacira Jacinta Jaime Jair Janaína
    Jandira Jaqueline Joana Joaquim Joaquina Jonas Jorge Josefa Josué Jucilene Júlio Juvenal
    Kaio Kátia Kauã Laís Lara Laura Lauro Leandro Leila Leonardo Leonel Leonor Lia Lídia Lígia
    Lília Liliana Lorena Lourenço Lourdes Luan Luana Lúcia Luciano Lúcio Ludovina Luísa Luna
    Luzia Madalena Mafalda Magda Manuela Mara Marcela Márcio Marco Margarida Mariano Marília
    Marina Mário Marisa Maristela Marlene Marli Marta Martim Maura Maurício Mauro Melissa
    Micaela Milena Milton Mirela Miriam Moacir Mônica Murilo Nádia Natália Neide Nélson Neusa
    Nicole Nilson Nilton Nivaldo Noémia Norberto Odete Olavo Olga Olinda Olívia Orlando Osmar
    Osvaldo Otávio Palmira Paula Paulina Penha Plínio Quitéria Rafaela Raquel Raul Rebeca Regina
    Reginaldo Reinaldo Renan Renata Renato Ricardo Rita Roberta Roberto Rogério Romário Ronaldo
    Roque Rosa Rosana Rosângela Rosário Roseli Rúben Ruth Salete Salvador Samuel Sandro Santiago
    Sara Saulo Sebastião Sérgio Severino Sheila Sílvia Sílvio Simão Simone Sofia Solange Sônia
    Soraia Sueli Susana Tadeu Taís Tânia Tarcísio Tatiana Telma Teodoro Teresa Teresinha Thaís
    Thiago Tomás Tomé Ulisses Valdemar Valdir Valentim Valéria Valter Vasco Verônica Vicente
    Vinícius Virgílio Virgínia Vítor Vitória Viviane Wagner Waldemar Wallace Walter Wanderley
    Washington Wellington Weslei Wilson Yago Yara Yasmin Zélia Zilda Zuleica Zulmira
    """

  static let frenchCommon: StaticString = """
    Jean Pierre Michel André Philippe Alain Jacques Bernard Daniel Claude Gérard Patrick
    Christian Roger Robert Laurent Nicolas Christophe Frédéric Stéphane Sébastien David Julien
    Olivier Éric Thierry Pascal Dominique François Guillaume Antoine Alexandre Thomas Maxime
    Romain Mathieu Kevin Anthony Lucas Hugo Louis Jules Marie Jeanne Françoise Monique Catherine
    Nathalie Isabelle Jacqueline Sylvie Anne Martine Nicole Christine Sophie Valérie Sandrine
    Céline Stéphanie Véronique Chantal Patricia Brigitte Julie Aurélie Camille Laurence Émilie
    Pauline Manon Léa Chloé Élodie Mélanie Virginie Caroline Claire Charlotte
    """

  static let french: StaticString = """
    Abel Achille Adèle Adélaïde Adeline Adrien Agathe Agnès Aimé Aimée Alban Albane Albert
    Alexia Alexis Alice Aline Alix Alphonse Amandine Amaury Ambre Amélie Anaïs Anatole Ange
    Angèle Angélique Anouk Anselme Apolline Ariane Aristide Armand Armelle Arnaud Arthur Astrid
    Aubin Aude Audrey Auguste Augustin Aurélien Aurore Axelle Baptiste Barthélemy Basile Bastien
    Béatrice Bénédicte Benjamin Benoît Bérengère Bertrand Blaise Blandine Boris Brice Bruno
    Capucine Carine Carole Cassandre Cécile Cédric Célestin Célia Charlène Charles Christelle
    Christiane Clarisse Clémence Clément Clémentine Clotilde Colette Coline Colombe Constance
    Constant Corentin Corinne Cyprien Cyril Cyrille Damien Danièle Danielle Delphine Denis
    Denise Désiré Diane Didier Dimitri Dorothée Édith Edmond Édouard Eléonore Elisabeth Élise
    Elsa Emeline Emma Emmanuel Emmanuelle Enzo Estelle Esther Étienne Eugène Eugénie Eulalie Eva
    Évelyne Ève Fabien Fabienne Fabrice Fanny Faustine Félicien Félicité Fernand Fernande
    Ferdinand Firmin Flavie Florence Florent Florian Floriane Francine Francis Franck Gabin
    Gabriel Gabrielle Gaël Gaëlle Gaétan Gaspard Gaston Gautier Geneviève Geoffrey Geoffroy
    Georges Georgette Germain Germaine Ghislain Ghislaine Gilbert Gilberte Gilles Ginette Gisèle
    Gladys Grégoire Grégory Guilaine Gustave Guy Gwenaëlle Gwendoline Hadrien Hector Hélène
    Héloïse Henri Henriette Hermine Hervé Hilaire Hippolyte Honoré Honorine Hortense Hubert
    Huguette Ignace Inès Ingrid Irène Irma Isaac Isaure Ismaël Jacinthe Jade Jean-Baptiste
    Jean-Claude Jean-François Jean-Luc Jean-Marc Jean-Michel Jean-Paul Jean-Pierre Jérémie
    Jérémy Jérôme Joachim Joanna Jocelyne Joël Joëlle Jonathan Jordan Joseph Joséphine Josette
    Josiane Juliane Juliette Justin Justine Karim Karine Katia Laëtitia Lambert Laura Laure
    Laurène Laurette Laurie Lazare Leïla Léo Léon Léonie Léonard Léopold Liliane Lilou Line
    Lionel Lise Lisa Loïc Loïs Lola Loris Louane Loup Louise Louisette Luc Lucie Lucien Lucienne
    Ludivine Ludovic Lydie Lydia Maëlle Maëlys Mael Madeleine Magali Malo Marc Marceau Marcel
    Marcelle Marcellin Margaux Margot Marguerite Marianne Marie-Claude Marie-Christine
    Marie-France Marie-Louise Marie-Thérèse Marielle Mariette Marina Marine Marion Marius
    Marlène Marthe Martial Martin Maryse Mathilde Mathis Matthias Matthieu Maud Maurice Maëva
    Maxence Maximilien Mélissa Mélodie Micheline Michelle Mireille Morgane Muriel Myriam Nadège
    Nadine Nathan Noé Noël Noëlle Noémie Nolwenn Norbert Océane Octave Odette Odile Olympe
    Ophélie Oscar Paola Pascale Paul Paulette Perrine Philibert Philippine Pierrette Pierrick
    Prosper Prune Quentin Rachel Raoul Raphaël Raphaëlle Raymond Raymonde Régine Régis Reine
    Rémi Rémy Renaud René Renée Reynald Richard Robin Roland Rolande Romane Romuald Rosalie Rose
    Roselyne Roxane Sabine Salomé Samuel Sandra Sara Sarah Servane Séverine Séverin Simon Simone
    Solange Solène Sonia Soizic Stanislas Suzanne Sylvain Sylvaine Sylvette Sylvestre Tanguy
    Tatiana Tess Théo Théodore Théophile Thérèse Thibault Thibaut Thibaud Timothée Titouan
    Tiphaine Toussaint Tristan Ulysse Urbain Valentin Valentine Vanessa Victoire Victor
    Victorine Vincent Violaine Violette Vivien Viviane Xavier Yann Yannick Yoann Yohan Yolande
    Yves Yvette Yvon Yvonne Zacharie Zoé
    """

  static let germanCommon: StaticString = """
    Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst
    Frank Dieter Manfred Gerhard Hans Bernd Thorsten Torsten Mathias Matthias Helmut Walter
    Heinz Martin Jörg Rolf Jens Sven Alexander Jan Rainer Holger Karl Dirk Joachim Ralf Carsten
    Karsten Herbert Oliver Wilhelm Kurt Markus Heinrich Harald Paul Hermann Rudolf Ulrich
    Norbert Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika
    Andrea Gisela Claudia Susanne Gabriele Christa Christine Hildegard Anna Birgit Barbara Gerda
    Heike Marianne Martina Angelika Irmgard Kerstin Stefanie Katrin Katharina
    """

  static let germanAustrianSwiss: StaticString = """
    Achim Ada Adalbert Adelheid Adolf Agathe Albrecht Alfons Alfred Alma Almut Alois Alwin
    Amelie Anette Anja Anke Anneliese Annemarie Annegret Annelie Annette Annika Antje Anton
    Antonia Armin Arndt Arne Arno Arnold Artur Astrid August Auguste Axel Balthasar Bärbel Beate
    Beatrix Benedikt Benno Berit Bernadette Bernhard Bert Berta Berthold Bertram Bettina Bianca
    Birgitta Birte Björn Bodo Borris Britta Brunhilde Bruno Burkhard Carla Carola Caspar Cäcilie
    Christel Christiane Christoph Clara Clemens Constanze Cordula Corinna Cornelia Dagmar
    Daniela Detlef Dietmar Dietrich Doreen Doris Dörte Dorothea Eberhard Eckart Eckhard
    Edeltraud Edgar Edith Egon Ehrenfried Elfriede Elias Elke Ella Ellen Elmar Else Elvira Emil
    Emilia Emma Emmerich Engelbert Erhard Erich Ernst Erwin Eugen Eva Evelin Ewald Fabian Falk
    Felix Ferdinand Finja Finn Florian Frauke Franz Franziska Frida Frieda Friedbert Friedhelm
    Friedrich Friederike Fritz Gabi Georg Gerd Gerda Gerhild Gerlinde Gernot Gero Gertraud
    Gertrud Gesine Gisbert Gitta Gottfried Gotthard Gottlieb Greta Gretel Grit Gudrun Guido
    Gunda Gundula Günther Gunther Gustav Hanna Hannah Hannelore Hannes Hanno Hansjörg Hartmut
    Hartwig Hedwig Heidemarie Heidrun Heiko Heiner Heino Heinz-Peter Helene Helmuth Henning
    Henrike Hendrik Henriette Herta Hertha Hilde Hiltrud Hinrich Hubertus Hugo Ida Ignaz Ilka
    Ilona Ilse Imke Ina Ines Inga Inge Ingeborg Ingo Ingolf Irene Iris Irma Irmtraud Isolde
    Jakob Jana Janine Jannik Jasmin Joana Jochen Johann Johanna Johannes Jonas Jonathan Jördis
    Josef Josefine Jost Judith Julia Juliane Julian Justus Jutta Kai Karen Karla Karl-Heinz
    Karlheinz Karoline Kaspar Käthe Kathrin Katja Kilian Kirsten Klara Klemens Knut Konrad
    Konstantin Korbinian Kord Kriemhild Kristina Kuno Kunigunde Lars Lasse Laura Lea Lena Lene
    Leni Lennart Leon Leona Leonhard Leonie Leopold Liesel Lieselotte Lina Linus Lisa Liselotte
    Lorenz Lothar Lotte Louisa Luca Lucia Ludger Ludwig Luis Luise Lukas Lutz Lydia Magda
    Magdalena Maja Malte Manuel Manuela Marc Marco Marcel Mareike Margarete Margarethe Margit
    Margot Margret Marie Marika Marina Mario Marion Marlies Marta Martha Marthe Marvin Mathilde
    Max Maximilian Mechthild Meike Meinhard Melanie Mia Mila Mirco Mirjam Moritz Nadine Nele
    Niels Niklas Nils Nina Nora Olaf Ole Olga Oskar Ottilie Ottmar Otto Ottokar Pascal Patrick
    Paula Pauline Philipp Philine Pia Raimund Ralph Ramona Raphael Rebekka Regina Regine Regula
    Reiner Reinhard Reinhold Reinhilde Reto Richard Ricarda Rita Robert Robin Roland Roman Ronja
    Ronny Rosa Rosalinde Rosemarie Roswitha Roswita Rüdiger Rupert Ruth Sandra Sarah Sascha
    Saskia Sebastian Severin Sibylle Siegfried Sieglinde Siegmar Siegmund Sieghard Sigrid Sigmar
    Sigmund Silke Silvia Silvio Simon Simone Sina Solveig Sonja Sophia Sophie Stephan Steffen
    Steffi Sigrun Swantje Svenja Sylke Sylvia Tanja Tatjana Theo Theodor Theresa Therese Thea
    Thilo Thorben Thore Till Tilo Tim Timm Timo Tina Tobias Tom Toni Torben Traudel Traugott
    Traute Trude Udo Ulf Ulla Ulrike Urs Ursel Ute Valentin Valerie Vanessa Veit Vera Verena
    Veronika Viktor Viktoria Vinzenz Volker Volkmar Walburga Waldemar Waltraud Waltraut Wenzel
    Wendelin Wiebke Wieland Wilfried Wilhelmine Willi Willibald Willy Wilma Winfried Wolf
    Wolfram Wulf Xaver Yannick Yvonne Zita
    """

  static let italian: StaticString = """
    Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo
    Franco Domenico Bruno Paolo Michele Giorgio Aldo Sergio Luciano Roberto Marco Andrea
    Alessandro Stefano Matteo Lorenzo Davide Simone Federico Fabio Riccardo Claudio Massimo
    Daniele Gabriele Leonardo Tommaso Edoardo Filippo Maria Anna Giuseppina Rosa Angela Giovanna
    Teresa Lucia Carmela Caterina Francesca Antonietta Carla Elena Concetta Rita Margherita
    Franca Paola Laura Giulia Chiara Sara Martina Valentina Alessia Silvia Elisa Federica Ilaria
    Roberta Simona Sofia Aurora Ginevra Beatrice Alice Emma Greta Giorgia Vittoria Adelaide
    Adele Adriana Adriano Agata Agnese Agostino Alberico Alberto Alessandra Alessio Alfio
    Alfonso Alfredo Amedeo Amelia Annabella Annalisa Annamaria Annunziata Anselmo Arianna
    Armando Arnaldo Arturo Assunta Augusto Aurelio Barbara Bartolomeo Battista Benedetta
    Benedetto Beniamino Bernardo Bettina Biagio Bianca Bonaventura Brigida Calogero Camilla
    Camillo Carlotta Carmelo Carmine Carolina Cecilia Celeste Cesare Cinzia Clara Clarissa
    Claudia Clelia Clemente Clotilde Corrado Cosimo Costantino Costanza Cristiana Cristiano
    Cristina Damiano Dario Debora Delia Diego Dino Domenica Donata Donatella Donato Doriana Edda
    Eleonora Eligio Elio Elisabetta Elvira Emanuela Emanuele Emidio Emilia Emiliano Emilio
    Enrica Enrico Enzo Erica Ermanno Ernesto Ettore Eugenia Eugenio Eva Ezio Fabiana Fabiano
    Fabiola Fabrizia Fabrizio Fausta Faustino Fausto Felice Ferdinando Fernanda Fiammetta
    Fiorella Fiorenza Flavia Flavio Fortunato Fulvia Fulvio Gaetano Gaia Gaspare Gennaro Gerardo
    Germano Gherardo Giacinta Giacinto Giacomo Giada Giampaolo Giancarlo Gianfranco Gianluca
    Gianluigi Gianmarco Gianna Gianni Gianpiero Gilda Gino Gioacchino Giordano Giuditta Giuliana
    Giuliano Giulio Giusto Gloria Grazia Graziella Graziano Gregorio Guglielmo Guido Ida Ignazio
    Immacolata Ines Innocenzo Iolanda Irene Irma Isabella Ivana Ivano Ivo Lara Lavinia Lea
    Leandro Leo Leonarda Leone Letizia Lia Lidia Lilia Liliana Lina Lino Livia Livio Loredana
    Lorella Lorena Loretta Luca Lucilla Lucrezia Ludovica Ludovico Luigia Luigina Luisa Luna
    Manfredi Manlio Manuela Marcella Marcello Marcellina Mariangela Mariano Marianna Mariarosa
    Marika Marilena Marina Marino Marisa Marta Martino Marzia Massimiliano Matilde Maura
    Maurizio Mauro Melissa Michela Michelangelo Milena Mirella Miriam Mirko Moira Monica Morena
    Nadia Natale Natalia Nazario Nerina Nerio Nevio Niccolò Nicola Nicoletta Nicolò Nino Noemi
    Norma Nunzia Nunzio Oderico Olga Olimpia Onofrio Orazio Oreste Orietta Ornella Orsola Oscar
    Osvaldo Ottavia Ottavio Palmira Palmiro Pamela Pasquale Patrizia Patrizio Petronilla Pia
    Pierluigi Piero Pierpaolo Piersilvio Pio Primo Quirino Rachele Raffaela Raffaele Raffaella
    Raimondo Raul Rebecca Regina Remo Renata Renato Renzo Rinaldo Rino Rocco Rodolfo Romana
    Romano Romeo Romina Romolo Rosalba Rosalia Rosanna Rosaria Rosario Rosella Rosetta Rosina
    Rossana Rossella Ruggero Sabina Sabrina Salvo Samanta Samuele Sandra Sandro Santina Santo
    Saverio Savino Sebastiana Sebastiano Selvaggia Serafino Serena Severino Silvana Silvano
    Silverio Silvestro Silvio Sonia Stefania Stella Susanna Tamara Tania Tatiana Tecla Teodoro
    Teresina Tiberio Tina Tito Tiziana Tiziano Tosca Tullio Ubaldo Ugo Umberto Urbano Ursula
    Valentino Valeria Valerio Vanda Vanessa Vera Veronica Vilma Vincenza Viola Violetta Virgilio
    Virginia Virginio Vitale Vito Vittore Vittorina Vittorio Viviana Walter Wanda Zaira Zeno
    Zita Zoe
    """

  static let dutchFlemish: StaticString = """
    Aad Aafke Aart Abel Adriaan Adriana Aleida Alida Anke Annelies Annemiek Anneke Anouk Arend
    Arie Arjan Arjen Arnoud Bart Bas Bastiaan Bauke Berend Bert Bertus Bram Brecht Carolien Cees
    Chantal Christiaan Coen Cokky Conny Cor Cornelis Cornelia Daan Dagmar Danique Desiree
    Dieuwertje Dick Dirk Djoke Dorien Douwe Ed Edwin Eefje Eelco Eline Elke Ellen Els Elsbeth
    Emiel Erik Esmee Evelien Evert Fabiënne Famke Fedde Femke Fenna Ferry Fleur Floor Floris
    Fons Frans Fred Freek Frits Geert Geertje Geertruida Gerard Gerben Gerda Gerrit Gert Gijs
    Gijsbert Govert Greetje Guus Hans Harm Harmen Heleen Hendrik Hendrika Hendrikje Henk Hessel
    Hidde Hilde Huib Huibert Ilse Inge Ingeborg Irma Isa Ivo Jaap Jacco Jacob Jacobus Jacoba
    Jacomijn Jan Janneke Jannie Jans Jantje Jarno Jasper Jelle Jeroen Jesse Jet Jetske Jip Jo
    Jochem Joep Johan Johanna Joke Jolanda Jolijn Joost Jop Joren Joris Jorrit Josephus Jurgen
    Jurre Karel Karin Katrien Kees Kelly Kim Klaas Koen Koenraad Koos Krijn Lars Laurens
    Leendert Leen Lies Liesbeth Lieke Lieve Lisanne Lodewijk Loes Lonneke Lotte Lucas Luuk
    Maaike Maarten Maartje Machteld Madelief Manon Margriet Marijke Marijn Marieke Mariëlle
    Marike Marit Marja Marjan Marjolein Marleen Martijn Mats Matthijs Maurits Mees Meike Merel
    Michiel Mieke Mien Minke Mirjam Monique Nanda Neeltje Niek Nicolaas Niels Nienke Nynke Onno
    Otto Paulien Peter Petra Petronella Pien Piet Pieter Pim Quinten Ramon Reinier Remco Rens
    Renske Riet Rik Rinske Rob Robbert Roderik Roel Roeland Rogier Roos Ruben Rutger Ruud Sander
    Sanne Saskia Sem Siebe Siebren Siem Simone Sjaak Sjoerd Sjors Sofie Stefan Steven Stijn Suze
    Suzanne Sven Sybren Teun Teunis Theodorus Theo Theun Thijs Thijmen Tijmen Tiemen Tineke
    Tjeerd Tjitske Tom Toon Tristan Truus Twan Valentijn Veerle Vera Vincent Wessel Wieke Wiebe
    Wietske Wietse Wil Willem Willemien Willemijn Wilma Wim Wouter Wubbo Xander Yannick Yorick
    Yvette Zeger
    """

  static let nordic: StaticString = """
    Aage Aase Agneta Agnete Aksel Albin Algot Allan Alva Amund Anders Anette Anita Anja Anker
    Anna-Lena Annbritt Anne-Marie Anneli Anni Annika Arild Arja Arnbjörg Arne Arnfinn Arnold
    Aron Arvid Asbjørn Aslaug Asle Asta Astri Astrid Atle Audun August Auli Aulis Axel Axelina
    Bård Bengt Bente Berit Bernt Bertil Bettan Birger Birgit Birgitta Birgitte Birkir Birna
    Birthe Bjarke Bjarne Bjarni Bjarte Björg Bjørn Björn Bjørnar Bo Bodil Börje Bosse Brage
    Britt Britta Brynja Brynjar Camilla Carina Carl Carl-Johan Caroline Casper Cathrine Cecilie
    Charlotta Christer Christoffer Dag Dagfinn Dagny Dagrún Daga Davíð Ditte Dorte Dorthe Ebba
    Ebbe Edda Edvard Egil Eila Einar Eino Eira Eirik Eirin Eivind Eivor Elin Elina Ellinor Ellen
    Elsa Else Embla Emelie Emil Emilie Emmi Eric Erik Erika Erkki Erland Erlend Erling Erna
    Ernst Esa Espen Eskil Ester Even Eva Evald Fanney Filip Finn Finnur Fredrik Freja Freyr
    Frida Fríða Frode Fryd Gard Geir Georg Gerd Gerda Gísli Gitte Gjermund Greger Greta Grete
    Grethe Gro Gudbrand Gudmund Guðmundur Guðný Guðrún Gun Gunborg Gunhild Gunilla Gunn Gunnar
    Gunnhild Gunnvor Gunvor Gustaf Gustav Guttorm Haakon Hákon Halfdan Halina Halla Halldóra
    Halldór Hallgrímur Halvard Halvor Hanna Hanne Hannele Hannes Hannu Harald Haraldur Harri
    Hasse Håkan Håkon Håvard Heidi Heikki Heini Helena Helga Helge Helgi Hella Helle Helmi Henna
    Henning Henny Henriette Henrik Henry Herdis Hilding Hilja Hilma Hjalmar Hjördis Hjörtur
    Holger Hrafn Hrefna Hulda Iben Ida Idar Iiris Ilkka Ilmari Inga Ingalill Inge Ingeborg
    Ingegerd Ingemar Inger Ingi Ingibjörg Ingmar Ingólfur Ingrid Ingunn Ingvald Ingvar Inkeri
    Irene Irja Irma Iver Ivar Jaakko Jakob Janne Jan-Erik Jani Jannicke Jarkko Jarl Jari Jarmo
    Jennie Jens Jeppe Jesper Jette Joakim Johan Johanna Johanne Johannes Jóhann Jóhanna John Jon
    Jón Jonas Jonna Joni Jorma Jorun Jørgen Jörgen Jørn Jorunn Josefin Jouko Jouni Juha Juhani
    Juho Jukka Jussi Jytte Kaare Kai Kaija Kaisa Kaj Kalle Karen Kari Karin Karina Karl
    Karl-Erik Karoliina Karsten Kasper Katariina Kati Katja Katri Katrín Kåre Keijo Keld Kerstin
    Ketil Kettil Kim Kirsi Kirsten Kirsti Kjartan Kjell Kjersti Kjetil Klara Knud Knut Kolbein
    Kristbjörg Kristen Kristian Kristiina Kristín Kristina Kristine Kristinn Kristján Kristoffer
    Krister Kurt Kyösti Lage Laila Lárus Lars Lars-Erik Lasse Laura Lauri Leena Leif Leila Lena
    Lennart Lilja Lill Lillemor Linn Linnea Linnéa Lis Lisa Lisbet Lisbeth Liselott Liv Lone
    Lotta Lovisa Ludvig Mads Magne Magnhild Magnús Magnus Maija Maj Maj-Britt Maja Malene Malin
    Malte Mari Maria Mariann Marianne Marie Marika Marita Marit Marja Marjatta Marko Markku
    Markus Märta Mathilde Matias Mats Matti Matthías Mattias Merete Merja Meri Mette Mia Mika
    Mikael Mikkel Mikko Milja Minna Minttu Mirja Mirka Mogens Mona Monica Morten Niels Niilo
    Niina Niklas Nils Nina Noora Odd Oddny Oddvar Oiva Ólafur Ola Olaf Olav Ole Olga Oliver Olle
    Olli Olof Onni Ósk Oskar Osmo Otto Outi Øystein Øyvind Ove Óli Ørjan Paavo Páll Palle Päivi
    Pål Pär Päivikki Pekka Pelle Pentti Per Per-Olof Pernilla Pernille Pertti Petra Petri Petter
    Pia Pirjo Pirkko Poul Preben Raimo Ragna Ragnar Ragnheiður Ragnhild Raija Raili Rakel Randi
    Rannveig Rasmus Rebecka Regin Reidar Reidun Reijo Reima Reine Reino Riikka Rikke Rita Ritva
    Roald Roar Rolf Ronja Rósa Runar Rune Ruth Saara Saga Saija Sakari Sami Samuli Sanna Sari
    Satu Selma Senja Seppo Signe Signhild Sigrid Sigrún Sigurd Sigurður Sigurbjörg Sigvard Siiri
    Silje Sillje Silla Simen Sindre Sini Siri Sirkka Sirpa Siv Sixten Sjur Skule Snorri Snorre
    Sofia Sofie Solbjørg Solveig Sølvi Sonja Soili Søren Stefán Steffen Steinar Steinunn Stellan
    Sten Stian Stig Stina Sture Sunniva Sune Susanna Susanne Svala Svanhild Svante Svava Svein
    Sveinn Svend Svenja Sverre Sverrir Synne Synnøve Taina Taisto Tage Tanja Tapani Tapio Tarja
    Tarjei Tellervo Teemu Tero Terje Terhi Thea Thomas Thor Thora Thorbjørn Þóra Þórður
    Þorsteinn Þór Thorleif Thorstein Thorvald Tiina Timo Tindra Tine Tobias Toini Toivo Tom
    Tomas Tommi Tommy Tor Torbjørn Torbjörn Tord Tore Torfinn Torgeir Torhild Torill Torild
    Torleif Torsten Torstein Torunn Torvald Tove Trine Troels Trond Trude Trygve Tryggvi Tuija
    Tuomas Tuomo Tuula Tuuli Tyra Tyyne Uffe Ulf Ulla Ulrik Ulrika Ulrikke Unn Unni Uno Unnur
    Urho Urban Vagn Valborg Valdemar Valdís Valgerður Vappu Veikko Vegard Veli Verner Vésteinn
    Vibeke Vidar Vigdis Vigdís Viggo Viktor Vilde Vilho Viljo Vilhelm Villads Ville Vilma Vuokko
    Väinö Wenche Wilhelm Wilma Yngvar Yngve Yrjö Yrsa Ylva Åke Åsa Åse Åshild Åsmund Østen Örjan
    Össur
    """

  static let polish: StaticString = """
    Adam Agata Agnieszka Aleksander Aleksandra Alicja Andrzej Aneta Aniela Anna Antoni Arkadiusz
    Artur Barbara Bartłomiej Bartosz Beata Bogdan Bogumił Bogusław Bogusława Bolesław Bożena
    Cezary Czesław Czesława Damian Daniel Danuta Dariusz Dawid Dominik Dominika Dorota Edward
    Elżbieta Emilia Eugeniusz Ewa Ewelina Fabian Feliks Filip Franciszek Franciszka Genowefa
    Gertruda Grażyna Grzegorz Halina Hanna Helena Henryk Hubert Ignacy Igor Ilona Irena Ireneusz
    Iwona Iza Izabela Jacek Jadwiga Jakub Jan Janina Janusz Jarosław Jerzy Joanna Jolanta Józef
    Józefa Julia Julian Justyna Kacper Kamil Kamila Karol Karolina Katarzyna Kazimierz Kazimiera
    Kinga Klaudia Konrad Krystian Krystyna Krzysztof Lech Lena Leon Leszek Lidia Lucjan Lucyna
    Ludwik Łucja Łukasz Maciej Magda Magdalena Maja Małgorzata Marcin Marek Maria Marian Mariola
    Mariusz Marta Martyna Marzena Mateusz Michał Mieczysław Mikołaj Milena Mirosław Mirosława
    Monika Natalia Nikodem Norbert Olaf Oliwia Oskar Patrycja Paulina Paweł Piotr Przemysław
    Radosław Rafał Renata Robert Roman Ryszard Sabina Sandra Sebastian Sławomir Stanisław
    Stanisława Stefan Stefania Sylwester Sylwia Szczepan Szymon Tadeusz Teresa Tomasz Urszula
    Wacław Waldemar Wanda Wiesław Wiesława Wiktor Wiktoria Witold Władysław Władysława
    Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zofia Zuzanna Zygmunt Żaneta Żaklina
    """

  static let czechSlovak: StaticString = """
    Adéla Alena Alexandr Alois Alžběta Aneta Antonín Barbora Běla Blanka Blažena Bohdan Bohumil
    Bohumila Bohuslav Bořivoj Božena Bronislava Čestmír Ctibor Dagmar Dalibor Dana Daniela
    Darina Denisa Dominik Drahomír Drahomíra Dušan Eliška Emil Erik Eva Evžen Filip František
    Gabriela Hana Hedvika Helena Ilona Irena Iva Ivan Ivana Iveta Ivo Jakub Jan Jana Janka
    Jarmila Jaromír Jaroslav Jaroslava Jindra Jindřich Jindřiška Jiří Jiřina Jitka Josef Jozef
    Juraj Kamil Karel Karolína Kateřina Klára Kryštof Květa Květoslava Ladislav Lenka Leoš Libor
    Libuše Linda Lubomír Luboš Lucie Luděk Ľubica Lukáš Magdaléna Marcel Marek Markéta Martin
    Martina Matěj Matej Matúš Michaela Michal Milada Milan Milena Miloslav Miloslava Miloš
    Miluše Miriam Miroslav Miroslava Monika Naděžda Natálie Nikola Oldřich Oldřiška Olga Ondřej
    Ondrej Otakar Pavel Pavla Pavlína Peter Petr Petra Radek Radim Radka Radomír Radoslav
    Radovan Renata Renáta René Richard Robert Roman Romana Rostislav Růžena Samuel Šárka Silvie
    Šimon Soňa Stanislav Stanislava Štefan Štěpán Štěpánka Taťána Tereza Terezie Tomáš Václav
    Věra Veronika Viktor Vít Vítězslav Vladěna Vladimír Vladimíra Vladislav Vlasta Vlastimil
    Vojtěch Vratislav Zbyněk Zdeněk Zdenka Zdeňka Zora Zuzana Želmíra
    """

  static let croatianSerbianSlovenian: StaticString = """
    Aleksandar Aleksandra Alenka Aleš Alojz Ana Andrej Andreja Anja Ante Antun Anže Barbara
    Biljana Blaž Bogdan Bojan Bojana Boris Borislav Boštjan Božidar Božo Branimir Branka Branko
    Bruno Cvetka Damir Damjan Danica Danijel Danijela Darija Darinka Darko Davor Davorka Dejan
    Dejana Denis Dino Domagoj Dragan Dragana Dragica Drago Dragoljub Dragoslav Dražen Dubravka
    Dubravko Duško Dušica Đorđe Đuro Franjo Franc Franci Frančiška Goran Gordana Gorazd Gregor
    Grega Hrvoje Igor Ilija Ines Irena Iva Ivana Ivanka Ivica Ivo Iztok Jadranka Janez Janko
    Jasmina Jasna Jelena Jerneja Jernej Jovan Jovana Jože Jožica Josip Josipa Jurica Jure Karmen
    Katarina Katja Klavdija Klemen Krešimir Kristijan Ksenija Lazar Ljerka Ljiljana Ljubica
    Ljubiša Ljubomir Lovro Luka Maja Marija Marica Marijan Marijana Marin Marinko Marjan Marko
    Mate Matej Mateja Matija Matjaž Metka Mihael Milan Milica Milivoj Miljenko Miloš Milorad
    Milutin Miodrag Mira Miran Mirjana Mirko Miroslav Mislav Mitja Mladen Mojca Momčilo Nada
    Natalija Nataša Neda Nedeljko Nemanja Nenad Nevenka Nikola Nikolina Nina Ninoslav Novak
    Olivera Petar Petra Polona Predrag Primož Radmila Rade Radojka Radovan Rajko Rok Romana
    Ružica Sanja Sašo Saša Senka Siniša Slaven Slavica Slavko Slobodan Slobodanka Snežana
    Snježana Sonja Sreten Srećko Stana Stanislava Stanko Stipe Stjepan Stojan Suzana Svetlana
    Sveta Špela Tadej Tamara Tanja Tatjana Tihana Tihomir Tina Tjaša Tomaž Tomislav Toni Urška
    Uroš Valentina Vanja Vasilije Vedran Velimir Veljko Verica Vera Vesna Vid Vinko Vjekoslav
    Vlado Vladimir Vlatka Vojislav Vuk Zdenka Zdravko Zlatko Zlatan Zoran Zorica Zorana Zrinka
    Zvonimir Zvonko Žarko Željka Željko Živka Žiga
    """

  static let hungarian: StaticString = """
    Ádám Ágnes Ágota Ákos Aladár Albert Ambrus András Andrea Anett Anikó Antal Anna Aranka Áron
    Árpád Attila Balázs Bálint Barna Barnabás Beáta Béla Bence Bernadett Bertalan Boglárka
    Borbála Botond Csaba Csilla Csongor Dalma Dániel Dávid Dénes Dezső Dóra Dorottya Edina Edit
    Elemér Emese Emőke Endre Enikő Ernő Erzsébet Eszter Etelka Éva Ferenc Fruzsina Gábor
    Gabriella Gellért Gergely Gergő Géza Gizella Gusztáv György Györgyi Gyöngyi Gyula Hajnalka
    Henrietta Henrik Ildikó Ilona Imre István Iván Izabella Janka János Jenő Jolán József Judit
    Júlia Kálmán Károly Katalin Kinga Klára Kornél Kornélia Kristóf Krisztián Krisztina Lajos
    László Lehel Lili Lilla Lívia Loránd Lóránt Lőrinc Magda Magdolna Máté Márk Márta Márton
    Mária Marianna Mátyás Melinda Mihály Miklós Mónika Nándor Nikolett Noémi Nóra Norbert Olivér
    Orsolya Oszkár Ottó Pál Péter Piroska Réka Regina Rita Róbert Roland Rózsa Rudolf Sándor
    Sára Sarolta Szabolcs Szilárd Szilvia Szilveszter Tamás Teréz Tibor Tihamér Tímea Tivadar
    Tünde Valéria Vanda Vera Veronika Viktor Viktória Vilmos Vince Virág Zita Zoltán Zsanett
    Zsigmond Zsófia Zsolt Zsombor Zsuzsa Zsuzsanna
    """

  static let romanianMoldovan: StaticString = """
    Adela Adina Alexandru Alexandra Alin Alina Ana Anca Andra Andrada Andreea Andrei Anghel
    Angela Anton Aurel Aurelia Aurica Bogdan Călin Camelia Carmen Cătălin Cătălina Cezar Ciprian
    Claudiu Codrin Codruța Constantin Constanța Cornel Corneliu Corina Cosmin Cosmina Costel
    Costin Crina Cristi Cristina Cristian Dan Daniela Darius Delia Denisa Diana Doina Dorel
    Dorin Dorina Doru Dragoș Dumitra Dumitru Ecaterina Elena Emanuel Emil Eugen Eugenia Felicia
    Filip Flavius Florentina Florin Florina Gabriel Gabriela George Georgeta Georgiana Gheorghe
    Gheorghița Grigore Horațiu Horia Iancu Ileana Ilie Ilinca Ioan Ioana Ion Ionel Ionela Ionuț
    Irina Iulia Iulian Iuliana Iuliu Laurențiu Lavinia Lenuța Leontin Liliana Liviu Livia
    Loredana Luca Lucian Luminița Mădălina Mădălin Magdalena Maricica Marian Mariana Marilena
    Marin Marius Matei Maxim Mihaela Mihai Mihail Mircea Mirela Miruna Mirabela Monica Mugur
    Narcisa Nelu Nicolae Nicoleta Nicu Niculina Oana Octavian Olimpia Otilia Ovidiu Paul Paula
    Petre Petrică Petronela Petru Rădița Radu Raluca Răzvan Roxana Rodica Romeo Sabin Sanda
    Sebastian Sergiu Silviu Simona Sorin Sorina Ștefan Ștefania Steliana Stelian Tatiana Teodor
    Teodora Tiberiu Titus Toma Traian Tudor Tudora Valentin Valeriu Vasile Vasilica Veronica
    Victor Victoria Viorel Viorica Virgil Vlad Violeta Zaharia
    """

  static let greek: StaticString = """
    Achilleas Agapi Agathi Aggeliki Aikaterini Alekos Alexandros Alexia Alkis Anastasia
    Anastasios Anargyros Andreas Angeliki Angelos Anna Antigoni Antonia Antonis Apostolos Areti
    Argyris Aris Aristeidis Aristotelis Artemis Asimina Aspasia Athanasia Athanasios Athina
    Christina Christos Chrysa Chrysoula Danae Despina Dimitra Dimitrios Dimitris Dimos Dionysia
    Dionysios Dionysis Efstathios Eftychia Eirini Elpida Eleftherios Eleftheria Eleni Elias
    Emmanouil Ermis Evangelia Evangelos Evanthia Faidra Filippos Foteini Fotis Fotini Georgia
    Georgios Gerasimos Giannis Giannoula Giorgos Grigoris Haralambos Haris Iasonas Ilias Ioanna
    Ioannis Iordanis Kalliopi Katerina Kleanthis Konstantina Konstantinos Kosmas Kostas Kyriaki
    Kyriakos Lambros Lefteris Leonidas Loukas Magdalini Manolis Maria Marios Markos Marina
    Matina Michail Michalis Miltiadis Myrto Natasa Nefeli Nektarios Nikolaos Nikoletta Nikos
    Odysseas Olga Orestis Panagiota Panagiotis Panayiotis Pantelis Paraskevi Paris Pavlos
    Pelagia Penelope Periklis Petros Polyxeni Rania Savvas Sofia Sokratis Spyridon Spyros
    Stamatis Stavros Stavroula Stefanos Stella Stelios Stylianos Stratos Sotiria Sotirios
    Sotiris Thanasis Thanos Thekla Themistoklis Theodora Theodoros Theofanis Thomas Timotheos
    Vangelis Vasiliki Vasilios Vasilis Vasso Xanthippi Xenia Xenofon Yannis Yiannis Yiorgos
    Zacharias Zoi Zisis
    """

  static let bulgarianMacedonian: StaticString = """
    Aleksandar Asen Blagovest Bogomil Boyan Boyko Boryana Daniela Delyan Desislava Dimitar
    Dobromir Emiliya Galina Gergana Hristina Hristo Iliyana Ilian Ivaylo Ivayla Kalin Kalina
    Kiril Krasimir Kristiyan Lachezar Lyubomir Lyudmila Margarita Mariyana Martin Metodi Milena
    Mihail Nadezhda Nedyalka Nikolay Ognyan Ognian Pavlina Penka Petar Petko Petya Plamen Radka
    Radoslav Radostin Ralitsa Rosen Rositsa Rumen Rumyana Simeon Snezhana Stanimir Stefka Stoyan
    Stoyanka Svetla Svetoslav Temenuzhka Todor Todorka Tsvetan Tsvetana Tsvetelina Valentin
    Vasil Vasilka Velichko Ventsislav Veselin Vesela Vladimir Yana Yanko Yavor Yordan Yordanka
    Zhivko Zdravka Zlatka
    """

  static let russianUkrainianLatin: StaticString = """
    Afanasy Aleksandr Aleksandra Aleksei Aleksey Alexei Alexey Alina Alla Alisa Albina Anastasia
    Anastasiia Anastasiya Anatoly Anatoliy Andrei Andrey Andriy Andrii Angelina Anton Antonina
    Anna Arina Arkady Arseny Artem Artyom Artur Avdotya Bogdan Bogdana Bohdan Bohdana Boris
    Borys Daria Darya Dariya Darina Denis Denys Dmitri Dmitriy Dmitry Dmytro Eduard Ekaterina
    Elena Elizaveta Evdokia Evgeni Evgeny Evgeniy Evgenia Evgeniya Fedor Feodor Fyodor Faina
    Filipp Gavriil Galina Gennadi Gennady Georgy Georgiy Gleb Grigori Grigory Halyna Hanna
    Hryhoriy Ignat Igor Ihor Ilia Ilya Illia Inna Innokenty Iosif Iraida Irina Iryna Ivan
    Kateryna Khrystyna Kirill Kira Klavdia Klim Konstantin Kostiantyn Kostya Ksenia Kseniya
    Kyrylo Larisa Larysa Lev Leonid Lesya Lidia Lidiya Lilia Lyubov Liubov Lyuba Liudmyla
    Ludmila Lyudmila Makar Maksim Maksym Maria Mariya Mariia Marina Maryna Marta Matvey Maxim
    Mikhail Mila Miroslav Miron Mykhailo Mykola Mykyta Mstislav Nadezhda Nadiya Natalia Nataliya
    Nataliia Natalya Nelli Nikita Nikolai Nikolay Nina Nonna Oksana Oleg Oleh Oleksandr
    Oleksandra Oleksii Oleksiy Olena Olesya Olga Olha Orest Ostap Ouliana Pavel Pavlo Petro
    Platon Polina Pyotr Petr Prokhor Raisa Rimma Rodion Roman Roksolana Rostislav Ruslan Ruslana
    Savely Semyon Serafima Sergei Sergey Serhii Serhiy Slava Sofia Sofya Sofiya Solomiya
    Stanislav Stepan Svetlana Svitlana Svyatoslav Tamara Taras Tatiana Tatyana Tetiana Tetyana
    Tikhon Timofey Timur Trofim Uliana Ulyana Valentin Valentina Valentyna Valeri Valeriy Valery
    Valeria Valeriya Varvara Vasily Vasiliy Vasilisa Vasyl Veniamin Vera Veronika Viktor
    Viktoria Viktoriya Vitali Vitaliy Vitaly Vlad Vlada Vladimir Vladislav Vladlen Volodymyr
    Vsevolod Vyacheslav Viacheslav Yakov Yana Yaroslav Yaroslava Yefim Yegor Yekaterina Yelena
    Yelizaveta Yevgeni Yevgeny Yevgenia Yevhen Yulia Yuliya Yuliia Yuri Yuriy Yurii Yury Zakhar
    Zhanna Zinaida Zoya
    """

  static let cyrillic: StaticString = """
    Александр Александра Алексей Алина Алиса Алла Альбина Анастасия Анатолий Ангелина Андрей
    Анна Антон Антонина Аркадий Арина Арсений Артём Артем Артур Богдан Борис Вадим Валентин
    Валентина Валерий Валерия Варвара Василий Василиса Вера Вероника Виктор Виктория Виталий
    Владимир Владислав Всеволод Вячеслав Галина Геннадий Георгий Глеб Григорий Дарья Данил
    Данила Даниил Денис Диана Дмитрий Евгений Евгения Егор Екатерина Елена Елизавета Ефим Жанна
    Захар Зинаида Зоя Иван Игорь Илья Инна Ирина Карина Кира Кирилл Константин Ксения Лариса Лев
    Леонид Лидия Лилия Любовь Людмила Макар Максим Маргарита Марина Мария Марк Матвей Михаил
    Надежда Наталья Наталия Никита Николай Нина Оксана Олег Олеся Ольга Павел Пётр Петр Полина
    Раиса Римма Родион Роман Руслан Светлана Семён Семен Сергей Софья София Станислав Степан
    Тамара Тарас Татьяна Тимофей Тимур Ульяна Фёдор Федор Филипп Эдуард Эльвира Юлия Юрий Яков
    Яна Ярослав Ярослава Андрій Олександр Олександра Олексій Олена Микола Михайло Дмитро
    Володимир Василь Сергій Ірина Тетяна Наталія Катерина Юлія Марія Світлана Богдана Юрій
    Віктор Вікторія Віталій Ігор Іван Ілля Євген Петро Павло Ганна Надія Любов Георги Димитър
    Иванка Красимир Пламен Стоян Петя
    """

  static let baltic: StaticString = """
    Agnė Aigars Ainars Aivars Aldis Aldona Algimantas Algirdas Alvydas Andris Andrius Anita
    Antanas Arturas Artūrs Arvydas Asta Aušra Austėja Baiba Birutė Daiva Dainis Dalia Darius
    Daina Dace Domantas Donatas Edgars Eglė Egidijus Elīna Gediminas Giedrė Gintaras Gintars
    Gražina Guntis Guntars Ieva Ilze Inese Inga Ingrida Irena Ivars Jānis Janina Jolanta Jonas
    Jūratė Juris Juozas Justinas Karlis Kārlis Kęstutis Kristaps Kristīne Laima Laimonas Lauris
    Līga Lina Linas Maija Mantas Maris Māris Martiņš Mārtiņš Mindaugas Modestas Monta Nerijus
    Neringa Normunds Petras Raimonds Ramūnas Rasa Rimantas Rimvydas Rita Rolandas Rūta Saulius
    Sandris Sanita Santa Sigita Simona Solvita Tadas Tomas Uldis Valdas Valdis Vaida Vaidas
    Vaiva Viesturs Vilma Violeta Vita Vitalija Vytautas Zane Žydrūnas Aino Aivar Ants Andrus Anu
    Ene Enn Epp Hannes Heiki Helve Indrek Jaak Jaan Jüri Kadri Kaarel Kaja Kalev Kalju Kristjan
    Küllike Lembit Liina Liis Mart Maarja Mihkel Merike Meelis Priit Peeter Piret Raivo Rein
    Reet Siim Tarmo Tiit Tiiu Toomas Triin Tõnu Tõnis Urmas Urve Ülle Ülo Vaike Vello Viive
    """

  static let turkishAzeri: StaticString = """
    Abdullah Adem Adnan Ahmet Alev Ali Alper Altan Anıl Arda Arzu Aslı Asuman Ata Atakan Atilla
    Ayça Ayhan Aykut Aylin Aynur Aysel Ayşe Ayşegül Ayten Aziz Bahar Banu Baran Barış Başak
    Batuhan Bayram Begüm Bekir Belgin Beren Berk Berkay Berna Beyza Bilal Bilge Birol Birsen
    Burak Burcu Bülent Büşra Can Canan Cansu Celal Cem Cemal Cemil Cengiz Ceren Ceyda Ceylan
    Cihan Cüneyt Çağatay Çağla Çağlar Çetin Çiğdem Damla Demet Deniz Derya Devrim Didem Dilara
    Dilek Doğan Doğukan Duygu Ebru Ece Ecem Eda Ege Ekrem Ela Elif Emel Emin Emine Emir Emirhan
    Emrah Emre Enes Engin Enver Ercan Erdal Erdem Erdoğan Eren Ergin Ergün Erhan Erkan Erol
    Ersin Ertan Ertuğrul Esin Esma Esra Evren Eyüp Faruk Fatih Fatma Ferhat Feride Ferit Figen
    Fikret Filiz Funda Furkan Gamze Gizem Gökçe Gökhan Gönül Görkem Gül Gülay Gülcan Gülden
    Gülizar Gülsüm Gülşah Gülşen Gürkan Güven Hacer Hakan Haldun Halil Halit Halime Haluk Hamza
    Handan Hande Hanife Hasan Hatice Haydar Hayri Hülya Hüseyin Hüsnü İbrahim İdil İlayda İlhan
    İlkay İlker İlknur İnci İpek İrem İsmail İsmet İzzet Kaan Kadir Kadriye Kamil Kazım Kemal
    Kenan Kerem Kerim Koray Korkut Kübra Lale Latife Leman Levent Leyla Mahmut Mehmet Mehtap
    Melek Melike Melis Meltem Meral Mert Meryem Mesut Metin Mine Muammer Muhammed Muhammet Murat
    Musa Mustafa Mücahit Müge Münir Müslüm Naciye Nalan Namık Nazan Nazlı Necati Necdet Necla
    Necmettin Nermin Nesrin Neslihan Nevin Nevzat Nihal Nihat Nil Nilay Nilgün Nilüfer Nimet
    Nuray Nuri Nuriye Nurten Oğuz Oğuzhan Okan Oktay Onur Orhan Osman Oya Ozan Ömer Önder Özcan
    Özge Özgür Özlem Pelin Pınar Polat Rabia Ramazan Recep Refik Remzi Reyhan Rıdvan Rıza Rukiye
    Sabri Sadık Safiye Salih Saliha Sami Satılmış Seda Sedat Sefa Selahattin Selçuk Selda Selim
    Selin Selma Semih Semra Sena Serap Seray Serdar Serhat Serkan Serpil Sertaç Sevda Sevgi
    Sevil Sevim Sevinç Seyit Sezen Sezer Sibel Sinan Songül Suat Sultan Süheyla Süleyman Şaban
    Şahin Şebnem Şenay Şengül Şerife Şevket Şule Şükran Şükrü Tahir Tahsin Talat Tamer Taner
    Tarkan Tarık Tayfun Tayyip Tekin Tolga Tuba Tufan Tuğba Tuğçe Tuncay Turan Turgay Turgut
    Türkan Ufuk Uğur Ulaş Umut Ümit Ümran Vedat Veli Veysel Volkan Yağmur Yakup Yalçın Yaşar
    Yasemin Yasin Yavuz Yeliz Yeşim Yıldız Yılmaz Yiğit Yunus Yusuf Yüksel Zafer Zehra Zeki
    Zekiye Zerrin Zeynep Zeliha Zübeyde Zülfiye Aygun Elchin Elnur Ilham Kamran Nigar Orkhan
    Rashad Ramil Samir Tural Vugar Zaur
    """

  static let arabic: StaticString = """
    Aaliyah Abbas Abd Abdallah Abdel Abdelaziz Abdelkader Abdelrahman Abdul Abdulaziz Abdulkarim
    Abdullah Abdulrahman Abdulla Abeer Abir Adel Adham Adil Adnan Afaf Ahlam Ahmad Ahmed Aida
    Aisha Aicha Akram Ala Alaa Ali Alia Aliya Amal Amani Amer Amin Amina Amir Amira Ammar Amr
    Anas Anis Anwar Areej Arwa Asad Ashraf Asif Asma Asmaa Atef Awad Aya Ayah Ayman Aymen Ayoub
    Aziz Aziza Azza Badr Bahaa Baher Bakr Basem Basil Basim Basma Bassam Bassem Bassel Bilal
    Bushra Chaima Daoud Dalal Dalia Dana Diaa Dina Doaa Duaa Ehab Eman Emad Fadel Fadi Fadwa
    Fahad Fahd Fahmi Faisal Faiza Fakhri Farah Fares Farid Farida Faris Farouk Fathi Fatima
    Fatimah Fatma Fawzi Fawzia Faysal Feras Firas Fouad Fuad Ghada Ghaith Ghassan Habib Habiba
    Hadi Hadeel Hafez Hafsa Haidar Haitham Hajar Hakim Hala Halima Hamad Hamdan Hamdi Hamed
    Hamid Hamza Hana Hanaa Hanan Hani Hanin Hareth Haroun Hasan Hashem Hassan Hassanein Hatem
    Haya Haytham Hazem Heba Hiba Hicham Hisham Hind Hoda Houda Hossam Huda Hussain Hussam
    Hussein Husam Ibrahim Ibtisam Idris Ihab Ikram Imad Iman Imane Imran Inas Intisar Isa Ismail
    Ismat Israa Issa Jaber Jabir Jad Jafar Jalal Jamal Jamila Jamil Jassim Jawad Jihad Jihan
    Joumana Jumana Kamal Kamel Karam Karim Karima Kawthar Khadija Khaled Khalid Khalifa Khalil
    Khawla Lamia Lamis Latifa Layla Leila Lina Loay Lubna Lujain Lulwa Madiha Maha Mahdi Maher
    Mahmoud Mahmud Mai Majed Majid Majida Malak Malek Malik Manal Mansour Maram Mariam Marwa
    Marwan Maryam Masoud May Maysa Mazen Mehdi Mina Mirna Moataz Mohamad Mohamed Mohammad
    Mohammed Mohannad Mohsen Moez Mona Mostafa Mounir Moustafa Muath Mubarak Muhammad Muhannad
    Mumtaz Muna Munir Munira Murad Musa Mustafa Nabil Nabila Nada Nader Nadia Nadine Nadir
    Naglaa Nahed Nahla Naif Naima Najat Najib Najwa Nasir Nasra Nasreen Nasser Nawal Nawaf Nayef
    Nazih Nermeen Nesma Nidal Nihad Nizar Noor Noora Nora Noura Nour Nouf Nouha Nuha Nura Omar
    Omnia Osama Othman Qasim Qusay Rabab Rabie Radwan Raed Rafik Raghad Rahim Rahma Raja Rajaa
    Rami Ramy Ramzi Rana Rand Rania Rasha Rashad Rashed Rashid Rawan Rawia Rayan Razan Reda Reem
    Riad Rida Rihab Rima Riyad Riyadh Roula Ruba Rula Ruqayyah Saad Sabah Saber Sabri Sadia
    Saeed Safa Safaa Safiya Safwan Sahar Said Saif Saja Sajida Salah Salam Saleh Salem Salim
    Salma Salman Salwa Sama Samar Sameer Sameh Samer Sami Samia Samih Samir Samira Sana Sanaa
    Sara Sarah Sawsan Sayed Seif Shaaban Shadi Shahd Shaima Shaimaa Sharif Shehab Sherif Sherine
    Shereen Siham Soha Sohail Souad Soufiane Suad Suha Suhail Sulaiman Suleiman Sultan Sumaya
    Suzan Taha Taher Tahani Tamer Tamim Tarek Tariq Tawfik Thamer Turki Umar Umm Usama Uthman
    Wael Wafa Wafaa Waheed Wahid Wala Waleed Walid Warda Wasim Widad Yahia Yahya Yaser Yasir
    Yasmeen Yasmine Yasser Yassin Yassine Younes Younis Yousef Youssef Youssra Yousra Yusra
    Yusuf Zaher Zahra Zaid Zain Zaina Zainab Zakaria Zaki Zaynab Zayed Zeina Zeinab Zeyad Ziad
    Ziyad Zoubeir Zouhair Zuhair
    """

  static let persianAfghanKurdish: StaticString = """
    Abbas Abtin Afsaneh Afshin Ahoo Akbar Alborz Alireza Amirhossein Anahita Aram Arash Ardeshir
    Arezoo Arman Armin Arya Asghar Atefeh Azadeh Azar Azita Babak Bahador Bahar Bahareh Bahman
    Bahram Baran Behnam Behnaz Behrad Behrang Behrooz Behrouz Behzad Bijan Dariush Daryoush
    Davoud Darya Delaram Ehsan Elaheh Elham Elnaz Emad Erfan Esfandiar Esmaeil Fahimeh Farah
    Faramarz Faranak Farbod Farhad Fariba Faride Farideh Farnaz Farrokh Farshad Farshid Farzad
    Farzaneh Farzin Fatemeh Fereshteh Fereydoun Firouz Firoozeh Forough Ghazal Ghazaleh Ghodrat
    Giti Golnar Golnaz Golshan Hamideh Hamidreza Hedieh Helia Hengameh Homa Homayoun Hooman
    Hormoz Hossein Houshang Iraj Jahangir Jaleh Jamshid Javad Jila Kambiz Kamran Kamyar Katayoun
    Kaveh Kazem Keyvan Khashayar Khosrow Kian Kianoush Kiarash Kimia Kourosh Laleh Ladan Leila
    Mahin Mahnaz Mahsa Mahshid Mahtab Mahvash Maliheh Mandana Maneli Mani Manijeh Manouchehr
    Maral Marjan Maryam Marzieh Masoud Massoud Mehran Mehrdad Mehri Mehrnaz Mehrnoosh Mehrzad
    Mina Minoo Mitra Mojgan Mojtaba Morteza Morvarid Moslem Nadereh Nahid Narges Nasim Nasrin
    Navid Nazanin Nader Negar Negin Niki Niloofar Niloufar Nima Niusha Omid Parastoo Pari
    Parinaz Parisa Parivash Parvaneh Parvin Parviz Payam Pedram Pegah Peiman Peyman Pooya Pouria
    Pouyan Rahele Ramin Reyhaneh Reza Rostam Roya Roozbeh Roshanak Rouzbeh Roxana Saba Sadegh
    Saeedeh Saghar Sahar Saman Samaneh Sanaz Sara Sasan Sedigheh Sepehr Sepideh Setareh Shabnam
    Shadi Shaghayegh Shahab Shahin Shahla Shahnaz Shahram Shahriar Shahrzad Shahrokh Shahryar
    Shapour Sharareh Sheida Shima Shirin Shiva Shohreh Shokoufeh Siamak Siavash Sima Simin Sina
    Sirous Soheil Soheila Sohrab Soraya Soroush Sousan Taher Tahereh Tara Taraneh Termeh Touraj
    Vahid Vida Yalda Yasaman Zahra Zari Zhaleh Zohreh Azad Dilan Rojin Berivan Hiwa Shvan Karwan
    Gulalai Zarmina Zalmai Najibullah Hamidullah Farishta
    """

  static let hebrew: StaticString = """
    Adi Adina Aharon Akiva Alon Amichai Amir Amit Amnon Amos Anat Arieh Ari Arik Asaf Assaf
    Ashira Asher Avi Aviad Avigail Avihai Avishai Aviv Aviva Avital Avner Avraham Ayala Ayelet
    Barak Baruch Batsheva Batya Benny Benzion Boaz Bracha Carmit Chaim Chana Chava Chaya Chen
    Dafna Dalia Dalit Danit Devorah Dor Doron Dov Dror Efrat Efraim Ehud Einat Eitan Elad Elazar
    Eli Eliahu Eliav Eliezer Elisheva Eliyahu Elkana Eran Erez Esti Eyal Ezra Gad Gadi Gal Galia
    Galit Gidon Gil Gila Gilad Gili Guy Hadar Hadas Hadassah Haim Hanan Hila Hillel Hodaya Iddo
    Idan Ido Ilan Ilana Inbal Inbar Irit Itai Itamar Itzhak Kalman Keren Kobi Lavi Leah Lev Liat
    Lihi Limor Liora Lior Liron Maayan Malka Maor Matan Mayan Meir Meirav Menachem Merav Michal
    Miri Mordechai Moran Moshe Moti Naama Nachman Nadav Naftali Nechama Neta Nili Nimrod Nir
    Nira Nissim Nitzan Noa Noam Nurit Ofek Ofer Ofir Ofra Ohad Omer Omri Ophir Ora Oren Orit
    Orly Osnat Oz Peretz Pinchas Rafi Rachamim Ran Raz Reuven Rina Rinat Rivka Roee Roi Ron
    Ronen Roni Ronit Sagi Sapir Sarit Shai Shalom Shani Sharona Shaul Shaked Shimon Shir Shira
    Shiri Shlomi Shlomit Shlomo Shmuel Shmulik Shoshana Shulamit Sigal Simcha Sivan Smadar Tal
    Tali Talya Tamar Tamir Tehila Tomer Tova Tuvia Tzipi Tzipora Tzvi Uri Uriel Uzi Vered Yaakov
    Yael Yaara Yafit Yair Yakir Yakov Yaniv Yaron Yarden Yechiel Yehoshua Yehuda Yehudit Yifat
    Yigal Yisrael Yishai Yitzhak Yoav Yochanan Yoel Yona Yonatan Yoni Yoram Yosef Yossi Yotam
    Yuval Zehava Zeev Zev Ziv Zohar Zvi
    """

  static let indian: StaticString = """
    Aadhya Aarav Aarti Abhay Abhijit Abhinav Abhishek Achyut Aditi Aditya Ajay Ajit Akash Akhil
    Akshay Alok Aman Amarjit Amar Ambika Amit Amita Amitabh Amol Amrita Anand Ananya Anil
    Anirudh Anita Anjali Anju Ankit Ankita Ankur Anshul Anupam Anuradha Anurag Anusha Anushka
    Aparna Apoorva Archana Arjun Arnav Arun Aruna Arundhati Arvind Asha Ashish Ashok Ashutosh
    Ashwin Ashwini Asmita Atul Avani Avinash Ayush Babita Balaji Baldev Balwinder Bharat Bharati
    Bhavana Bhavesh Bhavna Bhuvan Bhumika Bimal Bina Brijesh Chandan Chandra Chandrika Charu
    Chetan Chetana Chirag Chitra Damini Darshan Darshana Debashish Deepa Deepak Deepali Deepika
    Deepti Devendra Devi Devika Dhananjay Dhanraj Dharmendra Dhruv Dhruvi Dilip Dimple Dinesh
    Dipak Dipika Divya Durga Farhan Gagan Ganesh Gaurav Gauri Gautam Gayatri Geeta Gita Girish
    Gopal Gopi Govind Gulshan Gurpreet Gurdeep Gurmeet Hardik Hari Harini Harish Harpreet Harsh
    Harsha Harshad Harshita Hema Hemant Hemlata Himanshu Hitesh Inder Indira Indra Indrani Isha
    Ishaan Ishita Jagdish Jagjit Jai Jaideep Janaki Jasmeet Jaspreet Jatin Jaya Jayant Jayanti
    Jayesh Jayashree Jignesh Jitendra Juhi Jyoti Jyotsna Kabir Kailash Kalpana Kalyani Kamal
    Kamala Kamini Kamlesh Kanchan Kapil Karan Karthik Kartik Karuna Kaushal Kaushik Kavita
    Kavitha Keerthi Keshav Ketaki Ketan Khushi Kiran Kirti Kishan Kishore Komal Krishna Kritika
    Krupa Kuldeep Kumari Kunal Kusum Lakshman Lakshmi Lalit Lalita Lata Lavanya Laxmi Leela
    Lokesh Madan Madhav Madhavi Madhu Madhur Madhuri Mahendra Mahesh Mala Malati Malini Mamta
    Manas Mandeep Mangesh Manish Manisha Manjeet Manju Manjula Manmohan Manoj Manpreet Mansi
    Maya Mayank Mayur Meena Meenakshi Meera Megha Meghana Milind Minal Mira Mithun Mohan Mohini
    Mohit Mona Mridula Mrinal Mukesh Mukta Mukund Murali Nagaraj Nagesh Naina Nalini Namita
    Namrata Nanda Nandini Narayan Narendra Naresh Natasha Naveen Navin Navneet Neel Neelam
    Neelima Neeraj Neeta Neetu Neha Nidhi Nihar Nikhil Nikita Nilesh Nilima Nirav Nirmal Nirmala
    Nisha Nishant Nishi Nitin Nitish Nitya Omkar Padma Padmini Pallavi Pankaj Parag Paramjit
    Paresh Parminder Parth Parul Parvati Pavan Pavithra Pawan Payal Piyush Pooja Poonam Prabha
    Prabhakar Prachi Pradeep Pradnya Prakash Pramod Pranav Pranay Prasad Prasanna Prashant
    Prateek Pratibha Pratik Pratima Praveen Pravin Preeti Prem Prerna Prithvi Priti Priya
    Priyanka Puja Puneet Purnima Pushpa Rachana Rachna Radha Radhika Raghav Raghu Rahul Raj Raja
    Rajan Rajani Rajat Rajeev Rajendra Rajesh Rajeshwari Rajiv Rajkumar Rajni Rakesh Rakhi Ram
    Rama Raman Ramesh Ranjan Ranjana Ranjit Rashmi Ratan Ratna Ravi Ravindra Reena Rekha Renu
    Renuka Richa Riddhi Rishabh Rishi Ritesh Ritika Ritu Riya Rohan Rohini Rohit Roopa Roshan
    Roshni Ruchi Ruchika Rukmini Rupa Rupali Sachin Sadhana Sagar Sahil Sai Saket Samarth Sameer
    Samir Samiksha Sampath Sandeep Sandhya Sangeeta Sangita Sanjana Sanjay Sanjeev Sanjiv
    Santosh Sapna Sarala Saraswati Sarika Sarita Sarojini Satish Satya Saurabh Savita Savitri
    Seema Shailaja Shailesh Shailendra Shakuntala Shalini Shankar Shanta Shanthi Shanti Sharad
    Sharada Sharmila Shashank Shashi Sheetal Shekhar Shikha Shilpa Shivani Shivam Shiv Shobha
    Shraddha Shreya Shruti Shubham Shubha Shweta Shyam Siddharth Simran Sita Sitaram Smita
    Smriti Sneha Snehal Sohini Sonal Sonali Sonam Soumya Sridevi Sridhar Srikanth Srinivas
    Sriram Subash Subhash Subramaniam Sudha Sudhir Sugandha Suhas Sujata Sujatha Sujit Suman
    Sumati Sumit Sumitra Sundar Sunder Sunil Sunita Suraj Surendra Suresh Surinder Surya Sushant
    Sushil Sushila Sushma Swapna Swapnil Swara Swati Tanmay Tanvi Tarun Tejas Thulasi Trupti
    Tulsi Tushar Uday Uma Umesh Upasana Urmila Urvashi Usha Uttam Vaibhav Vaishali Vandana
    Varsha Varun Vasant Vasanthi Vasudha Vasundhara Veena Venkat Venkatesh Vibha Vidya Vijay
    Vijaya Vikas Vikram Vimal Vimala Vinay Vineet Vineeta Vinod Vipin Vipul Viraj Virender
    Vishal Vishnu Vivek Vrinda Yamini Yash Yashwant Yogendra Yogesh Yogita Yuvraj
    """

  static let pakistaniBangladeshi: StaticString = """
    Aamir Abida Abrar Adeel Afzal Ahsan Aiman Akhtar Aleena Amna Anum Aqsa Arif Arooj Arshad
    Asim Asra Atif Ayesha Ayaz Azhar Babar Basharat Bisma Danish Ejaz Erum Faheem Faiq Faiza
    Farooq Farrukh Fawad Fazal Fiza Ghulam Gulzar Habibur Haris Hassan Hina Humaira Iftikhar
    Ijaz Imtiaz Inzamam Iqra Irfan Irum Javed Javeria Jahanara Junaid Kainat Kashif Khurram
    Kiran Kulsoom Kulsum Laiba Liaqat Maheen Mahnoor Mahira Maira Mehreen Mehwish Misbah Moeen
    Mubashir Mudassar Muneeb Nabeel Nadeem Naeem Nafeesa Naheed Naila Nasim Nasreen Naveed Nazia
    Nighat Nimra Nosheen Nusrat Parveen Qasim Quratulain Rabia Rafiq Raheel Rameez Rashida Razia
    Rehana Rehman Ruqia Rubina Rukhsana Saba Sadaf Sadiq Saima Sajid Sajjad Saleem Sania Saqib
    Sarfaraz Shabana Shabbir Shafiq Shagufta Shahbaz Shaheen Shahid Shahida Shahzad Shahzadi
    Shakeel Shamim Shaista Shaukat Shazia Shehzad Shoaib Shumaila Sidra Sobia Sohail Sumaira
    Sumera Syed Tabassum Tahira Talha Tanveer Tanvir Tasneem Tauqeer Tayyab Tehmina Touqeer
    Umair Umer Usman Uzair Uzma Waheeda Wajid Waqar Waqas Yasmeen Zafar Zaheer Zahid Zahida
    Zainab Zara Zeeshan Zubair Zubaida Zunaira Ayub Abdur Anisur Farhana Fahmida Jahangir
    Khaleda Mahbub Mizanur Mosammat Nasima Rokeya Sharmin Shahin Taslima
    """

  static let sriLankanNepali: StaticString = """
    Anura Chaminda Chandrika Dinesh Dilshan Gamini Ishara Kasun Lasith Mahela Malinga Nimal
    Nuwan Priyantha Ranil Ruwan Sanath Sajith Sunethra Thilini Upul Bishnu Dipendra Laxman
    Prachanda Pratibha Rabindra Sabina Sushila Tashi Tenzin Pema Dorji Karma Sonam
    """

  static let chinese: StaticString = """
    Ah Bao Bei Bin Bing Bo Chang Chao Cheng Chong Chun Chunhua Cong Da Dandan Dong Fang Fei Feng
    Gang Guang Guo Guoqiang Hai Hao Haoran He Hong Hongmei Hua Huan Hui Huifang Jia Jiahao
    Jiajia Jian Jianguo Jianhua Jianjun Jie Jin Jing Jingyi Jinlong Jun Kai Kang Lan Lei Li
    Liang Lijuan Lili Lin Ling Lingling Lixin Long Mei Meihua Meiling Min Ming Mingyu Na Nan
    Ning Pei Peng Ping Qi Qian Qiang Qing Qiong Rong Rui Ruolan Shan Shao Shu Shufen Shuang Tao
    Ting Tingting Wei Weiming Wen Wenjing Xia Xiang Xiao Xiaohong Xiaoling Xiaoming Xiaoyan Xin
    Xinyi Xiu Xiuying Xiulan Xue Yan Yang Yanling Ye Yi Yifan Ying Yingjie Yiming Yong Yu Yuan
    Yue Yulan Yun Yuxuan Ze Zexi Zhen Zheng Zhi Zhihao Zhiqiang Zhong Zhou Zihan Zixuan Ziyang
    Wing Ka Chi Kwok Siu Yiu Mei-Ling Chia Chien Hsiao Hsin Shih Tzu Wai Yuet Kit Kwan Lai Man
    Sze Tak Tsz Wah
    """

  static let japanese: StaticString = """
    Ai Aiko Akane Akemi Aki Akihiko Akihiro Akiko Akio Akira Asami Asuka Aya Ayaka Ayako Ayame
    Ayumi Chie Chieko Chika Chikako Chinatsu Chiyo Daichi Daiki Daisuke Eiji Eiko Emi Emiko Eri
    Etsuko Fumiko Fumio Goro Haruka Haruki Haruko Haruto Hayato Hidefumi Hideki Hideko Hideo
    Hikari Hikaru Hina Hinata Hiro Hiroaki Hiroko Hiroki Hiromi Hironori Hiroshi Hiroto Hiroyuki
    Hisako Hitomi Hitoshi Honoka Ichiro Isamu Itsuki Jiro Jun Junichi Junko Kaede Kaito Kana
    Kanako Kaori Kaoru Kasumi Katsumi Katsuo Kazue Kazuhiko Kazuhiro Kazuki Kazuko Kazuo Kazuya
    Kei Keiichi Keiji Keiko Keisuke Keita Kengo Kenichi Kenji Kenta Kiyoko Kiyoshi Koichi Koji
    Kotaro Kumiko Kunio Kyoko Madoka Mai Maiko Maki Makiko Makoto Mami Mamoru Mana Manabu Manami
    Mari Mariko Masaaki Masahiro Masaki Masako Masami Masanori Masao Masaru Masashi Masato
    Masayuki Mayu Mayumi Megumi Michiko Michio Midori Mieko Miho Mika Mikako Miki Mina Minako
    Minami Minoru Mio Misaki Mitsuko Mitsuo Mitsuru Miwa Miyako Miyu Miyuki Mizuki Moe Momoka
    Momoko Nana Nanako Nanami Nao Naoki Naoko Naomi Naoto Naoya Narumi Natsuki Natsuko Natsumi
    Noboru Nobuko Nobuo Nobuyuki Noriko Norio Osamu Ren Reiko Rie Riku Riko Rin Rina Risa Ryo
    Ryoichi Ryoko Ryosuke Ryota Ryuichi Ryuji Sachiko Saki Sakura Saori Satoko Satomi Satoru
    Satoshi Sayaka Sayuri Seiichi Seiji Setsuko Shigeko Shigeo Shigeru Shin Shinichi Shinji
    Shinobu Shinya Shiori Shizuka Shizuko Sho Shohei Shoichi Shoko Shota Shuichi Shun Shunsuke
    Sora Sumiko Susumu Tadashi Taichi Takahiro Takako Takao Takashi Takayuki Takehiko Takeo
    Takeshi Takumi Takuya Tamiko Taro Tatsuo Tatsuya Teruko Tetsuo Tetsuya Tomo Tomohiro Tomoko
    Tomomi Tomoya Toru Toshiaki Toshiko Toshio Toshiyuki Tsubasa Tsutomu Tsuyoshi Yamato
    Yasuhiro Yasuko Yasuo Yasushi Yoichi Yoko Yoshiaki Yoshie Yoshihiro Yoshiko Yoshio Yosuke
    Yota Yu Yui Yuichi Yuji Yuka Yukari Yuki Yukie Yukiko Yukio Yuko Yuma Yumi Yumiko Yuri
    Yuriko Yusuke Yuta Yutaka Yuto Yuuka
    """

  static let korean: StaticString = """
    Ara Areum Bo-ra Bora Byung Byung-hun Chae-won Chan-ho Chang-min Cheol-su Chul Da-eun
    Dae-hyun Do-yun Dong-hyun Dong-wook Donghyun Eun Eun-hye Eun-ji Eun-jung Eunji Gi-tae Ha-eun
    Ha-joon Haejin Hana Hee-jin Ho-jin Hye-jin Hye-won Hyejin Hyeon-woo Hyun Hyun-jin Hyun-joo
    Hyun-woo Hyunwoo In-hye In-sung Jae-hyun Jae-sung Jae-won Jaehyun Ji-eun Ji-ho Ji-hoon
    Ji-hye Ji-min Ji-soo Ji-won Ji-woo Ji-yeon Ji-young Jihoon Jihye Jimin Jin-ho Jin-woo Jisoo
    Jiwon Jiyoung Jong-su Joon-ho Ju-won Jun-ho Jun-seo Jung-hee Jungkook Kyung Kyung-hee
    Kyung-soo Mi-kyung Mi-sook Min-ho Min-ji Min-jun Min-jung Min-seo Min-soo Minho Minji Minjun
    Myung-bak Myung-hee Sang-hoon Sang-woo Sangwoo Seo-jun Seo-yeon Seo-yun Seojun Seok-jin
    Seung-hoon Seung-hyun Seunghyun So-hee So-yeon So-young Soo-jin Soojin Soo-yeon Su-bin
    Sun-hee Sung-ho Sung-min Sungmin Tae-hee Tae-hyung Taehyung Tae-yang Won-bin Woo-jin
    Woo-sung Yeon-woo Ye-jin Yejin Yong-ho Yoo-jin Yoona Young-ae Young-ho Young-hee Young-ja
    Young-soo Younghee Yu-jin Yu-na Yuna
    """

  static let vietnamese: StaticString = """
    Anh Ánh Bảo Bích Bình Chi Chiến Công Cường Đan Đạt Diễm Diệp Diệu Dũng Dung Duy Duyên Đào
    Đức Giang Giao Hà Hạnh Hằng Hân Hậu Hiền Hiếu Hiệp Hoa Hòa Hoài Hoàng Hồng Huệ Hùng Hương
    Huy Huyền Khánh Khang Khải Khoa Khôi Kiên Kiều Kim Lan Lâm Liên Linh Loan Lộc Long Lợi Lụa
    Lương Ly Mạnh Mai Minh My Mỹ Nam Nga Ngân Nghĩa Ngọc Nguyệt Nhã Nhân Nhật Nhi Nhung Như Oanh
    Phát Phong Phúc Phương Phượng Quân Quang Quốc Quý Quyên Quỳnh Sơn Tâm Tân Thái Thanh Thành
    Thảo Thắng Thi Thịnh Thoa Thông Thu Thư Thuận Thục Thủy Thúy Thùy Thương Tiến Tín Toàn Trang
    Trâm Trí Triết Trinh Trúc Trung Tú Tuấn Tùng Tuyền Tuyết Uyên Vân Việt Vinh Vy Xuân Yến
    """

  static let thaiLaoKhmerBurmese: StaticString = """
    Achara Adisak Amphon Anan Ananda Anong Anuchit Anurak Apinya Aroon Arthit Aung Apichat
    Boonsri Boonmee Busaba Chai Chaiwat Chalerm Chanchai Channarong Chatchai Chanida Chutima
    Duangjai Ekachai Jintana Kamol Kanchana Kannika Kanya Kittisak Kritsana Kulap Kwanjai Lalana
    Mali Malai Manee Mongkut Nattapong Nattaya Narong Niran Nittaya Nonglak Noppadon Orathai
    Panit Pakorn Patcharee Phichit Pichai Pimchanok Piyawat Ploy Pornthip Prasert Prasit Preecha
    Prayut Rattana Ratana Rungroj Saengdao Sakda Samart Sanoh Sarawut Sasithorn Siriporn Siriwan
    Somboon Somchai Somkid Somkiat Somporn Somsak Somsri Sudarat Sukhon Sunan Sunee Supachai
    Suphaporn Suranat Surasak Suwannee Suwit Tassanee Thaksin Thanakorn Thawatchai Thida Udom
    Urai Uthai Vichai Wanida Wanchai Wattana Weerachai Wichai Wilaiwan Wipada Wirat Yingluck
    Yuphin Bounmy Khamphoui Souphanouvong Bopha Chanthou Dara Kosal Phalla Rithy Samnang Sophal
    Sophea Sokha Sovann Sreymom Veasna Vuthy Htun Hla Khin Kyaw Maung Moe Myint Nandar Ohn Phyo
    Sandar Sanda Suu Thant Thandar Thein Thiri Thuzar Yadanar Zaw Zin
    """

  static let indonesianMalay: StaticString = """
    Abdulrahman Ade Adi Aditya Agung Agus Ahmad Aini Ajeng Andi Anggun Anisa Annisa Arief Arif
    Aris Asep Astuti Ayu Azlan Azman Azmi Azura Bagus Bambang Bayu Budi Cahya Candra Citra
    Dadang Darma Dedi Dedy Dewi Dewa Dian Dimas Dini Djoko Dwi Eka Eko Endah Endang Erlangga
    Faizal Fajar Faridah Fitri Fitriani Gede Gita Guntur Hadi Halimah Handoko Haryanto Hendra
    Heru Hidayat Hidayah Ika Ilham Imam Indah Indra Intan Irwan Iskandar Ismail Iwan Joko Kadek
    Kartika Kartini Komang Kurnia Kusuma Laksmi Lestari Luthfi Made Mahathir Maimunah Megawati
    Melati Mohd Muhamad Nining Ningsih Noor Norhayati Normah Novita Nur Nurhaliza Nurul Nyoman
    Oka Pandu Puspita Puteri Putra Putri Putu Rahayu Rahman Rahmat Ratih Ratna Ratnasari Retno
    Rina Rini Rizal Rizki Rizky Rohani Roslan Rosmah Rosnah Rudi Rusdi Sari Septian Setiawan
    Shahrizal Siti Slamet Soleh Sri Suci Sugeng Suharto Sukarno Sulastri Sumarni Supriyadi Surya
    Suryani Susanti Susilo Sutrisno Taufik Teguh Tini Titin Toto Tri Tuti Tuan Udin Umi Utami
    Wahyu Wati Wawan Wayan Wening Widodo Widya Wira Wulan Yanti Yanto Yudi Yudhi Yulia Yuni
    Yusof Zainal Zainuddin Zaiton Zulkifli
    """

  static let filipino: StaticString = """
    Angelito Analyn Arjay Arnel Bayani Benigno Bernadette Bienvenido Bongbong Carmelita Celerina
    Corazon Crisanta Dalisay Danilo Dante Divina Edgardo Efren Erlinda Evangeline Ferdinand Fe
    Florante Gerardo Gilda Honesto Imelda Isko Jejomar Jericho Jhun Jocelyn Jomar Joselito
    Josefina Junior Ligaya Liezl Leilani Leni Lito Lourdes Luningning Luzviminda Mayumi Maricel
    Maricar Marites Marlon Milagros Mylene Nenita Nestor Norberto Paz Perlita Precious Reynaldo
    Rizalina Rodel Rodrigo Rogelio Rolando Romulo Rosalinda Rosemarie Roxas Rowena Rommel
    Teodoro Teresita Tessie Virgilio Wilfredo Zenaida
    """

  static let westAfrican: StaticString = """
    Abayomi Abebi Abena Abeni Abimbola Abiodun Abiola Ada Adaeze Adaku Adaobi Adanna Ade Adebayo
    Adebisi Adebola Adedayo Adegoke Adekunle Adeola Adeleke Ademola Adenike Adeolu Aderonke
    Adesola Adetokunbo Adewale Adeyemi Adjoa Adwoa Afia Afolabi Afua Aissatou Aïcha Aïssa Ajani
    Akin Akinyemi Akosua Akpan Akua Akwasi Ama Amadi Amadou Amara Amarachi Aminata Amina Aminu
    Anayo Arinze Assane Awa Ayo Ayodele Ayomide Azuka Babajide Babatunde Bamidele Bello Binta
    Bolanle Boubacar Bukola Chiamaka Chibuike Chibuzo Chichi Chidi Chidiebere Chidinma Chiedu
    Chigozie Chijioke Chika Chike Chima Chimamanda Chinedu Chinelo Chinonso Chinua Chinwe
    Chinyere Chioma Chisom Chuka Chukwudi Chukwuemeka Chukwuma Damilola Dayo Djibril Ebele Ebere
    Efe Efua Ejike Ekene Ekow Emeka Emenike Enitan Esi Fatou Fatoumata Femi Fiifi Folake
    Folasade Funke Funmilayo Gbenga Gloria Godwin Goodluck Hadiza Halima Haruna Hauwa Ibironke
    Ibrahima Idowu Idrissa Ife Ifeanyi Ifeoma Ify Ige Ikechukwu Ikenna Isioma Iyabo Jelani Jide
    Jumoke Kader Kamau Kehinde Kelechi Kofi Kojo Kunle Kwabena Kwadwo Kwaku Kwame Kwasi Kwesi
    Lamine Lola Maimouna Mamadou Mariama Modou Modupe Moussa Musa Ndidi Ngozi Nkechi Nkem Nkiru
    Nnamdi Nneka Nnenna Nonso Nosa Nwabueze Nyong Obafemi Obi Obinna Obiageli Odinaka Ogechi
    Oghenero Okechukwu Okezie Olabisi Olabode Oladele Oladipo Olamide Olanrewaju Olayinka Olu
    Oluchi Olufemi Olufunke Olumide Olusegun Oluwaseun Oluwatobi Omolara Omotola Onyeka
    Onyekachi Osagie Osaze Osas Ousmane Oumar Rasheed Remi Rotimi Sade Salif Samba Seun Segun
    Sekou Seydou Shola Sola Somto Souleymane Sunday Tayo Temitope Thierno Titilayo Tobi Tochukwu
    Toyin Tunde Uche Uchenna Udo Ugochi Ugochukwu Ugonna Uju Uzoma Wole Yaa Yakubu Yaw Yemi
    Yetunde Youssou Zainabu
    """

  static let eastAndSouthernAfrican: StaticString = """
    Abebe Abeba Abel Achieng Adhiambo Akinyi Akoth Alemayehu Almaz Amanuel Amare Amina Anyango
    Aster Atieno Awino Ayana Bekele Berhane Betelhem Biniam Chebet Chipo Cheptoo Daniso Dawit
    Dembe Derartu Desta Ephrem Ermias Eskender Eyasu Farai Feven Fikru Filmon Genet Getachew
    Gathoni Gebre Girma Haile Hailu Hiwot Isaias Jabari Jabulani Jebet Jepkosgei Juma Kagiso
    Kamau Kariuki Karimi Kato Kebede Kidane Kipchoge Kiprono Kiptoo Kipkemboi Kgomotso Khumalo
    Kudzai Lerato Lesedi Lindiwe Lungile Lwazi Makeda Makena Mandla Masego Mbali Mehari Mekonnen
    Melaku Meles Merhawi Mesfin Meskel Moraa Mosi Mpho Mulugeta Muthoni Mutua Mwangi Mwende
    Nakato Naledi Nandi Ndlovu Neema Negash Njeri Njoroge Nkosana Nokuthula Nomsa Nomvula
    Nonhlanhla Nthabiseng Ntombi Nyambura Nyah Nyokabi Ochieng Odhiambo Okello Okoth Omondi
    Onyango Otieno Palesa Petros Rahel Refilwe Robel Rudo Ruvimbo Sabela Salim Samkelo Samson
    Samuel Selam Selamawit Semhar Senait Sibusiso Sifiso Simba Siphiwe Sipho Sisay Sizwe Solomon
    Subira Tadesse Tafadzwa Tamrat Tariku Tatenda Tatek Tedros Tekle Temesgen Tendai Tesfaye
    Tesfay Tewodros Thabo Thandeka Thandi Thandiwe Thandolwethu Themba Thembi Thulani Tigist
    Tinashe Tiruneh Tsegaye Tshepo Tsehay Tumelo Unathi Uwase Vusi Wairimu Wambui Wangari Wangui
    Wanjala Wanjiku Wanjiru Winta Xolani Yared Yohannes Yonas Zanele Zawadi Zebib Zeresenay
    Zerihun Zodwa Zuri Zola Uwimana Mugisha Niyonzima Mukamana Habimana
    """

  static let georgianArmenianAlbanianCentralAsian: StaticString = """
    Ana Avtandil Bachana Davit Eka Eteri Gela Giga Giorgi Gia Irakli Keti Ketevan Khatuna Lado
    Lasha Levan Lika Maia Mamuka Manana Mariam Medea Merab Mikheil Nana Natia Nato Nika Nikoloz
    Nino Nodar Otar Revaz Rusudan Salome Shalva Shota Sopio Tamaz Tamta Teimuraz Tengiz Tinatin
    Vakhtang Vazha Zaza Zurab Anahit Ani Ara Aram Araksi Aramazd Ararat Armen Arpine Arsen
    Artashes Arthur Ashot Astghik Astrik Garegin Garik Gayane Gevorg Gor Grigor Hakob Hasmik
    Hayk Hovhannes Hrach Karapet Karen Karine Khachik Lilit Lusine Manuk Mher Mkrtich Nairi
    Narek Nerses Nune Ruzanna Samvel Sargis Satenik Serzh Shushan Siranush Sona Suren Syuzanna
    Tigran Vahagn Vahan Vahe Vardan Varduhi Vartan Vazgen Yervand Zaven Zaruhi Agim Agron Alban
    Albana Arben Ardian Ardita Arta Artan Avni Bardhyl Bashkim Bekim Besa Besnik Blerim Blerta
    Dardan Donika Drita Dritan Edona Elira Enver Erion Fatmir Fatos Flutura Gentian Genti Hashim
    Ilir Iliriana Kujtim Lirije Luan Lulzim Majlinda Mimoza Mirlinda Ramush Rinor Rozafa
    Shkelqim Shpresa Skender Teuta Valbona Valon Vjollca Xhevdet Aibek Aigul Aigerim Aizhan
    Akmal Aliya Altynai Anvar Asel Azamat Aziza Bakyt Bolat Botagoz Chingiz Daniyar Dilnoza
    Dilshod Dinara Farkhod Gulnara Gulnora Ikrom Islam Jahongir Kanat Kuanysh Lola Madina Malika
    Marat Meruert Nargiza Nodira Nursultan Nurlan Otabek Rustam Sanjar Sardor Saule Sherzod
    Shukhrat Talgat Temir Timur Ulugbek Umida Yerlan Zarina Zhanar Zulfiya Bat Batbayar Bolormaa
    Enkhbayar Ganbold Oyuun Sarnai Temujin Tsetseg
    """

  static let hawaiianMaoriPacific: StaticString = """
    Ahua Aroha Hemi Hinemoa Hone Ihaia Kahu Kaimana Kalani Kaleo Keoni Kekoa Kiri Lani Leilani
    Mahina Makana Mana Mere Moana Ngaio Ngaire Nikau Noelani Pania Rangi Rawiri Sione Tane
    Tangaroa Tavita Tevita Tiare Tui Wiremu Aputsiaq Aviaja Ivalu Malik Minik Naja Nivi
    Paninnguaq Pipaluk Qillaq
    """

  /// Names that many people bear.
  static let frequent: [StaticString] = [
    englishCommon, spanishCommon, portugueseBrazilianCommon, frenchCommon, germanCommon,
  ]

  static let others: [StaticString] = [
    english, scottishIrishWelsh, spanish, catalanBasqueGalician, portugueseBrazilian, french,
    germanAustrianSwiss, italian, dutchFlemish, nordic, polish, czechSlovak,
    croatianSerbianSlovenian, hungarian, romanianMoldovan, greek, bulgarianMacedonian,
    russianUkrainianLatin, cyrillic, baltic, turkishAzeri, arabic, persianAfghanKurdish, hebrew,
    indian, pakistaniBangladeshi, sriLankanNepali, chinese, japanese, korean, vietnamese,
    thaiLaoKhmerBurmese, indonesianMalay, filipino, westAfrican, eastAndSouthernAfrican,
    georgianArmenianAlbanianCentralAsian, hawaiianMaoriPacific,
  ]
}
