/// What streets, places and flats are called, in twenty languages.
enum StreetWords {
  /// Behind the name, with the number in front of it: `12 Brown Bear Drive`.
  static let english: StaticString = """
    street st avenue ave av road rd lane ln drive dr boulevard blvd court ct place pl terrace ter \
    circle cir highway hwy parkway pkwy pky turnpike tpke trail trl square sq loop alley crescent \
    cres close way expressway freeway fwy grove gardens gdns mews row plaza run path pike route \
    crossing xing ridge point pt cove hollow heights hts green rise walk wharf esplanade parade \
    bypass causeway glen meadow meadows vista view bend drove hill yard embankment quay croft
    """

  /// Those that are hardly anything else, even in lower case.
  static let sure: StaticString = """
    street avenue ave road rd lane ln drive blvd boulevard highway hwy parkway pkwy terrace crescent \
    st
    """

  /// Behind the name, with the number after it: `Bremer Str. 12`.
  static let trailing: StaticString = """
    str straße strasse weg gasse platz allee ring damm ufer chaussee steig stieg graben markt promenade \
    straat laan plein kade gracht singel dreef gatan gata vägen väg vej gade allé vei veien gate \
    katu tie kuja polku utca u út útja tér tere körút krt caddesi cad cd sokak sokağı sk bulvarı \
    mahallesi mah ulica ulice ul třída náměstí nám cesta trg tn mnt pst iela gatvė g prospektas pr \
    улица проспект переулок road street
    """

  /// Endings of one word: `Knesebeckstraße 48`.
  static let endings = [
    "strasse", "strase", "straat", "gasse", "platz", "allee", "damm", "ufer", "weg", "str", "ring",
    "steig", "stieg", "chaussee", "graben", "markt", "berg", "hof", "laan", "plein", "kade",
    "gracht",
    "singel", "dreef", "steeg", "gatan", "gata", "vagen", "stigen", "grand", "backen", "torget",
    "vej", "vejen", "gade", "gaden", "straede", "alle", "bakken", "vei", "veien", "vegen", "gate",
    "gaten", "lia", "katu", "tie", "kuja", "polku", "rinne", "tanav", "utca", "iela", "pad",
  ]

  /// In front of the name: `rue de la Paix 12`, `12 rue de la Paix`.
  static let leading: StaticString = """
    rue avenue av boulevard bd blvd place chemin impasse allée allee quai cours route square passage \
    sentier faubourg rond-point résidence via viale piazza piazzale corso largo vicolo strada lungomare \
    contrada borgo calle avenida avda avd paseo plaza carrer carretera camino ronda travesía glorieta \
    callejón carrera cra kra diagonal transversal calzada rambla rua travessa praça alameda estrada \
    rodovia ladeira beco ulica ul aleja aleje al pl plac os osiedle str bulevardul bd bulevard \
    calea aleea şoseaua șoseaua jalan jl lorong persiaran gang улица ул проспект пр-т пр переулок пер \
    бульвар бул площадь шоссе набережная вулиця вул провулок проїзд odos leoforos plateia sokak
    """

  static let units: StaticString = """
    apt apartment suite ste unit floor fl flat room rm building bldg block lot trailer level stock \
    etage wohnung whg top stiege piso puerta pta planta bajo dto int interno scala bâtiment bat appt \
    appartement étage apto apartamento bloco bus lokal m kv byt wing tower no nr num número house
    """

  static let directions: StaticString =
    "n s e w ne nw se sw north south east west northeast northwest southeast southwest"

  /// Postal codes of states and provinces; they are asked for in capitals only.
  static let states: StaticString = """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny \
    nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr gu ap ae aa nsw vic qld act tas nt \
    sa on qc bc ab mb sk ns nb nl pe yt nu
    """
}
