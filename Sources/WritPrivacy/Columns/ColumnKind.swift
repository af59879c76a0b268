import WritModel

/// A kind of personal data that only a column's name and the look of all its cells tell: an age, a town, a gender.
struct ColumnKind: Sendable {
  enum Look: Sendable {
    case date, postalCode, digits(ClosedRange<Int>), integer(ClosedRange<Int>)
    case decimal(ClosedRange<Double>)
    /// Letters, blanks, hyphens; no digits.
    case words
    /// One of few words.
    case gender, maritalStatus, bloodGroup, diagnosis
    case userAgent
    case any
  }

  var name: String
  var category: DataCategory
  var look: Look
  /// In lower case, several words apart from each other by an underscore.
  var phrases: [String]
  /// How sure its look alone makes a column, in log-odds; nil: never.
  var alone: Double?

  private init(
    _ name: String, _ category: String, _ look: Look, alone: Double? = nil, _ phrases: String
  ) {
    self.name = name
    self.category = DataCategory(category)
    self.look = look
    self.alone = alone
    self.phrases = phrases.split(separator: " ").map(String.init)
  }

  static let all: [ColumnKind] = [
    ColumnKind(
      "birth_date", "person.birth_date", .date,
      "dob d_o_b birth_date birthdate date_of_birth birthday bday born born_on birth_dt "
        + "geburtsdatum geburtstag geb_datum date_naissance date_de_naissance fecha_nacimiento "
        + "fecha_de_nacimiento data_nascita data_di_nascita data_nascimento data_de_nascimento "
        + "geboortedatum fodselsdato födelsedatum syntymäaika data_urodzenia"),
    ColumnKind(
      "age", "person.age", .integer(0...125),
      "age age_years age_in_years alter edad âge idade leeftijd età wiek ålder"),
    ColumnKind(
      "gender", "person.gender", .gender, alone: 1.2,
      "gender sex geschlecht sexe sexo sesso genre genero género geslacht kön kjonn płeć plec anrede "
        + "salutation"),
    ColumnKind(
      "marital_status", "person.family", .maritalStatus, alone: 1.2,
      "marital_status civil_status familienstand estado_civil état_civil etat_civil stato_civile"),
    ColumnKind(
      "city", "contact.address.city", .words,
      "city town municipality locality ort stadt wohnort ville commune ciudad cidade città citta "
        + "comune miasto gemeente woonplaats plaats stad by"),
    ColumnKind(
      "state", "contact.address.state", .words,
      "state province state_province bundesland provincia provincie estado county kanton canton"),
    ColumnKind(
      "country", "contact.address.country", .words,
      "country country_name land pays pais país paese kraj nation country_iso"),
    ColumnKind(
      "postal_code", "contact.address.postal_code", .postalCode,
      "zip zip_code zipcode postal_code postalcode postcode post_code plz postleitzahl code_postal "
        + "codigo_postal código_postal cap cep kod_pocztowy postnummer postnr psc"),
    ColumnKind(
      "street_address", "contact.address.street", .any,
      "address street street_address address_line address_line_1 addr addr1 address1 mailing_address "
        + "home_address postal_address billing_address shipping_address strasse straße str_hausnr "
        + "anschrift adresse rue calle direccion dirección domicilio indirizzo via endereço "
        + "endereco adres straat ulica"),
    ColumnKind(
      "phone_number", "contact.phone", .digits(6...15),
      "phone telephone tel tel_no mobile mobile_no cell cellphone phone_no phone_number msisdn fax "
        + "telefon telefonnummer handy handynummer mobilnummer rufnummer mobil telephone_number "
        + "téléphone portable telefono teléfono móvil movil celular cellulare telefone telefoon "
        + "puhelin contact_number ph contact_no"),
    ColumnKind(
      "nationality", "person.nationality", .words,
      "nationality citizenship staatsangehörigkeit staatsangehoerigkeit nationalität nationalitaet "
        + "nationalité nacionalidad nazionalità"),
    ColumnKind(
      "ethnicity", "person.ethnicity", .words, "ethnicity race ethnic_group ethnic_origin"),
    ColumnKind(
      "religion", "person.belief", .words, "religion faith denomination konfession religión"),
    ColumnKind(
      "orientation", "person.orientation", .words, "sexual_orientation"),
    ColumnKind(
      "politics", "person.politics", .words,
      "political_party political_affiliation party_affiliation"),
    ColumnKind(
      "language", "person.language", .words, "mother_tongue native_language muttersprache"),
    ColumnKind(
      "birth_place", "person.birth_place", .words,
      "birth_place birthplace place_of_birth geburtsort lieu_de_naissance lieu_naissance "
        + "lugar_de_nacimiento luogo_di_nascita city_of_birth birth_city country_of_birth"),
    ColumnKind(
      "job_title", "employment.job_title", .words,
      "job_title jobtitle occupation profession job beruf berufsbezeichnung position_title "
        + "ocupación puesto profesión"),
    ColumnKind(
      "salary", "employment.salary", .decimal(0...100_000_000),
      "salary wage annual_income income pay gross_salary net_salary gehalt lohn salaire salario "
        + "sueldo stipendio"),
    ColumnKind(
      "username", "account.name", .any,
      "username user_name login login_name loginname nickname screen_name user_login benutzername "
        + "nom_utilisateur usuario"),
    ColumnKind(
      "password", "credential.password", .any,
      "password passwd pwd password_hash pass_hash passwort kennwort mot_de_passe contraseña "
        + "passphrase pass_word hashed_password"),
    ColumnKind(
      "employee_id", "employment.employee_id", .any,
      "employee_id employee_no employee_number emp_no emp_id staff_id staff_no personnel_number "
        + "personalnummer matricule mitarbeiternummer badge_number"),
    ColumnKind(
      "medical_record_number", "health.record", .any,
      "mrn medical_record_number medical_record_no patient_number chart_number patientennummer"),
    ColumnKind(
      "blood_group", "health", .bloodGroup, alone: 1.5, "blood_group blood_type blutgruppe"),
    ColumnKind(
      "diagnosis", "health.diagnosis", .diagnosis,
      "diagnosis diagnosis_code icd icd_10 icd10 icd_code dx dx_code icd10_code diagnose"),
    ColumnKind(
      "medication", "health.medication", .any, "medication drug_name prescription medikament"),
    ColumnKind(
      "latitude", "location.coordinates", .decimal(-90...90),
      "latitude lat geo_lat gps_lat breitengrad latitud"),
    ColumnKind(
      "longitude", "location.coordinates", .decimal(-180...180),
      "longitude lon lng geo_lon geo_lng gps_lon gps_lng längengrad laengengrad longitud"),
    ColumnKind(
      "user_agent", "online.user_agent", .userAgent, alone: 3, "user_agent useragent browser"),
  ]

  /// More names of columns for what detectors find, beside the detectors' own.
  static let detectorPhrases: [(detector: String, phrases: String)] = [
    (
      "email_address",
      "email mail e_mail email_addr mailaddr e_mail_adresse emailadresse mailadresse correo "
        + "correo_electronico correo_electrónico courriel adresse_mail posta_elettronica eml "
        + "email_id e_mail_id"
    ),
    (
      "person_name",
      "name nm full_name fullname first_name firstname fname f_name given_name forename last_name "
        + "lastname lname l_name surname family_name familyname middle_name maiden_name vorname "
        + "nachname familienname vor_und_nachname prenom prénom nom nom_de_famille nombre apellido "
        + "apellidos nome cognome sobrenome voornaam achternaam imię imie nazwisko förnamn efternamn "
        + "customer_name client_name patient_name employee_name contact_name contact_person "
        + "cardholder card_holder account_holder beneficiary_name kontoinhaber ansprechpartner "
        + "display_name real_name person person_name cust_name cust_nm emp_name author_name "
        + "recipient_name sender_name passenger_name guest_name student_name member_name first_nm "
        + "last_nm"
    ),
    (
      "payment_card",
      "card_number cardnumber credit_card creditcard credit_card_number card_no ccnum cc_num "
        + "cc_number ccn card pan kreditkarte kreditkartennummer debit_card tarjeta carte_bancaire"
    ),
    ("iban", "iban iban_code iban_number iban_no bank_iban"),
    ("bank_identifier", "bic swift swift_code bic_code bic_swift swift_bic"),
    ("ipv4_address", "ip ip_addr ipaddress ip_address client_ip remote_addr src_ip dst_ip ipv4"),
    ("ipv6_address", "ip ip_addr ipaddress ip_address client_ip remote_addr src_ip dst_ip ipv6"),
    ("mac_address", "mac mac_addr macaddress hwaddr mac_address"),
    ("us_ssn", "ssn social_security_number social_security social social_sec_no soc_sec ss_num"),
    ("us_ein", "ein fein employer_identification_number"),
    ("vin", "vin vehicle_identification_number fahrgestellnummer fin"),
    ("imei", "imei imei_no device_imei"),
    (
      "license_plate",
      "plate license_plate number_plate licence_plate kennzeichen plate_no reg_plate"
    ),
    (
      "passport_number",
      "passport passport_no passport_number passnummer reisepass passeport pasaporte"
    ),
    (
      "driver_license",
      "driver_license drivers_license driving_license driving_licence licence_no license_no "
        + "dl_number dl_no führerschein fuehrerschein"
    ),
    (
      "bank_account",
      "account_number acct_no acct_num bank_account kontonummer konto account_no acct"
    ),
    ("us_aba_routing", "routing routing_number aba aba_number rtn"),
    ("web_address", "url website web_site homepage link webseite"),
    ("card_security_code", "cvv cvc cvv2 cvc2 csc card_security_code security_code"),
    ("bitcoin_address", "btc btc_address bitcoin wallet bitcoin_address wallet_address"),
    ("ethereum_address", "eth eth_address ethereum wallet wallet_address ethereum_address"),
    ("coordinates", "coordinates geo gps lat_lon latlng lat_long location coords geolocation"),
    ("de_tax_id", "steuer_id steuerid steuernummer idnr tin tax_id steueridentifikationsnummer"),
    ("uk_nhs_number", "nhs nhs_no nhs_number"),
    ("uk_nino", "nino ni_number national_insurance national_insurance_number ni_no"),
    ("in_aadhaar", "aadhaar aadhar uidai aadhaar_no"),
    ("nl_bsn", "bsn burgerservicenummer sofinummer"),
    ("br_cpf", "cpf"), ("br_cnpj", "cnpj"), ("pl_pesel", "pesel"), ("es_dni", "dni nif"),
    ("it_fiscal_code", "codice_fiscale fiscal_code cod_fiscale cf"),
    ("fr_social_security", "nir insee numero_secu numéro_sécu secu securite_sociale"),
    ("us_npi", "npi provider_npi"), ("ca_sin", "sin social_insurance_number"),
    ("au_tfn", "tfn tax_file_number"), ("se_personal_number", "personnummer"),
  ]

  /// Names of persons' parts, told by the column's name alone.
  static let givenNames = words(
    "first firstname fname forename given vorname prenom prénom nombre voornaam imię imie förnamn")
  static let familyNames = words(
    "last lastname lname surname family familyname nachname familienname apellido apellidos cognome "
      + "sobrenome achternaam nazwisko efternamn maiden")

  /// With one of these a `name` is not a person's, and a number none of a person.
  static let otherThings = words(
    "product file filename host hostname company brand event project table column category city "
      + "street country state server service domain plan team department dept school hospital "
      + "bank vendor supplier model color colour class status type kind group tag label currency "
      + "unit region store shop branch campaign app application job role version process queue "
      + "topic bucket database schema package module item article song movie book title firma "
      + "produkt datei")
  static let otherNumbers = words(
    "isbn issn ean gtin upc sku order orderid invoice product part tracking shipment hash md5 sha "
      + "sha1 sha256 checksum digest uuid guid version build epoch timestamp ts time unixtime price "
      + "amount total cost quantity qty count size weight height width length rowid seq sequence "
      + "ticket asset batch lot article artikel artikelnummer rechnung rechnungsnummer bestellnummer "
      + "created updated modified score rating percent ratio offset port pid doi asin commit etag "
      + "transaction session request trace span")

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { Array($0.utf8) })
  }

  /// What singles people out together with other columns.
  static func isQuasiIdentifier(_ category: DataCategory) -> Bool {
    quasi.contains { category.isWithin($0) }
  }

  private static let quasi: [DataCategory] = [
    "person.birth_date", "person.age", "person.gender", "person.nationality", "person.family",
    "person.ethnicity", "person.language", "person.birth_place", "contact.address",
    "employment.job_title", "employment.employer", "employment.salary", "location",
  ].map { DataCategory($0) }
}
