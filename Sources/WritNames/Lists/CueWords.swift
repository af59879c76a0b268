/// Words that say what stands beside them, in the languages of letters and forms.
enum CueWords {
  static let titles: StaticString = """
    mr mrs ms miss mister mx dr prof professor doctor sir madam lady lord rev reverend fr sgt cpl lt \
    capt captain maj col gen hon judge senator congressman congresswoman president officer detective \
    nurse coach herr hr frau fr fräulein ing dipl mag m mme mlle monsieur madame mademoiselle me \
    maître sr sra srta señor señora señorita don doña dn dña sig signor signora signorina sig.ra dott \
    dottor dottore dottoressa avv dhr mevr mevrouw mw meneer heer fru frk pan pani pán paní slečna \
    mgr ing pán dl dna domnul doamna kyrios kyria bay bayan sayın sheikh shaikh sheik haji mohd \
    datuk dato tengku encik puan bapak ibu pak bu shri shrimati smt sri kumari ustad rabbi imam \
    father brother uncle aunt aunty auntie chief sensei khun senhor senhora dona seu господин \
    госпожа г-н г-жа пан пані тов товарищ úr asszony
    """

  /// Said to somebody: `Dear Nora`.
  static let greetings: StaticString = """
    dear hi hello hey greetings welcome thanks goodbye bye cheers yo hallo liebe lieber sehr geehrte \
    geehrter geehrten bonjour salut cher chère bonsoir hola querido querida estimado estimada \
    apreciado apreciada ciao caro cara gentile egregio egregia olá oi prezado prezada beste geachte \
    hej hei kära kære kjære moi hei rakas drogi droga szanowny szanowna cześć witaj milý milá vážený \
    vážená ahoj kedves tisztelt dragă stimate stimată merhaba sevgili sayın namaste привет дорогой \
    дорогая уважаемый уважаемая здравствуйте шановний шановна selamat kepada yth
    """

  /// Before a person: `named`, `signed`, `patient`.
  static let labels: StaticString = """
    name names named called attn attention signed signature sincerely regards yours respectfully \
    faithfully cordially sender recipient addressee payee payer beneficiary patient patients client \
    customer employee applicant contact candidate student tenant guest passenger insured \
    policyholder cardholder holder owner author witness plaintiff defendant spouse husband wife \
    mother father brother sister son daughter nephew niece cousin colleague manager supervisor \
    boss friend grandmother grandfather mom dad fiance fiancee girlfriend boyfriend neighbor \
    neighbour assistant im i'm surname lastname firstname forename fullname user borrower \
    beneficiary nickname alias doctor attorney lawyer therapist secretary director chairman \
    name vorname nachname kunde kundin patientin unterschrift gez heiße heisse mitarbeiter \
    ansprechpartner ansprechpartnerin empfänger absender mieter mieterin nom prénom appelle cliente \
    destinataire expéditeur signé employé locataire nombre apellido apellidos llamo firmado paciente \
    destinatario remitente empleado atentamente titular cognome chiamo firmato paziente mittente \
    dipendente chamo nome assinado funcionário naam heet klant patiënt ondertekend namn heter kund \
    navn hedder kunde nimi nazwisko imię klient jméno zákazník név ügyfél nume adı soyadı müşteri \
    имя фамилия клиент пациент ім'я прізвище пацієнт зовут grüßen gruß cordialement saludos saluti \
    groeten hälsningar hilsen pozdrawiam pozdravem üdvözlettel
    """

  /// Done by persons: `Nora said`.
  static let deeds: StaticString = """
    said says say told tells asked asks wrote writes called calls thinks thought wants wanted needs \
    lives lived works worked loves loved likes liked knows knew came went goes left arrived met \
    joined moved married died born graduated played plays sang sings replied answered smiled \
    laughed walked ran bought paid signed reported complained visited phoned emailed sent got gave \
    made took is was has had will would can could who whose and his her he she himself herself \
    hasn't hasnt isnt wasnt doesnt didnt does did also never always sagte schrieb wohnt arbeitet ist \
    hat möchte bittet geboren dit écrit habite travaille est veut né née vive trabaja dijo escribió \
    nació quiere abita lavora disse scrisse woont werkt zei schreef bor jobbar sa arbetar mieszka \
    pracuje powiedział сказал сказала живёт работает написал написала родился родилась
    """

  /// Between the parts of a name, in lower case.
  static let particles: StaticString = """
    van von der den de la le du des del della di da do dos das ter ten te zu zum zur am af av bin \
    ibn bint al el ul ad abu ben bar y e i d der het 't in op
    """

  static let suffixes: StaticString = "jr sr jnr snr ii iii iv phd md esq dds mba cpa rn dvm"

  /// A place follows, not a person.
  static let locatives: StaticString = """
    in at near from around across through toward towards outside inside via nach bei aus à en dans \
    vers desde hacia hasta em dal nel a u v w ve в из
    """

  /// A person follows more often than not.
  static let companions: StaticString = """
    with for by to and or than between ask asked tell told meet met call called see saw know email \
    emailed contact contacting invite invited send sent give gave help mit für von et pour avec par \
    con para por y e per med för till och для с от и
    """
}
