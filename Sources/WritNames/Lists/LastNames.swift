/// Last names of many regions.
///
/// Written down from general knowledge, separated by blanks; `_` joins the words of one name.
enum LastNames {
  static let englishCommon: StaticString = """
    Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez
    Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris
    Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill
    Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips
    Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook
    Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward
    Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez
    Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan
    Bell Coleman Butler Henderson Barnes Gonzales Fisher Vasquez Simmons Romero Jordan Patterson
    Alexander Hamilton Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant Herrera
    Gibson Ellis Tran Medina Aguilar Stevens Murray Ford Castro Marshall Owens Harrison
    Fernandez McDonald Woods Washington Kennedy Wells Vargas Henry Chen Freeman Webb Tucker
    Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw Snyder Mason
    Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Rose Stone Salazar Fox
    Warren Mills Meyer Rice Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan
    Gardner Payne Grant Dunn Kelley Spencer Hawkins Arnold Pierce Hansen Peters Santos Hart
    Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane Riley Andrews
    Alvarado Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards Contreras Willis
    Carpenter Lawrence Sandoval Guerrero George Chapman Rios Estrada Ortega Watkins Greene Nunez
    Wheeler Valdez Harper Burke Larson Santiago Maldonado Morrison Franklin Carlson Austin
    Dominguez Carr Lawson Jacobs O'Brien Lynch Singh Vega Bishop Montgomery Oliver Jensen Harvey
    Williamson Gilbert Dean Sims Espinoza Howell Li Wong Reid Hanson Le McCoy Garrett Burton
    Fuller Wang Weber Welch Rojas Lucas Marquez Fields Park Yang Little Banks Padilla Day Walsh
    Bowman Schultz Luna Fowler Mejia
    """

  static let english: StaticString = """
    Abbott Abernathy Acevedo Acker Ackerman Acosta Adair Adamson Adcock Addison Adkins Ainsworth
    Aitken Akers Albright Alcott Aldridge Alford Allan Allard Allison Alston Ames Amos Andersen
    Andrew Anthony Appleby Appleton Archer Armitage Arthur Asbury Ashby Ashcroft Ashford Ashley
    Ashton Ashworth Atherton Atkins Atkinson Attwood Atwater Atwood Audley Avery Ayers Babcock
    Badger Bagley Bain Bainbridge Baird Baldwin Ball Ballard Bancroft Banister Barber Barclay
    Barker Barlow Barnard Barnett Barr Barrett Barron Barrow Barry Bartlett Barton Bass Bassett
    Bateman Bates Batten Baxter Beach Beale Bean Beard Beasley Beaton Beattie Beaumont Beck
    Becker Beckett Beckham Bellamy Bender Benson Bentley Benton Berger Berman Bernard Bernstein
    Best Betts Bevan Bickford Biggs Billings Bingham Birch Bird Birmingham Blackburn Blackman
    Blackmore Blackwell Blair Blake Blakely Blanchard Bland Blankenship Blevins Bloom Blythe
    Boggs Bolton Bond Boone Booth Boswell Bowden Bowen Bower Bowers Bowie Bowles Boyce Boyer
    Boyle Bracken Bradbury Bradford Bradshaw Brady Bragg Branch Brand Brandt Braun Bray Brennan
    Brewer Bridges Briggs Bright Brinkley Bristow Britt Britton Broadbent Brock Bronson Brookes
    Broughton Browne Browning Bruce Brunner Bryan Bryson Buchanan Buck Buckley Buckner Bullock
    Bunch Burch Burgess Burke Burkett Burnett Burnham Burr Burris Burrows Busby Bush Byers Byrd
    Byrne Byron Cain Calderwood Caldwell Callaghan Callahan Calloway Calvert Cameron Campbell
    Cannon Cantrell Cantu Capps Cardwell Carey Carlisle Carlton Carmichael Carney Carson Carver
    Casey Cash Cassidy Castle Cavanaugh Chadwick Chamberlain Chambers Chan Chandler Chang Chaney
    Charles Chase Cheney Cherry Childers Childs Christensen Christian Christie Church Churchill
    Clarke Clarkson Clay Clayton Clements Cleveland Clifford Cline Clinton Clough Cobb Cochran
    Cohen Colbert Colby Coles Collier Combs Compton Conley Connell Connelly Conner Connolly
    Connor Conrad Conway Cooke Cooley Coombs Copeland Corbett Corbin Cormier Cornell Cornwell
    Costa Costello Cotter Cotton Coulter Courtney Cowan Cowell Craig Crabtree Cramer Crane
    Creighton Crews Crocker Crockett Croft Cromwell Crosby Cross Crouch Crow Crowe Crowley
    Cruickshank Crump Culbertson Cullen Cummings Cunha Curran Currie Curry Curtis Cushing Cutler
    Dale Dalton Daly Dalziel Dang Daniel Darby Darling Davenport Davey David Davidson Davies
    Davison Dawson Dawkins Deacon Deal Deaton Decker Delaney Delong Dempsey Denham Dennis Denton
    Derrick Devine Devlin Dewey Dickens Dickerson Dickinson Dickson Dillard Dillon Dixon Dobbs
    Dobson Dodd Dodson Doherty Dolan Donahue Donald Donaldson Donnelly Donovan Dooley Dorsey
    Dotson Dougherty Douglas Dowd Dowling Downey Downing Downs Doyle Drake Draper Drew Driscoll
    Drummond Drury Dudley Duffy Dugan Duke Dunbar Dunlap Dunlop Dunne Durham Dutton Dwyer Dyer
    Eagle Earl Easley Eason Eastman Easton Eaton Eckert Eddy Edgar Edmonds Edmondson Edward Egan
    Eldridge Elkins Ellington Elliot Ellison Ellsworth Elmore Ely Emerson Emery England English
    Ennis Ernst Ervin Erwin Esparza Estes Etheridge Eubanks Evanson Everett Ewing Fairbanks
    Fairchild Fairweather Falconer Falk Farley Farmer Farnsworth Farr Farrell Farris Faulkner
    Feldman Felton Fenton Ferrell Ferris Field Fielding Finch Fincher Fink Finley Finn Finnegan
    Fischer Fitch Fitzgerald Fitzpatrick Flanagan Fleming Fletcher Flint Flowers Floyd Flynn
    Foley Forbes Forrest Forster Forsyth Fortune Foss Fournier Fowler Fraley Frame Francis Frank
    Franks Fraser Frazier Frederick French Friedman Frost Fry Frye Fulton Funk Furlong Gaines
    Gale Gallagher Galloway Galvin Gamble Gannon Gardiner Garland Garner Garrison Garvey Gates
    Gaynor Gentry Gibbons Gibbs Gilchrist Giles Gill Gillespie Gilliam Gilmore Gladstone Glass
    Gleason Glenn Glover Godfrey Goddard Godwin Goff Golden Goldberg Goldman Goldstein Goldsmith
    Gomes Good Goodall Goodman Goodrich Goodwin Goodyear Gore Gorman Goss Gough Gould Grady
    Grantham Graves Greenberg Greenfield Greenwood Greer Gregg Gregory Grey Grier Griffith
    Griffiths Griggs Grimes Grissom Gross Grove Grover Groves Guest Guthrie Guy Hackett Hadley
    Hagan Hahn Haines Hale Haley Halliday Hammer Hammond Hampton Hamrick Hancock Hand Hankins
    Hanley Hanna Hannah Harding Hardin Hardwick Hardy Hargrave Harkins Harlow Harman Harmon
    Harrell Harrington Hartley Hartman Hastings Hatch Hatcher Hatfield Hathaway Hawes Hawthorne
    Hay Hayden Haynes Hayward Haywood Head Healy Heard Hearn Heath Heaton Hebert Hedges Heller
    Helms Hendricks Hendrix Henley Henning Henson Herbert Herman Herring Hess Hester Hewitt
    Hickey Hickman Higgins Hilliard Hilton Hines Hinkle Hinton Hobbs Hodge Hodges Hodgson
    Hoffmann Hogan Holbrook Holcomb Holden Holder Holland Holley Holliday Hollingsworth Hollis
    Holloway Holman Holt Honeycutt Hood Hooker Hooper Hoover Hope Hopkins Hopper Horn Horne
    Horner Horton Hough Houghton House Houston Howe Hoyt Hubbard Huber Huckabee Huddleston Huff
    Huffman Huggins Hull Hume Humphrey Humphreys Humphries Hurley Hurst Hutchins Hutchinson
    Hutchison Hutton Hyde Ingham Inglis Ingram Ireland Irvine Irving Irwin Isaacs Ives Ivey Jack
    Jacobson James Jameson Jamison Jarrett Jarvis Jeffers Jefferson Jeffrey Jeffries Jenkinson
    Jennings Jewell Jobe John Johns Joiner Jolley Jordan Joseph Joyce Joyner Judd Judge Julian
    Justice Kane Kaplan Kaufman Kay Keating Keen Keene Keith Keller Kellogg Kemp Kendall
    Kendrick Kenney Kenny Kent Kenyon Kern Kerr Kessler Key Keyes Kidd Kilgore Kinard Kincaid
    Kinney Kirby Kirk Kirkland Kirkpatrick Kitchen Klein Kline Knapp Knowles Knox Koch Kraft
    Kramer Krause Krueger Lacey Lacy Laird Lake Lamb Lambert Lancaster Landry Lang Lange Langdon
    Langford Langley Lara Larkin Larsen Lasalle Latham Law Lawler Lawton Layton Leach Leblanc
    Ledford Leigh Leighton Lennon Lennox Leonard Leslie Lester Levine Levy Lewin Lim Lin Lincoln
    Lindberg Lindgren Lindsay Lindsey Link Linton Lister Livingston Livingstone Lloyd Locke
    Lockhart Lockwood Logan Lott Love Lovell Lowe Lowery Lowry Lucas Ludwig Lund Lundberg Lundy
    Lynn Lyon Lyons MacDonald MacGregor Mack MacKay Mackenzie Mackey Mackie MacLean MacLeod
    MacMillan Macpherson Macy Madden Maddox Magee Maguire Maher Mahoney Mallory Malone Maloney
    Manley Mann Manning Mansfield Marks Marlow Marsden Marsh Marston Martindale Mathews Mathis
    Matthew Maxwell May Mayer Mayfield Maynard Mayo McAdams McAllister McArthur McBride McCabe
    McCain McCall McCallum McCann McCarthy McCarty McCauley McClain McClellan McClelland McClure
    McConnell McCormack McCormick McCracken McCray McCullough McCurdy McDaniel McDermott
    McDonough McDowell McElroy McFadden McFarland McFarlane McGee McGill McGinnis McGovern
    McGowan McGrath McGraw McGregor McGuire McHugh McIntosh McIntyre McKay McKee McKenna
    McKenzie McKinley McKinney McKnight McLain McLaughlin McLean McLeod McMahon McManus McMillan
    McNally McNamara McNeil McNeill McPherson McQueen McRae Mead Meade Meadows Meadow Means
    Meeks Mellor Melton Melville Mercer Meredith Merrill Merritt Metcalf Meyers Michael Michaels
    Middleton Miles Millar Millard Milligan Milne Milner Milton Minor Mitchum Mohr Moll Monaghan
    Monk Monroe Montague Moody Moon Mooney Moran Moreland Morley Morrow Morse Mortimer Morton
    Moseley Moses Mosley Moss Mott Moyer Muir Mullen Mullins Munro Munson Murdoch Murdock
    Murrell Musgrave Myer Nance Napier Nash Neal Needham Neely Neill Neville Newell Newman
    Newton Nicholas Nicholls Nicholson Nielsen Niemi Nixon Noble Nolan Norman Norris North
    Northrop Norton Norwood Novak Nowak Noyes Nugent Nye Oakes Oakley Oates O'Connell O'Connor
    O'Donnell O'Hara O'Keefe O'Leary O'Malley O'Neal O'Neil O'Neill O'Reilly O'Rourke O'Sullivan
    O'Toole Odom Ogden Olsen Orr Osborn Osborne Oswald Otto Overton Owen Oxley Pace Packard
    Paddock Page Paige Paine Painter Palmer Pappas Paris Parks Parkinson Parr Parrish Parry
    Parsons Pate Paterson Patrick Patton Paul Paulson Payton Peacock Pearce Pearson Peck Peel
    Pemberton Pender Pendleton Penn Pennington Pepper Percy Perkins Petersen Pettit Petty Phelps
    Philips Phillip Pickard Pickering Pickett Pike Pitt Pittman Pitts Platt Plummer Poe Pollard
    Pollock Pool Poole Pope Post Potter Potts Pound Powers Pratt Prescott Preston Prewitt Prince
    Pritchard Proctor Prosser Pruitt Pryor Pugh Purcell Putnam Pyle Quick Quigley Quinn Raines
    Ralston Ramsay Ramsey Randall Randolph Rankin Rasmussen Ratcliffe Rawlings Rawson Read
    Reagan Reardon Redding Redman Redmond Reece Reese Reeves Regan Reilly Renfro Reyna Rhodes
    Rich Richard Richmond Richter Ricketts Ridley Riggs Ritchie Rivers Roach Robbins Roberson
    Robins Robson Roche Rodgers Roe Rollins Rooney Roper Rosario Rosen Rosenberg Rosenthal Roth
    Rothwell Rowe Rowland Rowley Roy Royal Rubin Rucker Rudd Rush Rushing Rutherford Rutledge
    Sadler Sager Salisbury Salter Sampson Samuel Samuels Sandberg Sander Sanderson Sandler
    Sanford Sargent Saunders Savage Sawyer Saxton Scanlon Schaefer Schneider Schroeder Schulz
    Schwartz Scruggs Seal Sears Seaton Sellers Sewell Sexton Seymour Shafer Shaffer Shannon
    Shapiro Sharp Sharpe Shearer Sheehan Sheffield Shelby Shelton Shepard Shepherd Sheppard
    Sheridan Sherman Sherwood Shields Shipley Shirley Shoemaker Short Sinclair Singer Singleton
    Sizemore Skaggs Skelton Skinner Slade Slater Slaughter Sloan Small Smart Smalls Snell Snider
    Snow Solomon Somers Sommers Southern Sparks Spalding Spangler Spears Speight Spence Springer
    Sprague Squire Stacey Stafford Stahl Staley Stallings Standish Stanford Stanley Stanton
    Stapleton Stark Starks Starr Steele Stein Stephenson Sterling Stern Steward Stiles Stinson
    Stockton Stokes Stoll Storey Stout Stovall Strand Stratton Street Strickland Stringer Strong
    Stroud Stuart Stubbs Sturgeon Summers Sumner Sutherland Sutton Swain Swan Swann Swanson
    Sweeney Sweet Swenson Swift Sykes Talbot Talley Tanner Tate Tatum Teague Temple Templeton
    Terrell Terry Thacker Thatcher Thayer Thomason Thomson Thorne Thornhill Thornton Thorpe
    Thurman Thurston Tidwell Tierney Tilley Timmons Tipton Tobin Todd Tolliver Tomlinson Toner
    Townsend Tracy Trent Trevino Trimble Triplett Trotter Truman Tubbs Tully Turnbull Tuttle
    Twomey Tyler Tyson Underhill Underwood Upton Usher Valentine Vance Varney Vaughan Vaughn
    Venable Vernon Vickers Vincent Vinson Wade Wadsworth Waite Wakefield Walden Waldron Wall
    Wallis Waller Walls Walter Walters Walton Ware Warner Warrick Warwick Waters Watt Watts Way
    Wayne Weatherby Weathers Webber Webster Weeks Weir Weiner Weinstein Weiss Welsh Wentworth
    Westbrook Weston Wexler Whalen Wharton Wheatley Whelan Whitaker Whitcomb Whitehead
    Whitehouse Whitfield Whiting Whitlock Whitman Whitmore Whitney Whittaker Whittington Whyte
    Wickham Wiggins Wilcox Wilde Wilder Wiley Wilhelm Wilkerson Wilkes Wilkins Wilkinson Willard
    William Willoughby Wills Wilmot Wilt Winchester Winfield Wingate Winn Winslow Winston Winter
    Winters Winthrop Wise Wiseman Witt Wolf Wolfe Wolff Woodard Woodcock Woodford Woodhouse
    Woodruff Woodson Woodward Wooten Worley Worth Worthington Wren Wyatt Wylie Wynn Yarbrough
    Yates Yeager Yoder York Youngblood Zimmerman
    """

  static let irishScottishWelsh: StaticString = """
    Begley Boland Breen Brogan Cahill Carmody Cleary Coakley Coffey Colgan Coll Conlon
    Connaughton Conneely Considine Corcoran Corrigan Coughlan Coyle Crilly Cronin Crotty
    Cullinane Cusack Dalaigh Deasy Delahunty Dineen Diver Doran Duggan Durkan Fahey Fallon
    Farrelly Feeney Fennell Finnerty Fogarty Friel Gaffney Garrity Geoghegan Geraghty Gilligan
    Gilroy Gleeson Hanlon Hanrahan Harte Hegarty Heffernan Hennessy Higgins Hurley Kavanagh
    Keane Kearney Keegan Keenan Kehoe Kelleher Kenneally Kiely Kiernan Kilduff Killeen Kinsella
    Lafferty Leahy Loughran Lonergan Lydon Madigan Mannion McAteer McAuley McAuliffe McCafferty
    McCartney McCluskey McElhinney McEntee McGahern McGarry McGinley McGlynn McGonagle McInerney
    McKeown McLoughlin McMullan McNulty McSweeney Minogue Molloy Moriarty Moynihan Mulcahy
    Muldoon Mulligan Mullan Mulvaney Nagle Naughton O'Boyle O'Byrne O'Callaghan O'Carroll
    O'Casey O'Dea O'Doherty O'Driscoll O'Dwyer O'Farrell O'Flaherty O'Flynn O'Gorman O'Grady
    O'Hanlon O'Hare O'Loughlin O'Mahony O'Meara O'Riordan O'Shea Phelan Power Prendergast
    Quinlan Rafferty Reddy Redmond Reidy Ruane Scully Shanahan Sheahan Slattery Spillane Sweeney
    Tiernan Tierney Timoney Toolan Twomey Wogan Abercrombie Aird Baillie Balfour Bannerman
    Blackwood Brodie Buchan Burnside Cairns Calder Carnegie Carruthers Chalmers Colquhoun
    Crichton Dalgleish Dunbar Elphinstone Erskine Farquhar Farquharson Finlayson Galbraith
    Geddes Gillies Gilmour Gow Guthrie Haldane Halkett Heriot Imrie Innes Johnstone Keir
    Kinnaird Laidlaw Lamont Leckie Lockhart Logie Lumsden MacAlister MacArthur MacAulay MacBean
    MacCallum MacDougall MacDuff MacFarlane MacInnes MacIntosh MacIntyre MacIver MacKinnon
    MacKintosh MacLachlan MacLaren MacNeil MacQueen MacRae MacTavish Maitland Menzies Moncrieff
    Moffat Munro Murchison Naismith Nairn Ogilvie Oliphant Pitcairn Rattray Rennie Robb Ruthven
    Scrimgeour Semple Strachan Tait Telfer Urquhart Wardlaw Wemyss Bebb Bowen Cadogan Gethin
    Gittins Gwynne Kendrick Llewellyn Maddock Mostyn Nanney Parry Penry Powys Prothero Rees Rhys
    Tudor Vaughan Yale
    """

  static let spanishCommon: StaticString = """
    García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz
    Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez
    Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio
    Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto
    Méndez Cruz Calvo Gallego Vidal León Márquez Herrera Peña Flores Cabrera Campos Vega Fuentes
    Carrasco Díez Caballero Reyes Nieto Aguilar Pascual Santana Herrero Lorenzo Montero Hidalgo
    Giménez Ibáñez Ferrer Durán Santiago Benítez Mora Vicente Vargas Arias Carmona Crespo Román
    Pastor Soto Sáez Velasco Moya Soler Parra Esteban Bravo Gallardo Rojas
    """

  static let spanish: StaticString = """
    Abascal Abreu Acevedo Acosta Acuña Aguado Agudelo Aguirre Alarcón Alba Alcalá Alcántara
    Alfaro Aliaga Almeida Almonte Alvarado Amador Amaya Anaya Andrade Ángeles Aparicio Aquino
    Aragón Aranda Araujo Arce Arellano Arenas Arévalo Armas Armendáriz Arredondo Arriaga Arroyo
    Ávalos Ávila Avilés Ayala Baca Báez Ballesteros Banderas Barajas Barba Barragán Barrera
    Barrios Barroso Batista Bautista Becerra Belmonte Beltrán Benavides Bermejo Bermúdez Bernal
    Berrios Betancourt Bonilla Borrego Briones Briseño Brito Bueno Burgos Bustamante Bustos
    Caballero Cáceres Calderón Camacho Camarena Canales Cantú Cárdenas Carbajal Cardona Carrera
    Carrillo Carrion Carvajal Casas Casillas Castañeda Castellano Castellanos Ceballos Cedillo
    Centeno Cepeda Cervantes Cerda Cerrato Chacón Chávez Cisneros Cobo Colón Contreras Córdoba
    Cordero Cornejo Corona Corrales Correa Cortez Cotto Covarrubias Cuellar Cuevas Dávila
    De_la_Cruz De_la_Rosa De_León Del_Río Del_Valle Delarosa Duarte Dueñas Echeverría Elizondo
    Enríquez Escalante Escobar Escobedo Escudero Espinal Espino Espinosa Espinoza Esquivel
    Estévez Estrada Fajardo Farías Feliciano Ferreira Fierro Figueroa Franco Frías Gaitán Galán
    Galarza Galindo Gallegos Galván Gamboa Gámez Gaona Garay Garibay Garnica Garza Gastelum
    Gaytán Godínez Godoy Granado Granados Grijalva Guajardo Guardado Guerra Guevara Guillén
    Gurule Guzmán Haro Henríquez Heredia Hernando Hinojosa Holguín Huerta Hurtado Inojosa
    Izquierdo Jaime Jaimes Jaramillo Jáquez Jasso Juárez Jurado Laboy Lara Lázaro Leal Lebrón
    Ledesma Leiva Lemus Lerma Leyva Limón Linares Lira Llamas Loera Lomeli Longoria Lovato Loya
    Loyola Lucero Lucio Luján Luque Macias Madera Madrid Madrigal Maestas Magaña Malave
    Maldonado Manzanares Marrero Marroquín Mares Mascareñas Mata Matías Matos Maya Mayorga Mejía
    Melendez Melgar Mena Menchaca Mendoza Menéndez Meraz Mercado Merino Mesa Meza Miramontes
    Miranda Mireles Mojica Monroy Montalvo Montañez Montemayor Montenegro Montes Montoya Mota
    Munguía Murillo Nájera Naranjo Narváez Nava Navarrete Navas Negrete Negrón Nevárez Noriega
    Novoa Nuñez Ocampo Ocasio Ochoa Ojeda Olivares Olivas Olivera Olivo Olmos Olvera Ontiveros
    Oquendo Ordóñez Orellana Ornelas Orosco Orozco Orta Osorio Otero Oviedo Pabón Pacheco
    Padilla Padrón Páez Palacios Palomino Pantoja Paredes Partida Patiño Pavón Paz Pedraza
    Pedroza Pelayo Peláez Peralta Perales Perdomo Perea Pereyra Pineda Pizarro Plaza Polanco
    Ponce Porras Portillo Posada Prado Preciado Puente Puga Pulido Quesada Quezada Quijano
    Quiñones Quintana Quintanilla Quintero Quiroga Quiroz Rangel Razo Rebollo Recio Redondo
    Regalado Rendón Rentería Resendez Restrepo Retamal Rey Reyna Ricardo Rico Rincón Riojas Ríos
    Rivas Rivera Rivero Robledo Robles Rocha Rodarte Rodríquez Roldán Rolón Romo Roque Rosado
    Rosales Rosario Rosas Rueda Saavedra Sáenz Salas Salazar Salcedo Salcido Saldaña Saldivar
    Salgado Salinas Samaniego San_Martín Sandoval Santacruz Santillán Sarabia Sauceda Saucedo
    Sedillo Segovia Segura Sepúlveda Serna Serrato Sevilla Sierra Silva Simón Sisneros Solano
    Solís Solorio Solorzano Soria Sosa Sotelo Sotomayor Suero Tamayo Tapia Téllez Tejada Tejeda
    Terrazas Tirado Toledo Toro Toribio Toscano Tovar Trejo Treviño Trujillo Ulibarri Urbina
    Ureña Urías Uribe Urrutia Valadez Valdés Valdez Valdivia Valencia Valentín Valenzuela Valero
    Valladares Valle Vallejo Valles Valverde Vanegas Varela Vaca Vásquez Velarde Velásquez
    Velázquez Vélez Venegas Vera Verdugo Verduzco Viera Villa Villagómez Villalba Villalobos
    Villalpando Villanueva Villar Villareal Villarreal Villaseñor Villegas Yáñez Ybarra Zambrano
    Zamora Zamudio Zapata Zaragoza Zarate Zavala Zepeda Zúñiga Agirre Etxeberria Goikoetxea
    Zubizarreta Ibarra Arregi Mendizabal Aguirrezabal Puig Serra Vila Roca Ferrer Pujol Bosch
    Riera Mas Casals Codina Font Sala Farré Costa Fabra Rovira Castro Pazos Lago Rial Outeiro
    Souto Seoane
    """

  static let portugueseBrazilian: StaticString = """
    Silva Santos Oliveira Souza Sousa Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro
    Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade
    Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira
    Abrantes Abreu Aguiar Albuquerque Alencar Amaral Amorim Anjos Antunes Aragão Arantes Araújo
    Arruda Assis Assunção Azevedo Bandeira Barreto Barros Bastos Batista Bezerra Bittencourt
    Borges Braga Branco Brandão Brito Bueno Cabral Caldas Câmara Camargo Campos Cardozo Carneiro
    Castro Cavalcanti Cavalcante Cerqueira Chaves Coelho Conceição Cordeiro Correia Corrêa
    Coutinho Couto Cruz Cunha Damasceno Dantas Diniz Domingues Dorneles Duarte Esteves
    Evangelista Farias Faria Feitosa Félix Figueira Figueiredo Fonseca Fontes Fraga França
    Franco Frazão Furtado Galvão Garcia Gaspar Godinho Godói Gouveia Guedes Guerra Guimarães
    Henriques Inácio Jardim Jesus Lacerda Leal Leão Leite Lemos Lira Lobato Lobo Loureiro
    Lourenço Luz Macedo Maciel Madeira Magalhães Maia Malheiro Marinho Mata Matias Matos Mattos
    Medeiros Meireles Melo Mello Menezes Meneses Mesquita Miranda Monteiro Montenegro Moraes
    Morais Morgado Mota Motta Moura Moutinho Muniz Neto Neves Neiva Nóbrega Nogueira Novaes
    Novais Pacheco Padilha Paiva Paixão Parente Passos Patrício Paz Peixoto Pessoa Pimenta
    Pimentel Pinheiro Pinho Pinto Pires Porto Prado Prates Proença Queiroz Queirós Quintela
    Rangel Rego Reis Resende Rezende Rios Rosa Saldanha Sales Salgado Salvador Sampaio Sanches
    Santiago Saraiva Seabra Sena Serra Serrano Simões Siqueira Tavares Teles Telles Toledo
    Torres Trindade Uchoa Valadares Valença Valente Vargas Vasconcelos Vasconcellos Vaz Veiga
    Veloso Ventura Viana Vidal Vilela Xavier
    """

  static let frenchCommon: StaticString = """
    Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre
    Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Lefèvre Mercier Dupont
    Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry
    Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin
    """

  static let french: StaticString = """
    Achard Adam Alard Albert Allain Allard Allemand Alix Ancel Andrieu Antoine Arnaud Arnould
    Aubert Aubin Aubry Audet Auger Augier Aumont Auvray Babin Bachelet Bailly Barbe Barbier
    Baron Barre Barreau Barthélemy Bataille Baudet Baudin Baudouin Baudry Bauer Bazin Beaudoin
    Beaulieu Beaumont Bédard Bègue Bélanger Bellanger Benard Benoit Bérard Berger Bergeron
    Bernier Bertin Berthelot Besnard Besson Bigot Billard Binet Blaise Blanchard Blanchet
    Blondeau Blondel Blot Bodin Boisvert Bonnard Bonneau Bonnin Bouchard Boucher Bouchet
    Boudreau Bouillon Boulanger Boulay Bouquet Bourbon Bourdon Bourgeois Bourgoin Bourguignon
    Bourque Bousquet Boutin Bouvet Bouvier Boyer Brault Breton Briand Brisson Brossard Brunel
    Brunet Bruneau Buisson Bureau Caillat Camus Cardinal Carlier Caron Carpentier Carré Cartier
    Castel Chabot Chambers Champagne Chapelle Chapuis Charbonneau Charbonnier Charles
    Charpentier Charron Chartier Chauveau Chauvin Chenu Chevallier Chevrier Choquet Chrétien
    Clerc Cloutier Colas Colin Collet Collin Combes Comte Cordier Cormier Cornu Corre Coste
    Costes Cote Côté Couderc Coulon Courtois Cousin Couturier Cyr Daigle Daniel David Davy
    Deberry Decamps Delage Delahaye Delannoy Delattre Delaunay Delcourt Delisle Delmas Delorme
    Demers Denis Desbiens Descamps Deschamps Desjardins Desmarais Devaux Devillers Didier Dion
    Dionne Dorval Doucet Drouin Drouet Dubé Dubreuil Dubuc Duchesne Duclos Dufour Dufresne
    Duhamel Dumas Dumoulin Dupre Dupuis Dupuy Duquesne Durieux Dutertre Duval Duvivier Étienne
    Evrard Fabre Faucher Favre Favreau Ferland Ferrand Ferry Fleury Foucault Fouquet Fortin
    Fortier Francois Fraser Fréchette Gagné Gagnon Gaillard Gallet Gamache Garant Gaudin
    Gaudreau Gauthier Gautier Gay Geoffroy Georges Gérard Germain Gervais Gilbert Gilles Gillet
    Girardin Giraud Giroux Godard Godin Gosselin Gosset Goulet Gouin Goyette Grand Grandjean
    Gravel Grenier Grégoire Gros Grondin Guay Guibert Guichard Guignard Guillaume Guillemin
    Guillet Guillot Guillou Guyon Guyot Hamel Hamelin Hamon Hardy Hébert Henri Hervé Hoareau
    Hubert Huet Hugues Humbert Huot Imbert Jacob Jacquemin Jacques Jacquet Jacquot Jalbert
    Janvier Jean Joly Jolivet Josse Joubert Jourdain Jourdan Julien Labbé Laborde Lachance
    Lacombe Lacoste Lacroix Laflamme Lafond Laframboise Lagacé Lagrange Lajoie Lalande Laliberté
    Lallemand Lamarche Lamothe Lamy Landry Langlois Lanoue Lapierre Laplante Laporte Larivière
    Laroche Larose Larouche Lauzon Lavallée Lavigne Lavoie Leblanc Lebel Lebeau Lebon Lebreton
    Lebrun Leclerc Leclercq Lecomte Lecocq Leconte Leduc Lefort Leger Légaré Legendre Léger
    Legros Lejeune Lelièvre Lemaire Lemaître Lemay Lemieux Lemoine Lenoir Léon Lepage Leroux
    Lessard Letourneau Levasseur Lévesque Lévêque Loiseau Lombard Louis Lucas Maillard Maillet
    Mallet Marchal Marchand Maréchal Marie Marion Marquis Martel Martineau Marty Masse Massé
    Masson Maurice Maury Mayer Meilleur Ménard Mercure Merle Meunier Meyer Michaud Michaux
    Michelet Millet Moisan Monet Monnier Montagne Moreau Moret Morin Morvan Moulin Nadeau
    Navarro Naud Neveu Nguyen Noël Normand Olivier Ouellet Ouellette Paquet Paquette Paradis
    Paré Parent Paris Pascal Pasquier Payet Pelletier Peltier Pépin Perret Perreault Perrier
    Perron Perrot Petitjean Philippe Picard Picot Pichon Pierre Pineau Pinel Poirier Poisson
    Poitras Pommier Pons Potier Potvin Poulain Poulin Pouliot Poulet Prévost Proulx Prudhomme
    Pruvost Quéré Raymond Raynaud Regnier Reine Rémy Renard Renaud Renault Rey Reynaud Ricard
    Rivière Robillard Roche Rocher Roger Rolland Rossignol Rousseau Roussin Rouxel Roy Royer
    Sabatier Sabourin Salmon Samson Sauvage Sauvé Savard Savoie Schmitt Schneider Ségal Seguin
    Sénéchal Simard Tanguay Tardif Tessier Tétreault Texier Theriault Thériault Thibault Thiery
    Thierry Tissot Toussaint Tournier Tremblay Trottier Turcotte Turgeon Vachon Vaillancourt
    Vaillant Valentin Vallée Vallet Vasseur Verdier Vernet Verrier Viau Vidal Vigneron
    Villeneuve Voisin Weber Yver
    """

  static let germanCommon: StaticString = """
    Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch
    Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann
    Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König
    Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel
    Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht
    Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto
    Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn
    Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer
    """

  static let germanAustrianSwiss: StaticString = """
    Abel Achleitner Ackermann Adam Adler Ahrens Aigner Albers Albert Altmann Amann Ammann Anders
    Apel Arndt Arnold Auer Aumüller Bach Bachmann Bader Bahr Baier Barth Bartel Bartels Bartsch
    Bauer Bäumer Baur Bayer Bechtel Beckmann Behrendt Behrens Beier Bender Benz Berg Bernhardt
    Berthold Bertram Betz Beyer Biedermann Bischoff Blum Blume Bock Bode Böhme Böhmer Bohn
    Bolliger Bollmann Born Bosch Böttcher Böttger Brand Brandl Braune Bräuer Breuer Brinkmann
    Brückner Brugger Brühl Brüggemann Bruns Bucher Buchholz Buck Budde Bühler Burger Burkhardt
    Burri Büttner Christ Claus Conrad Cramer Dahl Dahm Daniel Decker Degen Demuth Denk Dick
    Diehl Diener Diestel Dietz Dietze Ditrich Dörfler Döring Dorn Dreher Drescher Dreyer Ebel
    Eberhardt Eberle Ebert Eckert Eder Egger Egli Ehlers Ehrlich Eichhorn Eichler Eisele Ernst
    Esser Ewald Faber Falk Fankhauser Feldmann Fiedler Fink Fleischer Fleischmann Flick Forster
    Förster Frey Frei Freitag Freund Fried Friedl Friedmann Fritsch Fritz Fröhlich Fromm Funk
    Fürst Gabriel Gasser Gebauer Gebhardt Geiger Geisler Geißler Gerber Gerlach Gerhardt Giese
    Glaser Gloor Göbel Goebel Goldmann Götz Graber Gräf Grimm Gross Grossmann Großmann Grote
    Gruber Grün Günter Gutmann Haag Haase Haberl Hagen Hager Hammer Hanke Hansmann Harms Hartwig
    Hase Hauck Hauser Hausmann Hecht Heck Heil Hein Heine Heinemann Heinz Heinze Heise Held
    Heller Helbig Hempel Henke Henkel Hennig Henning Hensel Hentschel Herbst Hering Hermann
    Herold Herzog Heß Hess Hesse Heuer Heyer Hiller Hinrichs Hinz Hirsch Hochstrasser Höfer
    Hofer Hoff Höhne Hohmann Holz Holzer Hopf Hoppe Horstmann Huth Ihle Illner Jacob Jacobi
    Jacobs Jahn Jakob Jansen Janssen Janßen Jost John Jordan Jürgens Just Kahl Kaltenbach Kamm
    Karl Karsten Kaspar Kaufmann Keil Kellermann Kern Kessler Keßler Kiefer Kirchner Kirsch
    Klaus Klemm Klinger Klose Kluge Knapp Knoll Koller Konrad Kolb Köster Krahl Kraft Kramer
    Kranz Kratz Krebs Kreis Kremer Kress Kretschmer Kröger Kruse Kübler Kugler Kühne Kuhlmann
    Kunz Kunze Kurz Kuster Lambrecht Landmann Langer Lauer Lauterbach Lechner Leitner Lemke Lenz
    Leonhardt Leuenberger Lichtenberg Liebig Lindemann Lindner Link Linke Lohmann Löffler
    Lorenzen Löwe Lukas Lüthi Lutz Maas Mahler Mandl Mangold Mann Marquardt Marti Marx Matthes
    Maurer Mayr May Meister Menzel Merkel Mertens Merz Metz Metzger Metzler Meyers Michel Mohr
    Mohn Moritz Moser Mühlbauer Münch Nagel Naumann Neubauer Neuhaus Neuner Niemann Nickel Noack
    Nolte Nussbaumer Oberhauser Ochs Oehler Opitz Ott Oswald Pape Paul Paulus Petersen Petzold
    Pfeifer Pfister Philipp Pichler Pietsch Pilz Plank Pohlmann Popp Preuß Probst Raab
    Rademacher Radtke Rapp Rau Rausch Rauch Rehm Reich Reichel Reichert Reimann Reimer Reiner
    Reinhardt Reinhold Reiter Renner Reuter Ried Riedel Rieder Rieger Riemann Ritter Ritz Rohde
    Röder Roder Rose Rösch Rösler Röhrig Rosenbaum Rothe Rudolph Ruf Runge Rupp Sachs Sander
    Sattler Schade Schäffer Schaller Scharf Schenk Scherer Schick Schilling Schindler Schlegel
    Schlosser Schlüter Schmalz Schmied Schober Scholl Schön Schönberg Schott Schramm Schreiner
    Schröter Schuhmacher Schuler Schüller Schuller Schultz Schultze Schütte Schütz Schütze
    Schwab Schwabe Schwaiger Schwarzer Schweizer Schwarzenberger Seibert Seidl Seifert Seiler
    Seitz Siebert Siegel Siegl Siegrist Siemens Singer Sonntag Späth Spindler Springer Stadler
    Stahl Stark Stauffer Steffen Steger Steiger Steinbach Steinberg Steiner Steinmetz Stephan
    Stern Stock Stoll Stolz Storch Straub Strauß Strobel Stucki Sturm Stumpf Studer Suter Tanner
    Tesch Thiel Thiele Thoma Tiedemann Traub Trautmann Tschudi Uhlig Uhl Ulbrich Ulrich Unger
    Urban Vetter Vogler Vollmer Volk Völker Voss Voß Wachter Wächter Wagenknecht Walther Walz
    Wanner Weber-Meier Wegener Wegner Weidner Weigel Weigert Weiler Weinberger Weis Weise Weiss
    Welz Wendt Wenzel Wernicke Westphal Wetzel Wichmann Wiedemann Wieland Wild Wilhelm Wilke
    Will Wimmer Windisch Winkelmann Wirth Wirz Witt Witte Wittmann Wolter Wolters Wüst Wyss
    Zander Zeller Ziegenhagen Zimmer Zink Zollinger Zöllner Zorn Zürcher Zumstein
    """

  static let italian: StaticString = """
    Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti
    De_Luca Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani
    Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra
    Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini
    Grasso Valentini Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti
    Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti
    Barone Rossetti Caputo Montanari Guerra Palmieri Bernardi Martino Fiore De_Rosa Ferretti
    Bellini Basile Riva Donati Piras Vitali Battaglia Sartori Neri Costantini Milani Pagano
    Ruggiero Sorrentino D'Amico Orlando Damico Negri Abate Agostini Aiello Albanese Alberti
    Aloisi Amadori Amore Angelini Antonelli Arena Baldi Balestra Barbato Baroni Bartoli Basso
    Bassi Bellucci Belli Berardi Berti Bertolini Bettini Biagi Biondi Bonetti Borghi Boschi
    Bosco Brambilla Brunetti Bruni Bruschi Calabrese Campana Cantone Capone Cappelli Caprioli
    Capuano Carboni Cardinale Carli Carlucci Carta Casale Caselli Castelli Catalano Cavalli
    Cavallo Ceccarelli Cecchini Chiesa Ciccone Cipriani Cirillo Clemente Colonna Contini Coppi
    Corsi Corti Cosentino Costantino Cristiani Crivelli D'Agostino D'Alessandro D'Ambrosio
    D'Andrea D'Antonio Dal_Monte De_Carlo De_Marco De_Martino De_Simone De_Vita Di_Carlo
    Di_Giovanni Di_Lorenzo Di_Marco Di_Matteo Di_Pietro Di_Stefano Donato Durante Fabbro
    Facchini Falcone Fanelli Fantini Fantoni Farinelli Fava Favaro Federici Felici Ferrero
    Filippi Fiorentino Fiorini Fontanella Forte Franceschini Franchi Franco Fumagalli Fusco
    Gabrielli Gagliardi Galasso Garofalo Gasparini Genovese Gentili Gerardi Giannini Giorgi
    Giovannini Giusti Graziani Grimaldi Guerrieri Guerrini Guidi Innocenti Iorio La_Rosa Landi
    Lazzari Leonardi Leoni Liguori Lo_Presti Locatelli Lorenzini Lucchesi Luciani Maggi Magnani
    Magnano Maio Manca Manfredi Manna Mantovani Manzo Marangoni Marchi Marchesi Marconi Marra
    Martelli Marzano Masi Massa Mauri Mazzini Mazzoni Melis Meloni Meneghini Merlo Mele Migliore
    Molinari Mondadori Montagna Monaco Morandi Moro Morra Mura Murgia Napoli Napolitano Natale
    Nicolini Nobile Olivieri Orsini Ottaviani Pace Padovani Pagani Palermo Palma Pandolfi Panico
    Papa Parodi Pasini Pastore Pavan Pepe Perini Perrone Pesce Petrucci Piazza Piccoli Piccolo
    Pinna Pini Pinto Pisani Pisano Poggi Poli Ponti Porcu Pozzi Proietti Provenzano Puglisi
    Quaranta Raimondi Ranieri Re Righi Rocca Rocchi Romeo Romagnoli Rosati Roselli Rosso Rota
    Rubino Ruggeri Sacchi Sacco Salerno Salvi Salvatore Santini Sapienza Sarti Savini Scalia
    Schiavone Scotti Serafini Simonetti Sorrenti Spina Stella Tarantino Tedesco Tedeschi Toscano
    Tosi Trevisan Trentini Trovato Turco Valente Valenti Valle Vecchi Ventura Venturi Venturini
    Villani Viola Visconti Viviani Volpe Zanella Zanetti Zappa Zito Zucchini
    """

  static let dutchFlemish: StaticString = """
    Aalbers Aarts Adriaansen Aerts Akkerman Andriessen Baas Bakker Bakx Beekman Berends Berkhout
    Beukers Bijl Blok Boer Boerma Boersma Bogaert Bogaerts Boogaard Bos Bosch Bosma Bosman
    Bouwman Braam Brink Broek Brouwer Bruin Buijs Buis Claes Claessens Coenen Coppens
    Cornelissen Daalder De_Boer De_Bruijn De_Bruin De_Clercq De_Graaf De_Groot De_Haan De_Jong
    De_Jonge De_Koning De_Lange De_Leeuw De_Ruiter De_Smet De_Vos De_Vries De_Wit Declercq
    Dekker Deckers Desmet Diepenbrock Dijk Dijkstra Dirks Doorn Driessen Duivenvoorde Eijk
    Elzinga Evers Faassen Franken Geerts Gerritsen Goossens Groen Groot Haan Hagen Hendriks
    Hermans Heuvel Hoek Hoekstra Hofman Hofstra Huisman Huizinga Jacobs Jansen Janssen Janssens
    Jonker Joosten Kamp Kaper Kerkhof Ketelaar Kok Konings Koopman Koster Kramer Kuijpers Kuiper
    Kuipers Laan Lambrechts Leeuwen Lemmens Linden Maas Maes Martens Mertens Meijer Meulenbelt
    Michiels Molenaar Mulder Nijhuis Nijland Noordman Oosterhout Ooms Pauwels Peeters Pieters
    Postma Prins Ploeg Reijnders Roos Ruiter Sanders Schipper Schouten Segers Simons Smeets
    Smets Smit Smits Snijders Stam Steen Swart Terpstra Timmerman Timmermans Tuinstra Van_Beek
    Van_Berg Van_Dam Van_Damme Van_Dijk Van_Dongen Van_Doorn Van_Hout Van_Leeuwen Van_Loon
    Van_Rijn Van_Veen Van_Vliet Van_Wijk Vandamme Vandenberghe Vandenberg Veen Veenstra Veldman
    Verbeek Verbruggen Vercammen Verhaegen Verhagen Verheyen Verhoeven Vermeer Vermeulen
    Verschueren Verstraete Visser Vliet Vos Vries Vroom Wagenaar Wiersma Wijngaard Willems
    Wouters Wuyts Zijlstra Zwart
    """

  static let nordic: StaticString = """
    Aalto Aas Aasen Åberg Abrahamsen Abrahamsson Ågren Åkerlund Åkesson Ahlberg Ahlgren Ahlström
    Aho Ahonen Alanen Alm Almqvist Amundsen Anderberg Andersen Andersson Andreassen Andreasson
    Anttila Antonsen Arnesen Arvidsson Asikainen Aune Axelsen Axelsson Bach Backman Bakke Bakken
    Bang Bech Bendtsen Bengtsson Berg Berge Berggren Berglund Bergman Bergqvist Bergström
    Berntsen Bertelsen Bjerke Bjerregaard Björk Björklund Bjørnstad Blom Blomqvist Bødker Boe
    Bohlin Borg Borgen Brandt Brekke Brodersen Brun Bruun Bye Byström Carlsen Carlsson
    Christensen Christiansen Christoffersen Claesson Clausen Dahl Dahlberg Dahle Dahlgren
    Dahlström Dalgaard Damgaard Danielsen Danielsson Davidsen Eide Eklund Ekman Ekström Eliassen
    Elo Enger Engström Ericsson Eriksen Eriksson Erkkilä Eskelinen Evensen Fagerlund Falk
    Forsberg Forsman Foss Fransson Fredriksen Fredriksson Friis Frisk Fuglsang Gabrielsen
    Granberg Grönlund Grahn Gravdal Gulbrandsen Gundersen Gunnarsson Gustafsson Gustavsson
    Haaland Haapala Haapasalo Haavisto Hagen Hakala Håkansson Halonen Halvorsen Hämäläinen
    Hansen Hansson Haraldsen Harju Haugen Haugland Hauge Hedberg Hedlund Hedman Hedström
    Heggelund Heikkilä Heikkinen Heino Helgesen Hellström Helland Henriksen Henriksson
    Hermansson Hietala Hiltunen Hirvonen Hjort Hoel Høgh Høj Holm Holmberg Holmgren Holmström
    Holst Hovland Huhtala Hultgren Husby Huttunen Ikonen Ingebrigtsen Isaksen Isaksson Iversen
    Iversson Jääskeläinen Jakobsen Jakobsson Jansson Järvinen Jensen Jeppesen Jepsen Jespersen
    Johannesen Johannessen Johansen Johansson Jokinen Jonasson Jönsson Jonsson Jørgensen Jørstad
    Juhl Jussila Juul Kaare Kallio Kärkkäinen Karlsen Karlsson Karjalainen Kemppainen Keskinen
    Ketola Kinnunen Kjær Kjeldsen Kleppe Kleven Knudsen Knutsen Koch Kofoed Koivisto Kokkonen
    Korhonen Koskela Koskinen Kristensen Kristiansen Kristoffersen Krogh Kukkonen Kvamme
    Laaksonen Laine Laitinen Lahti Larsen Larsson Lassen Laukkanen Lauridsen Lauritsen Lehtinen
    Lehto Lehtonen Leppänen Lie Lien Lilja Liljeblad Lind Lindberg Lindblom Lindén Lindgren
    Lindholm Lindqvist Lindström Ljung Ljungberg Lorentzen Løvaas Lund Lundberg Lunde Lundgren
    Lundin Lundqvist Lundström Lyng Lykke Madsen Mäkelä Mäki Mäkinen Magnussen Magnusson
    Malmberg Markussen Martikainen Martinsen Martinsson Mathiesen Mathisen Mattila Mattsson
    Melin Michelsen Mikkelsen Miettinen Moberg Moe Moen Molander Møller Monsen Mortensen Munk
    Mustonen Myhre Myklebust Næss Ness Nevalainen Nguyen Nielsen Niemi Nieminen Nikolaisen
    Nilsen Nilsson Nord Nordby Nordin Nordström Norén Norberg Nurmi Nygaard Nygård Nyberg Nyman
    Nyström Ødegaard Odegård Ojala Olesen Olofsson Olsen Olsson Oksanen Osmundsen Öberg Öhman
    Östberg Österberg Paananen Pälsson Palm Paulsen Peltola Peltonen Persson Pettersen
    Pettersson Petersson Pihl Pitkänen Poulsen Puro Rajala Ranta Rantanen Räsänen Rask Rasmussen
    Ravn Riise Ristimäki Roland Rød Rønning Rosendahl Ruud Rydberg Saarinen Salminen Salmi Salo
    Salonen Samuelsen Samuelsson Sand Sandberg Sande Sandström Sandvik Savolainen Schou Seppälä
    Seppänen Simonsen Sivertsen Sjöberg Sjögren Skaar Skov Skovgaard Söderberg Söderström
    Solberg Solheim Sørensen Sørlie Stenberg Stensrud Stokke Storm Strand Strandberg Strøm Ström
    Sund Sundberg Sundström Sunde Svane Svendsen Svensson Svärd Sveen Syversen Tangen Tammi
    Tervonen Thomsen Thomassen Thorsen Thorvaldsen Thygesen Tikkanen Toft Torgersen Torkkeli
    Tuominen Turunen Tveit Ulriksen Uusitalo Väisänen Vainio Valtonen Vang Vesterby Vestergaard
    Vik Viklund Vikström Vinther Virtanen Wahlström Wallin Wang Westerberg Westlund Wiberg Wiik
    Wikström Willumsen Winther Wold Ylitalo Zetterberg Jónsdóttir Guðmundsdóttir Sigurðardóttir
    Jónsson Guðmundsson Sigurðsson Gunnarsdóttir Ólafsdóttir Einarsson Magnúsdóttir
    Kristjánsdóttir Stefánsdóttir
    """

  static let polish: StaticString = """
    Nowak Kowalski Kowalska Wiśniewski Wiśniewska Wójcik Kowalczyk Kamiński Kamińska Lewandowski
    Lewandowska Zieliński Zielińska Szymański Szymańska Woźniak Dąbrowski Dąbrowska Kozłowski
    Kozłowska Jankowski Jankowska Mazur Wojciechowski Wojciechowska Kwiatkowski Kwiatkowska
    Krawczyk Kaczmarek Piotrowski Piotrowska Grabowski Grabowska Zając Pawłowski Pawłowska
    Michalski Michalska Król Wieczorek Jabłoński Jabłońska Wróbel Nowakowski Nowakowska Majewski
    Majewska Olszewski Olszewska Stępień Malinowski Malinowska Jaworski Jaworska Adamczyk Dudek
    Nowicki Nowicka Pawlak Górski Górska Witkowski Witkowska Walczak Sikora Baran Rutkowski
    Rutkowska Michalak Szewczyk Ostrowski Ostrowska Tomaszewski Tomaszewska Pietrzak Zalewski
    Zalewska Wróblewski Marciniak Jasiński Jasińska Zawadzki Zawadzka Bąk Jakubowski Jakubowska
    Sadowski Sadowska Duda Włodarczyk Wilk Chmielewski Borkowski Borkowska Sokołowski
    Szczepański Sawicki Sawicka Kucharski Lis Maciejewski Kubiak Kalinowski Mazurek Wysocki
    Kołodziej Kaźmierczak Sobczak Czerwiński Gajewski Głowacki Urbański Zakrzewski Andrzejewski
    Bielecki Błaszczyk Brzeziński Cieślak Czarnecki Domański Gołębiowski Górecki Jarosz Kania
    Kędzierski Konieczny Kozak Krajewski Krupa Kurek Laskowski Leśniak Lipiński Makowski
    Markowski Mikołajczyk Milewski Mróz Mroczek Muszyński Przybylski Rybak Sikorski Skiba
    Sobolewski Stasiak Stefański Szulc Szymczak Tomczak Urban Wasilewski Wawrzyniak Ziółkowski
    Żak Żukowski
    """

  static let czechSlovak: StaticString = """
    Novák Nováková Svoboda Svobodová Novotný Novotná Dvořák Dvořáková Černý Černá Procházka
    Procházková Kučera Kučerová Veselý Veselá Horák Horáková Němec Němcová Pokorný Pokorná Marek
    Pospíšil Pospíšilová Hájek Hájková Král Jelínek Jelínková Růžička Růžičková Beneš Benešová
    Fiala Fialová Sedláček Sedláčková Doležal Doležalová Zeman Zemanová Kolář Kolářová Krejčí
    Navrátil Navrátilová Čermák Čermáková Vaněk Vaňková Urban Urbanová Blažek Blažková Kříž
    Kratochvíl Kovář Kovářová Bartoš Vlček Polák Musil Kopecký Šimek Konečný Malý Holub Čech
    Staněk Kadlec Štěpánek Dostál Soukup Šťastný Mareš Moravec Sýkora Tichý Valenta Vávra
    Matoušek Bláha Říha Ševčík Bureš Hruška Mašek Pavlík Dušek Janda Havel Hrubý Mach Liška
    Horáček Kubát Tůma Kováč Kováčová Horváth Horváthová Varga Tóth Nagy Baláž Molnár Szabó
    Lukáč Balog Hudák Gajdoš Švec Zelenka Štefan Chovanec Kolesár
    """

  static let southSlavic: StaticString = """
    Anđelić Antić Babić Bajić Bakić Barišić Bašić Blažević Bogdanović Bošković Božić Brkić
    Bulatović Cvetković Čolić Ćosić Dragić Dimitrijević Đorđević Đukić Filipović Gajić Grgić
    Hadžić Horvat Ilić Ivanović Ivković Janković Jelić Jovanović Jovanovska Jukić Jurić Kos
    Kovač Kovačević Kovačić Knežević Kolarić Krajnc Kralj Kranjc Krstić Lazarević Lončar Lovrić
    Lukić Majcen Marić Marinković Marjanović Marković Martinović Matić Matijević Mihajlović
    Milanović Milić Miličević Milošević Mitrović Mlakar Nikolić Novak Obradović Oblak Pavić
    Pavlović Perić Perković Petković Petrov Petrović Pezdirc Popović Potočnik Radić Radović
    Ristić Rupnik Savić Simić Stanić Stanković Stevanović Stojanović Stojanovski Šarić Šimić
    Tadić Todorović Tomić Trajkovski Turk Vasić Vidmar Vidović Vuković Vučković Zorić Zupan
    Zupančič Žnidaršič Golob Hribar Bizjak Kotnik Kavčič Rozman Kolar Zajc Medved Vidic Angelov
    Angelova Atanasov Dimitrov Dimitrova Georgiev Georgieva Hristov Iliev Ivanov Ivanova Kolev
    Marinov Nikolov Nikolova Petkov Petkova Petrova Stoyanov Stoyanova Todorov Todorova Vasilev
    Yordanov
    """

  static let hungarian: StaticString = """
    Ács Antal Árvai Bakos Balázs Bálint Balla Balogh Barna Barta Bartha Bihari Biró Bíró Bodnár
    Bognár Boros Borbély Csonka Csizmadia Dudás Deák Dobos Dombi Fábián Faragó Farkas Fazekas
    Fehér Fekete Fodor Fülöp Gaál Gál Gáspár Gulyás Hajdu Hegedűs Hegedüs Horváth Illés Jakab
    Jónás Juhász Katona Kelemen Kerekes Király Kis Kiss Kocsis Kovács Kozma Lakatos László
    Lengyel Lukács Magyar Major Máté Mészáros Mezei Mohácsi Molnár Nagy Nemes Németh Novák Oláh
    Orbán Orosz Orsós Pál Pap Papp Pásztor Pataki Péter Pintér Rácz Rádai Sándor Sárközi
    Sebestyén Simon Sipos Somogyi Soós Szabó Szalai Székely Szekeres Szilágyi Szűcs Szücs Szőke
    Takács Tamás Török Tóth Vadász Vajda Varga Vass Végh Veres Vincze Virág Vörös Zsoldos
    """

  static let romanian: StaticString = """
    Albu Andrei Anghel Antonescu Avram Badea Bălan Barbu Bogdan Botezatu Bucur Călin Chiriac
    Ciobanu Ciocan Constantin Constantinescu Costache Cozma Cristea Crăciun Diaconu Dima Dinu
    Dobre Dragomir Dumitrescu Dumitru Enache Ene Florea Gavrilă Georgescu Gheorghe Gheorghiu
    Grigore Grigorescu Iancu Iliescu Ionescu Ioniță Iordache Istrate Ivan Lazăr Lungu Lupu Manea
    Manole Marcu Marin Marinescu Mătei Matei Mihai Mihăilescu Mocanu Moldovan Moraru Munteanu
    Mureșan Neagu Nechita Negru Nica Nicolae Nicolescu Niță Oprea Pană Păun Petcu Petrescu Pop
    Popa Popescu Preda Radu Roman Rotaru Rusu Sandu Sava Simion Șerban Stan Stanciu Stănescu
    Stoian Stoica Suciu Toma Tudor Tudose Ungureanu Ursu Vasile Vasilescu Vlad Voicu Voinea
    Zaharia
    """

  static let greek: StaticString = """
    Alexandridis Alexiou Anagnostou Anastasiou Andreou Angelopoulos Antoniadis Antoniou
    Apostolou Argyriou Athanasiou Christodoulou Christou Chatzis Daskalakis Diamantis
    Dimitriadis Dimitriou Dimopoulos Economou Eleftheriou Fotiadis Galanis Gavras Georgiadis
    Georgiou Giannakis Giannopoulos Hatzis Ioannidis Ioannou Kalogeropoulos Kanellopoulos
    Karagiannis Karamanlis Katsaros Konstantinidis Konstantinou Kostopoulos Kotsis Koutras
    Kyriakou Lambropoulos Laskaris Loukas Makris Manolis Markopoulos Mavridis Michailidis
    Mitsotakis Moustakas Nikolaidis Nikolaou Oikonomou Panagiotopoulos Panagopoulos Pantazis
    Papadakis Papadimitriou Papadopoulos Papadopoulou Papageorgiou Papaioannou Papakonstantinou
    Papandreou Pappas Pavlidis Petridis Petrou Samaras Savvidis Spanos Stathopoulos Stavrou
    Stefanidis Theodorou Tsakiris Tsiolis Tsipras Vasileiou Vlachos Vlahos Xenakis Zafiris
    """

  static let russianUkrainianLatin: StaticString = """
    Abramov Afanasyev Alekseev Aleksandrov Alexeev Andreev Andreeva Antonov Antonova Arkhipov
    Babenko Baranov Belov Belova Belyaev Belousov Berezovsky Bogdanov Bondar Bondarenko Borisov
    Boyko Bykov Chernov Chernenko Chernyshev Davydov Denisov Dmitriev Dmitrieva Egorov Ershov
    Fedorov Fedorova Filatov Filippov Fomin Frolov Gavrilov Gerasimov Golubev Gorbachev Gordeev
    Grigoriev Gromov Guryev Gusev Honcharenko Hrytsenko Ignatiev Ilyin Isaev Ivanchenko Ivanenko
    Kalashnikov Kalinin Karpov Karpenko Kazakov Khomenko Kiselev Klimenko Klimov Kolesnikov
    Komarov Konovalov Kornilov Korolev Koroleva Kovalchuk Kovalenko Kovalev Kovaleva Kozlov
    Kozlova Kravchenko Kravchuk Krylov Kryuchkov Kudryavtsev Kulikov Kuznetsov Kuznetsova Kuzmin
    Lavrov Lebedev Lebedeva Litvinenko Loginov Lukin Lysenko Makarov Maksimov Markov Marchenko
    Martynov Matveev Medvedev Melnik Melnyk Mikhailov Mironov Morozov Morozova Moroz Nazarenko
    Naumov Nesterov Nikiforov Nikitin Nikolaev Nikolaeva Novikov Novikova Oliynyk Orlov Orlova
    Osipov Panov Pavlenko Pavlov Pavlova Petrenko Petrov Petrova Petrovsky Polyakov Ponomarev
    Ponomarenko Popov Popova Prokhorov Pushkin Rodionov Romanov Romanova Romanenko Rudenko
    Ryabov Rybakov Safonov Savchenko Savelyev Semenov Semenova Semyonov Sergeev Shapovalov
    Shcherbakov Shevchenko Shevchuk Shubin Sidorenko Sidorov Smirnov Smirnova Sobolev Sokolov
    Sokolova Solovyov Sorokin Stepanov Stepanova Tarasov Tarasenko Tikhonov Timofeev Titov
    Tkachenko Tkachuk Tretyakov Tsvetkov Ustinov Vasiliev Vasilyev Vasilyeva Veselov Vinogradov
    Vinogradova Volkov Volkova Vorobyov Voronin Voronov Yakovlev Yashin Yushchenko Zaitsev
    Zaytsev Zakharov Zakharova Zhukov Zhukova Zhuravlev Zinchenko
    """

  static let cyrillic: StaticString = """
    Иванов Иванова Смирнов Смирнова Кузнецов Кузнецова Попов Попова Васильев Васильева Петров
    Петрова Соколов Соколова Михайлов Михайлова Новиков Новикова Фёдоров Федорова Морозов
    Морозова Волков Волкова Алексеев Алексеева Лебедев Лебедева Семёнов Семенова Егоров Егорова
    Павлов Павлова Козлов Козлова Степанов Степанова Николаев Николаева Орлов Орлова Андреев
    Андреева Макаров Макарова Никитин Никитина Захаров Захарова Зайцев Зайцева Соловьёв Борисов
    Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев
    Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов
    Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов Осипов Сидоров Матвеев
    Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов Казаков
    Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов Ефимов Щербаков Назаров
    Калинин Исаев Чернышёв Быков Маслов Родионов Коновалов Лазарев Воронин Климов Филатов
    Пономарёв Голубев Кудрявцев Прохоров Наумов Потапов Журавлёв Овчинников Трофимов Леонов
    Соболев Ермаков Колесников Гончаров Емельянов Никифоров Грачёв Котов Гришин Шевченко
    Коваленко Бондаренко Ткаченко Кравченко Ковальчук Олійник Шевчук Коваль Поліщук Бойко
    Мельник Кравчук Павленко Савченко Кузьменко Марченко Руденко Лисенко Петренко Клименко Мороз
    Пономаренко Харченко Костенко Иванченко Тодоров Димитров Георгиев
    """

  static let balticEstonian: StaticString = """
    Adomaitis Balčiūnas Bērziņš Bērziņa Kalniņš Kalniņa Ozoliņš Ozols Ozola Liepiņš Liepa
    Krūmiņš Jansons Jansone Krastiņš Zariņš Eglītis Vītols Vilks Balodis Kazlauskas Kazlauskienė
    Petrauskas Jankauskas Stankevičius Vasiliauskas Žukauskas Butkus Paulauskas Urbonas
    Kavaliauskas Sakalauskas Rimkus Navickas Šimkus Tamm Saar Sepp Mägi Kask Kukk Rebane Ilves
    Pärn Koppel Lepik Oja Raudsepp Kuusk Luik Teder Lõhmus Vaher Kallas Allik Laur
    """

  static let turkish: StaticString = """
    Acar Akbaş Akbulut Akgül Akın Akkaya Aksoy Aktaş Akyol Alkan Altun Arslan Aslan Ateş Avcı Ay
    Aydemir Aydın Aydoğan Bal Balcı Başaran Bayrak Bilgin Bozkurt Bulut Can Candan Çakır Çelik
    Çetin Çetinkaya Çiftçi Çınar Coşkun Demir Demirci Demirel Demirtaş Deniz Doğan Duman Duran
    Durmaz Ekinci Ercan Erdem Erdoğan Eren Ergin Erol Ersoy Gök Güler Gül Gündoğdu Gündüz Güneş
    Güngör Gürbüz Işık İnan Kahraman Kalkan Kaplan Kara Karabulut Karaca Karadağ Karagöz Karakaş
    Karakoç Karakuş Karataş Kaya Keskin Kılıç Kılınç Koç Korkmaz Köse Kurt Kurtuluş Özcan
    Özdemir Özer Özkan Öztürk Özen Parlak Polat Sağlam Şahin Sarı Sezer Şen Şimşek Soylu Taş
    Taşçı Tekin Toprak Tunç Turan Turgut Türk Türkmen Uçar Uysal Uzun Ünal Ünlü Yalçın Yaman
    Yavuz Yazıcı Yıldırım Yıldız Yılmaz Yiğit Yüce Yüksel Zengin Aliyev Aliyeva Mammadov
    Mammadova Huseynov Hasanov Ismayilov Guliyev
    """

  static let arabic: StaticString = """
    Abadi Abbas Abboud Abdallah Abdelaziz Abdelrahman Abdi Abdul Abdulaziz Abdullah Abdulrahman
    Abed Abu Abusaleh Adham Adwan Afifi Ahmad Ahmed Ajmi Akkad Alami Alawi Ali Alqahtani Amari
    Amin Amer Amiri Anani Ansari Antoun Arafat Aswad Asfour Assaf Atallah Atiyeh Attar Awad
    Awwad Ayoub Aziz Azzam Badawi Bahar Bakir Bakri Baloch Barakat Bashir Basri Batal Bazzi
    Bennani Bensalem Bishara Bitar Botros Boulos Bouzid Chahine Cham Chaoui Daher Dagher Damous
    Daoud Darwish Deeb Dib Diab Eid Elamin El-Sayed Essa Fadel Fahmy Fakhoury Farah Faraj Farhat
    Farouk Fares Farsi Fawaz Fayed Fayyad Gaber Gamal Gerges Ghali Ghanem Ghannam Ghazali Habib
    Haddad Hadi Hajjar Haidar Hakim Halabi Hamad Hamdan Hamdi Hamid Hammad Hammoud Hanania Hanna
    Harb Hariri Hasan Hashem Hashemi Hassan Hassoun Hawwa Hijazi Hilal Homsi Hossain Hourani
    Hussain Hussein Husseini Ibrahim Idris Isa Ismail Issa Jaber Jabbour Jaffar Jalil Jamal
    Jarrah Jawad Jibril Kader Kaddour Kaddoura Kamal Kamel Kanaan Karam Karim Kassab Kassem
    Kattan Khalaf Khaled Khalid Khalifa Khalil Khan Kharoubi Khatib Khattab Khayat Khoury Kouri
    Kuwaiti Labib Lahham Lahoud Mahdi Maher Mahmoud Majid Malik Malouf Mansour Maroun Marwan
    Masri Massoud Matar Mattar Mikhail Moghadam Mohamed Mohammed Morad Mostafa Moussa Mubarak
    Mustafa Naaman Nabulsi Naceur Nahas Naifeh Najjar Naser Nasr Nasrallah Nasser Nassar Nazari
    Nimr Noor Nour Odeh Omar Osman Othman Qabbani Qadir Qasim Qureshi Rabah Rahal Rahman Rahmani
    Ramadan Ramzi Rashid Rashidi Rizk Rizq Saab Saad Sabbagh Sabbah Sabri Sader Sadek Safar Said
    Saidi Salah Salama Salameh Saleh Salem Salib Salim Salman Samaha Saqqaf Sarraf Sarkis Sayegh
    Sayed Shadid Shaheen Shamoun Sharif Shehadeh Sherif Shihab Soliman Srour Suleiman Sultan
    Tahan Taha Tamimi Tannous Tawfik Toma Totah Touma Tuma Wahab Wahbi Wakil Yassin Yasin Younes
    Yousef Youssef Zaidan Zaki Zayed Zein Ziade Zidan Zogby Boutros Benali Benchikh Bouchareb
    Boumediene Mansouri Hamdaoui Bouazizi Trabelsi Jaziri Alaoui Berrada Tazi Haddadi Zerhouni
    """

  static let persianAfghan: StaticString = """
    Abbasi Ahmadi Akbari Alavi Alipour Amini Amiri Ansari Asadi Ashouri Atashi Azizi Babaei
    Bagheri Bahrami Bakhtiari Daneshvar Davoodi Ebrahimi Eskandari Esmaili Farahani Farhadi
    Fatemi Fazeli Ghaffari Ghanbari Ghasemi Ghorbani Golzari Habibi Haghighi Hajian Hashemi
    Hatami Heidari Hosseini Jafari Jahangiri Jalali Jamshidi Javadi Karimi Kazemi Keshavarz
    Khademi Khalili Khatami Khosravi Kiani Lotfi Mahdavi Majidi Maleki Mansouri Mirza Mirzaei
    Moghaddam Mohammadi Mohseni Moradi Mortazavi Mousavi Naderi Najafi Namazi Naseri Nazari
    Nikzad Norouzi Nouri Omidi Parsa Pahlavi Pourali Rahimi Rahmani Rajabi Ranjbar Rashidi
    Razavi Rezaei Rostami Sadeghi Safavi Salehi Salimi Samadi Sharifi Shirazi Soleimani Soltani
    Tabatabaei Taheri Tajik Tavakoli Tehrani Vahidi Yazdani Yousefi Zamani Zand Zarei Barakzai
    Durrani Ghani Karzai Noorzai Popal Stanikzai Wardak Yusufzai
    """

  static let hebrewAshkenazi: StaticString = """
    Abramson Adler Alon Amir Amsalem Arbel Ashkenazi Avraham Azoulay Azulay Bar Barak Barzilai
    Baruch Ben-Ami Ben-David Ben-Haim Berkovich Berkowitz Biton Bloch Blum Carmel Chazan Cohen
    Cohn Dagan Dahan Dayan Edelman Edri Eisenberg Elbaz Eliyahu Epstein Erez Feinberg Feingold
    Finkelstein Fishman Friedman Gabay Golan Goldfarb Gottlieb Greenbaum Grossman Gutman Halevi
    Halperin Harari Harel Hasson Heller Horowitz Hurwitz Kahana Kahn Kaplan Katz Kedar Kimchi
    Klein Kogan Landau Lavi Lerner Levi Levin Levinson Lieberman Lifshitz Malka Margolis Mizrahi
    Mizrachi Mor Nachmani Navon Ohana Ohayon Oren Ovadia Pearlman Peled Peretz Perlman Pinto
    Rabin Rabinovich Rabinowitz Rappaport Raz Regev Rosen Rosenbaum Rosenfeld Rosenzweig Sasson
    Schechter Schreiber Schulman Segal Shaked Shalom Shamir Shapira Sharabi Sharon Shavit
    Shemesh Shmueli Silberman Silver Silverman Sofer Spector Stern Suissa Tal Tzur Vaknin
    Weinberg Weiss Weizman Wexler Yadin Yosef Zilberman Zuckerman
    """

  static let indian: StaticString = """
    Acharya Adiga Advani Agarwal Aggarwal Agrawal Ahluwalia Ahuja Aiyar Ambani Amin Anand
    Anthony Apte Arora Arya Asthana Atwal Awasthi Bachchan Badal Bagchi Bahl Bajaj Bajpai Bajwa
    Bakshi Balakrishnan Balasubramanian Banerjee Banerji Bansal Barman Barot Barua Basu Batra
    Bawa Bedi Behera Behl Bhagat Bhakta Bhalla Bhandari Bhardwaj Bhargava Bhasin Bhat Bhatia
    Bhatnagar Bhatt Bhattacharya Bhattacharjee Bhave Bhola Biswas Bora Bose Brar Buch Chadha
    Chaddha Chakrabarti Chakraborty Chakravarty Chandra Chandran Chandrasekaran Chatterjee
    Chaturvedi Chaudhary Chaudhuri Chauhan Chawla Chhabra Chopra Choudhary Choudhury Chowdhury
    Dalal Damle Das Dasgupta Dave De Deb Deol Desai Deshmukh Deshpande Dey Dhaliwal Dhar Dhawan
    Dhillon Dixit Doshi Dua Dubey Dugar Dutt Dutta Dwivedi Gaikwad Gandhi Ganguly Garg Ghosh
    Gill Goel Gokhale Gopalan Gopalakrishnan Gowda Goyal Grewal Grover Guha Gulati Gupta Hegde
    Iyengar Iyer Jadhav Jaffrey Jain Jaiswal Jayaraman Jha Jhaveri Jindal Johal Joshi Kadam
    Kakkar Kale Kamath Kamat Kamble Kang Kannan Kapadia Kapoor Kapur Karnik Kashyap Kaul Kaur
    Khanna Khosla Khurana Kohli Kothari Krishnamurthy Krishnan Kulkarni Kumar Kundu Lal Lalwani
    Loke Luthra Madan Mahajan Mahapatra Maheshwari Mahto Majumdar Malhotra Malik Mallick Mangal
    Mani Mann Mathew Mathur Meena Mehra Mehrotra Mehta Menon Merchant Mishra Misra Mistry Mitra
    Mittal Mody Modi Mohanty Mukherjee Mukhopadhyay Munshi Murthy Murty Nadar Nadkarni Nagar
    Nagpal Naidu Naik Nair Nambiar Nanda Narang Narayan Narayanan Natarajan Nath Nayak Nayar
    Nehru Ojha Oak Oberoi Oza Padmanabhan Pai Pal Palan Pandey Pandit Pandya Panicker Panigrahi
    Parekh Parikh Parmar Patil Patnaik Patwardhan Pawar Phadke Pillai Prabhu Pradhan Prakash
    Prasad Puri Purohit Raghavan Rai Raina Rajagopal Rajagopalan Rajan Rajput Ram Ramachandran
    Ramakrishnan Raman Ramanathan Ramaswamy Ramesh Ranganathan Rana Randhawa Rane Rao Rastogi
    Rathi Rathod Rathore Raut Raval Ravindran Rawat Reddy Roy Saha Sahay Sahni Sahoo Sahu Saini
    Salvi Samant Sane Sankaran Sarin Sarkar Sastry Satpathy Sawant Saxena Sehgal Sen Sengupta
    Seshadri Seth Sethi Shah Shankar Sharma Shenoy Shetty Shinde Shrivastava Shukla Sidhu
    Singhal Singhania Sinha Sodhi Solanki Somani Soni Sood Sridhar Srinivasan Srivastava
    Subramanian Subramaniam Sundaram Suri Swaminathan Swamy Talwar Tandon Taneja Tata Thakkar
    Thakur Thapar Thomas Tiwari Trivedi Tripathi Upadhyay Vaidya Varghese Varma Vasudevan
    Venkataraman Venkatesan Verma Virk Vohra Vora Vyas Wadhwa Wagh Walia Yadav Zaveri
    """

  static let pakistaniBangladeshiSriLankanNepali: StaticString = """
    Abbasi Afridi Akhtar Akram Alam Anwar Arif Ashraf Aslam Awan Azam Baig Bajwa Bhatti Bhutto
    Bukhari Butt Chaudhry Cheema Chishti Dar Durrani Farooqi Gilani Gondal Haider Haq Haque
    Hayat Hashmi Iqbal Jamil Javed Jutt Kazmi Khattak Khawaja Khokhar Leghari Lodhi Mahmood
    Malik Mehmood Memon Minhas Mirza Mughal Mushtaq Naqvi Nawaz Niazi Noon Pasha Paracha Qadri
    Qazi Quraishi Rafiq Raja Rana Rashid Rauf Raza Rehman Rizvi Saeed Saleem Shafiq Shah Shaikh
    Sharif Sheikh Siddiqui Siddique Soomro Syed Talpur Tanoli Tariq Usmani Virk Waheed Yousaf
    Yousafzai Zafar Zaidi Zaman Zardari Ahmed Akter Begum Bhuiyan Biswas Chowdhury Hasan Hossain
    Islam Kabir Karim Khatun Mia Miah Molla Mondal Rahman Sarkar Sikder Talukder Uddin
    Abeysekera Amarasinghe Bandara Bandaranaike Dissanayake Fernando Fonseka Gunawardena
    Gunasekara Herath Jayasinghe Jayasuriya Jayawardena Karunaratne Kumara Kumaratunga Mendis
    Perera Premadasa Rajapaksa Ranasinghe Ratnayake Rathnayake Samaraweera Senanayake Silva
    Sirisena Somaratne Wickramasinghe Wijesinghe Basnet Bhandari Bhattarai Chettri Dahal Gurung
    Karki Khadka Koirala Lama Magar Pokharel Poudel Rai Sherpa Shrestha Subedi Tamang Thapa
    """

  static let chinese: StaticString = """
    Ao Bai Bao Bian Cai Cao Cen Chan Chang Chao Chau Chen Cheng Cheung Chiang Chiu Choi Chong
    Chou Chow Chu Chua Chui Chung Cui Dai Deng Ding Dong Du Duan Fan Fang Fei Feng Fok Fong Fu
    Fung Gan Gao Ge Geng Goh Gong Gu Guan Guo Hao He Ho Hong Hou Hsiao Hsieh Hsu Hu Hua Huang
    Hui Hung Huo Ip Jia Jiang Jiao Jin Kang Ko Kong Kuo Kwan Kwok Kwong Lai Lam Lau Law Lee Lei
    Leong Leung Li Lian Liang Liao Lim Lin Ling Liu Lo Long Lou Low Lu Luk Luo Lv Ma Mak Man Mao
    Meng Miao Mo Mok Mu Ng Ngai Ni Nie Ning Niu Ong Ouyang Pan Pang Pei Peng Poon Pu Qi Qian
    Qiao Qin Qiu Qu Quan Ren Rong Ruan Sha Shang Shao Shen Sheng Shi Shum Sima Situ Siu So Song
    Su Sun Szeto Tam Tan Tang Tao Teng Teo Tian Tong Toh Tsai Tsang Tse Tseng Tsui Tu Wan Wang
    Wei Wen Weng Wong Wu Xi Xia Xiang Xiao Xie Xin Xiong Xu Xue Yan Yang Yao Ye Yee Yeh Yen Yeo
    Yeung Yi Yin Ying Yip Yiu You Yu Yuan Yue Yuen Yun Zeng Zha Zhan Zhang Zhao Zhen Zheng Zhong
    Zhou Zhu Zhuang Zhuo Zou Zuo
    """

  static let japanese: StaticString = """
    Abe Adachi Aida Akiyama Amano Ando Aoki Aoyama Arai Arakawa Araki Asada Asai Asano Azuma
    Baba Chiba Doi Domoto Egawa Endo Enomoto Fujii Fujikawa Fujimoto Fujimura Fujioka Fujisawa
    Fujita Fujiwara Fukuda Fukui Fukumoto Fukushima Furukawa Furuta Goto Hagiwara Hamada
    Hamaguchi Hamasaki Hara Harada Hasegawa Hashimoto Hatakeyama Hattori Hayakawa Hayashi
    Higashi Higuchi Hino Hirai Hirano Hirata Hirayama Hirose Honda Honma Hori Horie Horiguchi
    Horiuchi Hosokawa Hoshino Ichikawa Igarashi Iida Iijima Ikeda Ikegami Imai Imamura Inagaki
    Inoue Ishibashi Ishida Ishiguro Ishihara Ishii Ishikawa Ishizuka Iso Itagaki Ito Itoh Iwai
    Iwamoto Iwasaki Iwata Izumi Kakuta Kamata Kamei Kamiya Kanai Kanda Kaneko Kanno Kataoka Kato
    Katsura Kawabata Kawada Kawaguchi Kawahara Kawai Kawakami Kawamoto Kawamura Kawano Kawasaki
    Kawashima Kawata Kikuchi Kimura Kinoshita Kishi Kishimoto Kita Kitagawa Kitamura Kobayashi
    Koga Koide Koike Koizumi Kojima Komatsu Kondo Konishi Kono Koyama Kubo Kubota Kudo Kumagai
    Kuramoto Kurihara Kuroda Kurokawa Kurosawa Kuwahara Maeda Maekawa Makino Marui Maruyama
    Masuda Matsuda Matsui Matsumoto Matsumura Matsunaga Matsuo Matsuoka Matsushita Matsuura
    Matsuzaki Mikami Minami Mita Mitsui Miura Miyagi Miyamoto Miyazaki Miyazawa Mizuno Mizutani
    Mochizuki Mori Morikawa Morimoto Morinaga Morita Moriya Moriyama Motoki Murai Murakami
    Muramatsu Muraoka Murata Murayama Muto Nagai Nagano Nagasawa Nagata Naito Nakada Nakagawa
    Nakahara Nakai Nakajima Nakamoto Nakamura Nakanishi Nakano Nakao Nakata Nakayama Nakazawa
    Narita Nishi Nishida Nishihara Nishikawa Nishimoto Nishimura Nishino Nishioka Nishiyama Noda
    Noguchi Nomoto Nomura Obata Ochi Oda Ogasawara Ogata Ogawa Oguri Ohashi Ohno Ohta Oikawa
    Oishi Okabe Okada Okamoto Okamura Okano Okawa Okazaki Okubo Okuda Okumura Omori Onishi Ono
    Onoda Osada Osaki Oshima Ota Otani Otsuka Oyama Ozaki Ozawa Saeki Saito Sakaguchi Sakai
    Sakakibara Sakamoto Sakata Sakuma Sakurai Sano Sasaki Sato Satoh Sawada Sawamura Sekiguchi
    Seki Seto Shibata Shimada Shimizu Shimoda Shimomura Shinohara Shirai Shiraishi Soga Sone
    Sonoda Suda Suenaga Sugawara Sugimoto Sugita Sugiura Sugiyama Suzuki Tabata Tachibana Tada
    Taguchi Tajima Takada Takagi Takahashi Takai Takano Takao Takashima Takayama Takeda Takemoto
    Takemura Takenaka Takeuchi Takizawa Tamaki Tamura Tanabe Tanaka Tani Taniguchi Tanimoto
    Tashiro Terada Tezuka Toda Tokuda Tokunaga Tomita Toyoda Tsubaki Tsuchiya Tsuda Tsuji
    Tsukada Tsukamoto Uchida Ueda Uehara Uematsu Ueno Uesugi Wada Wakabayashi Watanabe Yagi
    Yamada Yamagata Yamaguchi Yamakawa Yamamoto Yamamura Yamanaka Yamane Yamashita Yamauchi
    Yamazaki Yano Yasuda Yokota Yokoyama Yoshida Yoshihara Yoshikawa Yoshimoto Yoshimura Yoshino
    Yoshioka Yuasa
    """

  static let korean: StaticString = """
    Ahn An Bae Baek Ban Bang Byun Cha Chae Chang Cho Choe Choi Chun Chung Eom Gil Gong Gu Gwak
    Gwon Ha Hahn Ham Han Heo Ho Hong Huh Hur Hwang Hyun Im Jang Jegal Jeon Jeong Ji Jin Jo Joo
    Ju Jun Jung Kang Kim Ko Koh Koo Kook Kwak Kwon Lee Lim Ma Maeng Min Moon Na Nam Namgung No
    Noh Oh Pae Paik Pak Park Pyo Rhee Rim Roh Ryu Seo Seol Seon Seong Seonwoo Shim Shin Sim Sin
    So Sohn Son Song Suh Sung Tak Uhm Wi Won Woo Yang Yeo Yeom Yi Yoo Yoon Youn You Yu Yun
    """

  static let vietnamese: StaticString = """
    Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Lương
    Mai Cao Tạ Chu Đào Thái Tôn Từ Vương Kiều Lâm Hà La Quách Triệu Phùng Văn Diệp Ninh Huynh
    """

  static let thaiLaoKhmerBurmese: StaticString = """
    Boonmee Boonyasak Chaiyasit Chaiyo Charoenpura Charoensuk Chinnawat Chanthavong Inthavong
    Jaidee Jantarakul Kaewmanee Kittikachorn Klinsuwan Kongpaisan Kraisri Limsakul Meesuk
    Namwong Panyarachun Phromwong Pibulsonggram Prasertsuk Rattanakosin Saelim Saetang
    Saengthong Sangsuwan Shinawatra Siriwat Somboon Srisai Sriwong Suksawat Sukjai Suwan
    Suwannarat Tangsiri Thanarat Thongchai Thongdee Vejjajiva Wattanakul Wongsawat Wongsuwan
    Chea Chhim Hun Keo Kong Mao Meas Nhem Nuon Ouk Pech Phan Prak Sam Sar Sok Som Suon Tep Touch
    Phommasack Sisoulith Vongsa
    """

  static let indonesianMalayFilipino: StaticString = """
    Abdurrahman Anggraini Anwar Aritonang Atmadja Budiman Darmawan Gunawan Halim Handayani
    Harahap Hartono Hartati Hidayat Hutagalung Hutapea Irawan Iskandar Kurniawan Kusnadi Kusuma
    Kusumawati Lubis Manalu Manurung Maulana Mulyadi Mulyani Nababan Nainggolan Nasution Natsir
    Nugraha Nugroho Nurhayati Oktaviani Panjaitan Pangestu Permadi Permana Pranoto Prasetyo
    Pratama Pratiwi Purnama Purnomo Purwanto Rahardjo Rahayu Rahman Rahmawati Ramadhan Rusli
    Safitri Salim Santoso Saputra Saragih Sari Setiawan Setiawati Siahaan Sihombing Silalahi
    Simanjuntak Simatupang Sinaga Siregar Sitompul Situmorang Soekarno Subroto Sudirman
    Sudjatmiko Suharto Sukarno Sulaiman Sumarno Supriyanto Suryadi Suryanto Susanto Susilo
    Sutanto Sutedja Sutrisno Syahputra Tambunan Tanjung Tjahjadi Utomo Wahyudi Wibowo Widjaja
    Widodo Wijaya Wirawan Wulandari Yulianti Yusuf Abalos Abad Abella Agbayani Agustin Alcantara
    Aquino Arroyo Bagatsing Balagtas Baluyot Bautista Belmonte Bonifacio Caguioa Calungsod
    Capistrano Catacutan Cayetano Cojuangco Concepcion Cuenco Dela_Cruz De_Guzman De_Leon
    De_los_Santos Del_Rosario Dimaculangan Dimagiba Dumlao Duterte Ejercito Estrada Evangelista
    Francisco Gatchalian Ilagan Lacson Laurel Lapid Legarda Locsin Lorenzo Macapagal Macaraeg
    Magbanua Magsaysay Manalo Manansala Mangubat Marcos Matapang Mercado Ocampo Osmeña Pacquiao
    Pangilinan Panganiban Pascual Quezon Ramos Recto Revilla Rizal Robredo Romualdez Roxas
    Salonga Santos Sarmiento Sison Sotto Sumulong Tolentino Tiongson Trillanes Villafuerte
    Villanueva Yap Zobel
    """

  static let westAfrican: StaticString = """
    Abara Abiola Abubakar Achebe Acheampong Adams Addo Adebayo Adegoke Adeleke Adeniyi Adesina
    Adewale Adeyemi Adichie Adjei Adomako Afolabi Agbaje Agyeman Agyemang Ajayi Akande Akindele
    Akinola Akintola Akpan Akufo Alabi Amadi Amoah Ampofo Amponsah Anand Aning Ansah Antwi
    Anyaoku Appiah Arthur Asamoah Asante Atta Awolowo Ayew Azikiwe Babangida Badmus Bah Balogun
    Bamba Bankole Barry Bello Boakye Boateng Buhari Camara Ceesay Chukwu Chukwuma Cissé Cissokho
    Conteh Coulibaly Dabo Danjuma Danquah Darko Dembélé Diallo Diarra Diawara Dike Diop Diouf
    Donkor Doumbia Dramé Egwu Eke Ekong Emecheta Ezeh Eze Ezekwesili Fall Fashola Faye Fofana
    Gueye Gyasi Ibe Ibeh Idowu Igwe Iheanacho Ikeda Iwu Iwuchukwu Jalloh Jammeh Jonathan Kaba
    Kamara Kante Keïta Koné Koroma Kouyaté Kuti Kwarteng Lawal Mane Mbah Mbaye Mensah Musa
    Ndiaye Ndour Nkrumah Nnadi Nnamdi Nwachukwu Nwankwo Nwosu Obaseki Obasanjo Obi Obiora
    Ocansey Odinga Odukoya Ofori Ogbonna Ogunbanjo Oguntade Ojo Okafor Okeke Okereke Okocha
    Okonjo Okonkwo Okoro Okoye Okpara Oladipo Olajide Olaniyan Olatunji Olayinka Onwuachi
    Onyango Onyekachi Opoku Oppong Orji Osei Osinbajo Osundare Oti Ouattara Ouédraogo Owusu
    Owusu-Ansah Oyelaran Quaye Quartey Sall Salami Sané Sankara Sarpong Seck Sesay Sidibé
    Sissoko Sow Soyinka Sy Tambo Tetteh Tinubu Touré Traoré Turay Udeh Ugwu Umar Usman Uzoma
    Wade Yakubu Yeboah Zongo
    """

  static let eastSouthernAfrican: StaticString = """
    Abebe Abera Achieng Alemu Amare Asfaw Assefa Ayele Bekele Berhe Biya Chikwanha Chirwa
    Chissano Dlamini Dube Gebremariam Gebrehiwot Getachew Girma Gumede Gwala Hadebe Haile
    Hlongwane Kagame Kamau Kariuki Karanja Kebede Kenyatta Khoza Khumalo Kibaki Kimani Kipchoge
    Kipkorir Kiplagat Kiprop Kiptanui Kirui Koech Kunene Langat Lungu Mabaso Mabena Mabuza
    Mahlangu Makau Makgoba Makoni Malema Mandela Maphosa Maseko Masondo Mathebula Mazibuko
    Mbatha Mbeki Mbugua Mchunu Mdluli Mekonnen Mengistu Mhlanga Mkhize Mnangagwa Mnguni Modise
    Mofokeng Mohale Mokoena Molefe Mongella Motaung Motsepe Moyo Mphahlele Msimang Mthembu
    Mthethwa Mtshali Mugabe Mugo Mulenga Musyoka Muthoni Mutai Mutasa Mutua Mwale Mwangi Mwanza
    Mwinyi Naidoo Ncube Ndegwa Ndlovu Ndung'u Ngcobo Ngema Ngwenya Nhlapo Njoroge Njuguna Nkomo
    Nkosi Ntuli Nxumalo Nyambura Nyambane Nyathi Nyerere Nzimande Ochieng Odhiambo Okello Omondi
    Otieno Owino Phiri Radebe Rotich Ruto Samatar Sibanda Sisulu Sithole Tadesse Tesfaye
    Tlhapane Tembo Tshabalala Tutu Wekesa Were Wolde Xaba Yusuf Zenawi Zikalala Zondo Zulu Zuma
    Zwane Botha Coetzee Conradie De_Beer De_Klerk De_Villiers De_Wet Du_Plessis Du_Preez Du_Toit
    Erasmus Fourie Jacobs Joubert Kruger Labuschagne Le_Roux Louw Malan Marais Meintjes Naude
    Nel Nortje Pienaar Pretorius Roux Smuts Steyn Strydom Swanepoel Terblanche Van_Niekerk
    Van_Wyk Van_Zyl Venter Verwoerd Viljoen Visagie Vorster
    """

  static let caucasusAlbanianCentralAsian: StaticString = """
    Abashidze Beridze Chikovani Gelashvili Gogoladze Japaridze Kapanadze Kiknadze Kvaratskhelia
    Lomidze Maisuradze Margvelashvili Mchedlishvili Saakashvili Shevardnadze Tsereteli
    Abrahamyan Avetisyan Babayan Galstyan Ghazaryan Grigoryan Hakobyan Harutyunyan Hovhannisyan
    Karapetyan Kardashian Khachatryan Manukyan Martirosyan Mkrtchyan Petrosyan Poghosyan
    Sargsyan Sahakyan Simonyan Stepanyan Vardanyan Berisha Gashi Krasniqi Hoxha Shehu Hoti
    Bytyqi Kastrati Morina Thaçi Rexhepi Haxhiu Leka Dervishi Prifti Gjoka Kola Marku Abdullaev
    Akhmetov Alimov Ismailov Karimov Nazarbayev Nurmagomedov Rakhimov Rakhmonov Saidov Sultanov
    Tokayev Usmanov Yusupov Kadyrov Basayev Magomedov Dudayev Umarov Chagaev
    """

  /// Names that many people bear.
  static let frequent: [StaticString] = [
    englishCommon, spanishCommon, frenchCommon, germanCommon,
  ]

  static let others: [StaticString] = [
    english, irishScottishWelsh, spanish, portugueseBrazilian, french, germanAustrianSwiss,
    italian, dutchFlemish, nordic, polish, czechSlovak, southSlavic, hungarian, romanian, greek,
    russianUkrainianLatin, cyrillic, balticEstonian, turkish, arabic, persianAfghan,
    hebrewAshkenazi, indian, pakistaniBangladeshiSriLankanNepali, chinese, japanese, korean,
    vietnamese, thaiLaoKhmerBurmese, indonesianMalayFilipino, westAfrican, eastSouthernAfrican,
    caucasusAlbanianCentralAsian,
  ]
}
