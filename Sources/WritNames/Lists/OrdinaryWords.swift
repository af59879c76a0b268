/// Words that are written with a capital too and are no names of persons, or seldom.
///
/// Written down from general knowledge, separated by blanks; `_` joins the words of one name.
enum OrdinaryWords {
  static let words: StaticString = """
    a able about above accept access accident according account accounts across act action
    active activity actually add added address addresses adult advance advice affair afraid
    after afternoon again against age agency agent ago agree agreement ahead air airport alarm
    alert alike all allow almost alone along already also although always am among amount an
    analysis ancient and angel animal anniversary announcement annual another answer any anybody
    anyone anything anyway apart apartment apologies app apparently appeal appear apple
    application applications apply appointment appreciate approval approve april are area argue
    arm army around arrange arrival arrive art article as ask asked asset assistance assistant
    associate at attached attachment attempt attend attention attorney auction audience august
    aunt author authority auto automatic available average avoid aware away baby back background
    bad badly bag balance ball bank banking bar base based basic basis bath battle be beach bear
    beautiful because become bed been before began begin beginning behalf behind being believe
    bell below benefit benefits best better between beyond big bike bill billing bills bird
    birth birthday bit black block blog blood blue board boat body book booking books border
    born both bottom bought box boy branch break bridge brief bright bring broken brother
    brought brown budget buffer bug build builder building built burn bus business busy but
    button buy buyer by cab cable cache cake call called caller calls came camera camp campaign
    can cancel cancellation cannot capital captain car card cards care career careful carry case
    cases cash casino cat catch category cause cell center central centre century ceo certain
    certainly certificate chair challenge chance change changed changes channel chapter charge
    charged charges charity chat cheap check checking checkout checks chief child children
    choice choose church circle citizen citizens city claim claims class classic clean clear
    clearly click client clients clinic clock close closed closing clothes cloud club coach
    coast code coffee cold collect collection college color colour column come comes comfort
    coming command comment comments commission committee common communication community company
    compare complaint complete completed computer concern concerned concert condition conditions
    conference confidential confirm confirmation confirmed congratulations connect connection
    consider consultant consumer contact contacts contain content continue contract control
    conversation cook cookie cool copy corner corporate correct cost costs could council count
    counter country county couple course court cousin cover coverage create created credit crew
    crime critical cross crown cruise cup currency current currently custom customer customers
    cut cyber daily dance danger dark dash data database date dates daughter day days dead
    deadline deal dealer dear death debit debug debt december decide decision deep default
    defense degree delay delete deliver delivered delivery demand dental department deposit
    depth deputy describe description design desk detail details develop development device
    devices diagnosis did die diet difference different difficult digital dinner direct
    direction director disabled discharge discount discover discuss discussion disease disk
    dispatch display dispute distance district divorce do doctor document documents does dog
    doing dollar domain done donation door double down download dozen draft drama draw dream
    dress drink drive driver drop drug dry due during duty each earlier early earn earth easily
    east easy eat economic economy edge edit edition editor education effect effective effort
    eight either election electric electronic email emails emergency employee employees employer
    employment empty enable end ended energy engine engineer engineering english enjoy enough
    enquiry ensure enter enterprise entire entry environment equal equipment error errors
    especially estate estimate even evening event events ever every everybody everyone
    everything evidence exact exactly exam example excellent except exchange executive exercise
    existing exit expect expense expenses experience expert expire expired expires expiry
    explain export express expression extra eye eyes face fact factory fail failed failure fair
    faith fall false family famous fan far farm fashion fast fat father fatal favor favorite
    fear feature february federal fee feedback feel feeling fees feet fell felt few field fight
    figure file files fill film final finally finance financial find fine finger finish fire
    firm first fish fit five fix flag flat flight flights floor flow flower fly focus folder
    follow followed following follows food foot football for force foreign forest forever forget
    form formal former forms forum forward found foundation four fraud free freedom french
    frequency fresh friday friend friendly friends from front fruit full fully fun function fund
    funds funny furniture further future game games garden gas gate gave general generally
    generate german get gets getting gift girl give given glad glass global go goal god goes
    going gold golden gone good goods got government grand grandfather grandmother grant gray
    great green greetings grey gross ground group groups grow growth guarantee guard guess guest
    guests guide guy guys had hair half hall hand handle hands happen happened happy hard
    hardware has hat hate have having he head headquarters health hear heard hearing heart heat
    heavy held hello help helpful helping her here hero hers herself hey hi hidden high higher
    highly hill him himself hire his history hit hobby hold holder holiday holidays home homes
    honest honor hope horse hospital host hot hotel hotels hour hours house housing how however
    huge human hundred hungry husband i ice id idea ideas identification identity if ill image
    images important impossible improve in incident include included includes including income
    incorrect indeed independent index individual industry info information initial inquiry
    inside install installation instance instead institute instruction instructions insurance
    insured interest interested interesting international internet interview into introduction
    inventory invest investment investor invitation invite invoice invoices iron is island issue
    issued issues it item items its itself january job jobs join joint journal journey joy judge
    july jump june junior just justice keep key keys kid kids kill kind king kingdom kitchen
    knew know known lab label labor lack lady lake land landlord language laptop large last late
    later latest laugh launch law lawyer lay lead leader leading league learn learning lease
    least leave leaving led left leg legal lender less lesson let lets letter letters level
    library license licence lie life lift light like likely limit limited line lines link links
    list listen literature little live lives living load loan loans local location locations
    lock locked log login logo long look looked looking lord lose loss lost lot lots love low
    lower luck lucky lunch machine made magazine magic mail mailing main mainly maintain
    maintenance major make makes making male man manage management manager many map march mark
    market marketing marriage married mary master match matter max may maybe mayor me meal mean
    means meant measure media medical medication medicine meet meeting meetings member members
    membership memo memory men mention menu merchant merry message messages met metal method
    middle midnight might mile miles military milk million mind mine minimum minister minor
    minute minutes miss missed missing mission mistake mobile mode model modern moment monday
    money monitor month monthly months moon more morning mortgage most mother motor mount
    mountain mouse mouth move moved movie movies moving much multiple museum music must my
    myself name named names nation national native natural nature near nearly necessary need
    needed needs neighbor neither nephew network never new newly news newsletter next nice niece
    night nine no nobody none nor normal north not note notes nothing notice notification novel
    november now null number numbers nurse object obviously october of off offer offered offers
    office officer offices official often oh oil ok okay old on once one online only open opened
    opening operation operator opinion opportunity option options or orange order ordered orders
    ordinary organic organization origin original other others otherwise ought our ours out
    outside over overdue own owner owners pack package page pages paid pain paint pair palace
    panel paper papers parcel parent parents park parking part particular partner partners party
    pass passed passenger passengers passport password past path patient patients pattern pay
    payable payee payer paying payment payments payroll peace pen pension people per percent
    perfect perhaps period permission permit person personal phase phone photo photos physical
    physician piano pick picture piece pieces pin place places plan plane planet planning plans
    plant plastic plate platform play played player players please pleased plus pm pocket point
    points police policy political pool poor popular population port portal position possible
    post postal posted posts potential power practice prefer premium prepare prescription
    present president press pressure pretty previous price prices prime prince print printer
    prior priority prison private prize probably problem problems procedure process processed
    processing produce product production products professional professor profile profit program
    progress project projects promise proof proper property proposal proposed protect protection
    proud prove provide provided provider public publisher purchase purchased pure purpose push
    put quality quarter quarterly queen query question questions quick quickly quiet quit quite
    quote race radio rail rain raise ran range rate rates rather rating read reader reading
    ready real reality really reason reasons receipt receive received recent recently reception
    recipe recipient recommend recommendation record recorded records recover red redirect
    reduce refer reference referral refund refunds regard regarding regards region regional
    register registered registration regular regulation rejected related relations relationship
    release released reliable religion remain remember reminder remote remove rent rental renew
    renewal repair repeat replace replacement reply report reported reporter reports
    representative request requested requests require required requirements research reservation
    reset residence resident residents resolve resource resources respect respond response
    responsible rest restaurant result results resume retail retired return returned returns
    revenue review reviewed reviews rich ride right rights ring risk river road robot rock role
    room rooms root rose round route row royal rule rules run running rush safe safety said sail
    salary sale sales salt same sample sand saturday save saved savings saw say saying says
    scale scan scene schedule scheduled school schools science scientist score screen script sea
    search season seat second secret secretary section sector secure security see seek seem seen
    select self sell seller send sender sending senior sense sent sentence separate september
    sequence series serious serve server service services session set sets setting settings
    settlement seven several severe shall share shared shareholder she sheet shift ship shipment
    shipped shipping shock shoes shop shopping short should show showed shower shows shut sick
    side sign signal signature signed significant silver similar simple simply since sincerely
    singer single sir sister sit site sites situation six size skill skills skin sky sleep slow
    small smart smile smoke snow so social society soft software sold soldier solution some
    somebody someone something sometimes son song songs soon sorry sort soul sound source south
    space speak speaker special specialist specific speed spend spent spirit sport sports spouse
    spring square stable staff stage stand standard star stars start started starting starts
    state stated statement statements states station status stay step still stock stolen stone
    stop stopped store stores storm story straight strange strategy stream street strong student
    students studies studio study style subject submit subscription success successful such
    suddenly sugar suggest suit suite summary summer sun sunday super supervisor supplier supply
    support suppose sure surface surgeon surgery surprise survey suspect suspicious sweet swift
    switch system systems table take taken takes taking talk talked talking tall target task tax
    taxes taxi teach teacher teachers team teams tech technical technician technology teen
    telephone tell temperature temporary ten tenant term terms terrible test tested testing
    tests text than thank thanks thanksgiving that the theater their them themselves then theory
    therapist therapy there therefore these they thing things think third this those though
    thought thousand thread three through thursday thus ticket tickets time timeout times tiny
    tip title to today together told tomorrow tonight too took tool tools top topic total touch
    tour tournament toward town toy track trade traffic train training transaction transactions
    transfer transfers translation transport travel traveler treat treatment tree trial trip
    trouble truck true trust truth try trying tuesday turn turned tv twelve twenty twice two
    type types uncle under understand unfortunately union unique unit united university unknown
    unless unlock until up upcoming update updated updates upgrade upload upon urgent us usage
    use used useful user username users uses using usual usually valid valley value values van
    various vehicle vendor venue verification verified verify version very via victim video view
    village visa visit visited visitor visitors voice void volume vote voucher wait waiting wake
    walk wall wallet want wanted wants war ward warehouse warm warning warranty was wash waste
    watch water way we wear weather web website wedding wednesday week weekend weekly weeks
    weight welcome well went were west what whatever wheel when whenever where whether which
    while white who whole whom whose why wide widow wife wild will win wind window windows wine
    winner winter wire wireless wish with withdraw withdrawal within without witness woman women
    won wonder wonderful wood word words work worked worker workers working works workshop world
    worry worse worth would wow write writer writing written wrong yard yeah year yearly years
    yellow yes yesterday yet you young your yours yourself youth zero zip zone cheers faithfully
    respectfully attn re fwd cc bcc ref appendix copyright privacy faq logout signup api url
    http https www sql json xml html css pdf csv utf utc gmt est pst cet iso usb cpu gpu ram ssd
    lan wan vpn dns tcp udp ip ssh tls ssl ftp smtp iban bic ssn atm mastercard amex paypal euro
    euros dollars usd eur gbp chf jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues
    wed thu thur thurs fri sat christmas easter halloween ramadan hanukkah diwali cto cfo coo hr
    vp kg km cm mm lb oz asap fyi btw lol tbd na nb ps vs etc eg ie covid diabetes cancer asthma
    aspirin ibuprofen spanish italian russian chinese japanese korean arabic portuguese dutch
    polish swedish norwegian danish finnish greek turkish hebrew hindi vietnamese thai american
    british canadian australian european asian african mexican brazilian indian irish scottish
    welsh ukrainian hungarian czech romanian bulgarian croatian serbian austrian swiss belgian
    christian muslim jewish catholic buddhist hindu protestant republican democrat democratic
    facebook google amazon microsoft linux android iphone ipad macbook galaxy excel powerpoint
    outlook zoom slack github gitlab jira confluence oracle java javascript python kotlin rust
    ruby docker kubernetes postgres mysql redis kafka chrome firefox safari netflix spotify
    youtube twitter instagram whatsapp telegram linkedin tesla toyota honda ford bmw mercedes
    volkswagen audi nissan volvo boeing airbus adidas nike gucci ikea sony samsung nokia lenovo
    dell intel nvidia starbucks mcdonalds walmart costco ebay uber lyft airbnb fedex ups dhl
    walkman playstation xbox nintendo bluetooth wifi ethernet pro ultra mini lite deluxe
    platinum beta alpha gamma delta omega sigma ich du er sie es wir ihr der das den dem des ein
    eine einer einem eines einen und oder aber mit von zu zur zum bei nach aus auf im für fur
    über unter vor hinter neben zwischen durch gegen ohne um ist sind waren wird werden haben
    hatte kann können muss soll nicht kein keine auch noch nur schon sehr mehr wie wer wo wann
    warum bitte danke hallo liebe lieber geehrte geehrter geehrten guten tag morgen abend grüße
    gruß grüßen freundlichen freundliche herr frau herrn familie kunde kundin kunden rechnung
    bestellung lieferung konto karte adresse straße telefon nummer datum betrag vertrag antrag
    versicherung firma büro arzt ärztin patientin termin uhr montag dienstag mittwoch donnerstag
    freitag samstag sonntag januar februar märz mai juni juli oktober dezember mein meine dein
    seine ihre unser unsere diese dieser dieses alle jeder neue neuer neues haus stadt jahr
    jahre monat woche tage stunde zeit mann kinder mutter vater bruder schwester sohn tochter
    freund freundin geburtstag geboren wohnt wohnhaft wohnung vorname nachname betreff anfrage
    auftrag mitarbeiter mitarbeiterin leiter leiterin geschäftsführer abteilung zahlung
    überweisung kündigung unterschrift anlage sowie laut gemäß je tu il elle nous vous ils elles
    le la les un une de et ou mais avec pour par sur sous dans en au aux chez sont était ont
    avait peut doit ne pas très bien bonjour bonsoir merci salut cher chère chers madame
    monsieur mademoiselle cordialement salutations cliente compte carte rue téléphone numéro
    montant contrat facture commande livraison banque société bureau médecin patiente lundi
    mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août
    septembre octobre novembre décembre ma mes ton ta tes sa ses notre nos votre vos leur leurs
    ce cette ces tous toute nouveau nouvelle maison ville pays année mois semaine jour heure
    homme femme enfant mère père frère soeur fils fille ami amie anniversaire né née habite nom
    prénom objet demande veuillez agréer selon yo tú él ella nosotros ellos ellas el los las uno
    una unos unas y o pero con para por sobre bajo al del era fue ha han había puede debe sí muy
    más hola gracias buenos buenas días tardes noches estimado estimada querido querida señor
    señora señorita atentamente saludos cuenta tarjeta dirección calle teléfono número fecha
    importe contrato factura pedido entrega banco empresa oficina médico paciente lunes martes
    miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre mi su nuestro nuestra este esta estos todos nuevo
    nueva casa ciudad país año semana día hora hombre mujer niño madre padre hermano hermana
    hijo hija amigo amiga cumpleaños nacido nacida vive nombre apellido asunto solicitud según
    cuando donde quien como io lui lei noi voi loro lo gli e tra fra da di della dei delle è
    sono hanno può deve non più molto bene ciao grazie buongiorno buonasera gentile caro cara
    egregio signor signora signorina saluti cordiali conto carta indirizzo telefono numero
    importo contratto fattura ordine consegna banca società ufficio medico paziente lunedì
    martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno
    luglio settembre ottobre dicembre mio mia suo sua nostro vostro questo questa tutti nuovo
    nuova città paese anno mese settimana giorno ora uomo donna bambino fratello sorella figlio
    figlia amico amica nato nata abita nome cognome oggetto richiesta ik jij hij zij wij het een
    maar voor naar bij uit op aan zijn heeft hebben kan moet niet geen ook nog alleen zeer meer
    hoe wat waar wanneer waarom beste geachte heer mevrouw dank groeten vriendelijke klant
    rekening kaart adres telefoon bedrag factuur bestelling levering bedrijf kantoor arts
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag jag hon vi och eller med för till
    från på av som är var har inte hej tack kära fru hälsningar kund adress gata faktura jeg og
    ikke til hei takk hilsen os não sim obrigado obrigada olá prezado prezada senhor senhora
    atenciosamente conta cartão endereço telefone fatura com uma dos meu minha seu novo pan pani
    panie dzień dobry dziękuję proszę szanowny szanowna pozdrawiam jest nie tak dla od przy oraz
    klient numer umowa
    """

  static let organizations: StaticString = """
    inc incorporated ltd limited llc llp plc corp corporation company co gmbh ag kg ohg ug se sa
    sas sarl srl spa bv nv ab oy oyj as asa aps kft zrt sp zoo doo jsc pjsc ooo pty bhd sdn pte
    kk university universität université universidad università college school academy institute
    institut instituto hospital klinik clinic bank banco banque banca sparkasse insurance
    versicherung foundation stiftung association verein group holdings holding partners
    associates consulting solutions systems technologies technology software services industries
    international enterprises ventures capital management media press records studios
    entertainment motors airlines airways hotel hotels restaurant cafe museum library church
    cathedral stadium airport station center centre council ministry department committee
    commission agency bureau federation union league club society trust fund party army court
    police foods pharma pharmaceuticals laboratories labs energy electric petroleum steel
    logistics shipping freight networks telecom communications digital interactive team times
    post tribune herald gazette journal magazine award awards prize cup championship festival
    band orchestra theatre theater river lake mount mountain valley island islands bay beach
    park bridge tower castle palace county district province region cemetery forest canyon
    desert ocean sea gulf cape
    """

  static let places: StaticString = """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
    bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia
    botswana brazil brunei bulgaria burundi cambodia cameroon canada chile china colombia congo
    croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia ethiopia
    fiji finland france gabon gambia germany ghana greece greenland grenada guatemala guinea
    guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
    japan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia
    libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali
    malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique
    myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau
    palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
    senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname swaziland
    sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga trinidad tunisia
    turkey turkmenistan tuvalu uganda ukraine uruguay usa uk uae uzbekistan vanuatu venezuela
    vietnam yemen zambia zimbabwe england scotland wales britain europe asia africa america
    deutschland österreich schweiz italia españa polska sverige norge danmark suomi nederland
    belgië magyarország alabama alaska arizona arkansas california colorado connecticut delaware
    florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire
    jersey york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah
    vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan
    columbia scotia bavaria saxony tuscany lombardy provence normandy brittany catalonia
    andalusia galicia queensland victoria tasmania aachen aarhus abidjan abuja accra adelaide
    albany albuquerque algiers alicante amman amsterdam anaheim anchorage ankara antalya antwerp
    antwerpen arlington asuncion athens atlanta auckland augsburg austin baghdad baku baltimore
    bamako bangalore bangkok barcelona basel beijing beirut belfast belgrade bergen berlin bern
    bielefeld bilbao birmingham bochum bogota bologna bonn bordeaux boston bratislava bremen
    brisbane bristol brno bruges brussels bucharest budapest buffalo bursa busan cairo calgary
    cali canberra caracas cardiff casablanca charleston charlotte chennai chicago chisinau
    cincinnati cleveland cologne columbus copenhagen cordoba coventry cracow dakar dallas
    damascus davos debrecen delhi denver detroit dhaka dijon doha dortmund dresden dubai dublin
    durban dusseldorf edinburgh edmonton eindhoven espoo essen florence fortaleza frankfurt
    freiburg fresno fukuoka gdansk geneva genoa ghent glasgow goleta gothenburg göteborg granada
    graz grenoble groningen guadalajara guangzhou haifa halifax hamburg hanoi hanover hannover
    harare havana heidelberg helsinki hiroshima honolulu houston hyderabad indianapolis
    innsbruck islamabad istanbul izmir jakarta jeddah jerusalem johannesburg kampala karachi
    karlsruhe kassel kathmandu katowice kiel kiev kyiv kigali kingston kobe kolkata köln koln
    krakow kyoto lagos lahore lausanne leeds leicester leiden leipzig lille lima limerick linz
    lisbon liverpool ljubljana lodz london luzern lviv lyon madrid mainz malaga malmö manchester
    manila mannheim maputo maribor marseille medellin melbourne memphis miami milan milano
    milwaukee minneapolis minsk mombasa monterrey montevideo montpellier montreal moscow mumbai
    munich münchen munster münster nagoya nairobi nantes naples napoli nashville newark
    newcastle nice nottingham nuremberg nürnberg oakland odense odessa omaha orlando osaka oslo
    ottawa oxford cambridge palermo paris perth philadelphia phoenix pittsburgh plzen porto
    portland poznan prague praha pretoria pune quito raleigh recife reykjavik riga riyadh roma
    rome rotterdam rouen sacramento saigon salzburg santiago sapporo sarajevo seattle seoul
    seville shanghai shenzhen sheffield skopje sofia southampton stavanger stockholm strasbourg
    stuttgart surabaya sydney szeged taipei tallinn tampa tampere tbilisi tehran tokyo toledo
    toronto toulouse trieste tripoli trondheim tunis turin turku tucson tulsa uppsala utrecht
    valencia vancouver venice verona vienna wien vilnius warsaw warszawa wellington winnipeg
    wroclaw wuppertal yokohama zagreb zaragoza zurich zürich hollywood manhattan brooklyn queens
    bronx broadway atlantic pacific mediterranean baltic alps himalaya sahara amazon danube
    rhine thames nile los las san santa saint fort port new north south east west el
    """
}
