// Made by scripts/embed-catalogs from policies/personal-data/; do not edit.

/// The policies of detectors the program carries, by file name.
enum BuiltInDetectors {
  static let all: [(name: String, text: String)] = [
    (
      "policies/personal-data/asia.writ",
      #"""
      module personal_asia

      // South, East and South-East Asia.

      detector in_aadhaar "Aadhaar number" {
        category government.national_id
        region in
        pattern /(?<![\w.+-])[2-9]\d{3}(?:[ -]\d{4}[ -]|\d{4})\d{4}(?![\w-])/
        validate in_aadhaar
        exclude date_number
        near ["aadhaar", "aadhar", "uidai", "आधार", "aadhaar number", "aadhaar no"] within 50
        named ["aadhaar", "aadhar", "uidai", "aadhaar_number"]
        confidence 0.6, near 0.98, named 0.98
        example "Aadhaar 2341 2341 2346", "2341 2341 2346"
        counter "2341 2341 2347", "1341 2341 2346"
      }

      detector in_pan "Permanent Account Number" {
        category government.tax_id
        region in
        pattern /(?<![\w-])[A-Z]{3}[ABCEFGHJKLPT][A-Z]\d{4}[A-Z](?![\w-])/i
        validate in_pan
        near [
          "pan",
          "permanent account number",
          "pan card",
          "pan number",
          "income tax",
          "indian pan",
        ] within 50
        named ["pan", "pan_number", "permanent_account_number", "pan_card"]
        confidence 0.8, near 0.97, named 0.97
        example "PAN ABCPE1234F", "ABCPE1234F"
        counter "ABCDE1234F", "ABCPE0000F", "ABCPE12345"
      }

      detector in_gstin "Goods and Services Tax number" {
        category government.business_id
        region in
        pattern /(?<![\w-])\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z](?![\w-])/
        validate in_gstin
        near ["gstin", "gst", "gst number", "goods and services tax"] within 50
        named ["gstin", "gst", "gst_number"]
        confidence 0.96, near 0.99, named 0.99
        example "GSTIN 27AAPFU0939F1ZV"
        counter "27AAPFU0939F1ZW", "48AAPFU0939F1ZV"
      }

      detector in_voter_id "Voter's card of India (EPIC)" {
        category government.voter_id
        region in
        pattern /(?<![\w-])[A-Z]{3}\d{7}(?![\w-])/
        validate in_voter
        near [
          "voter",
          "epic",
          "voter id",
          "election",
          "voter card",
          "election card",
          "electors photo",
        ] within 50
        named ["voter_id", "epic", "epic_number", "voter"]
        confidence 0.2, near 0.95, named 0.96
        example "voter id WKH1186253"
        counter "WKH1186253", "voter id WK1186253"
      }

      detector pk_cnic "National identity card of Pakistan" {
        category government.national_id
        region pk
        pattern /(?<![\w.+-])[1-7]\d{4}(?:-\d{7}-|\d{7})\d(?![\w-])/
        validate pk_cnic
        near [
          "cnic",
          "nadra",
          "nicop",
          "national identity card",
          "pakistani id",
          "شناختی کارڈ",
          "pakistan",
        ] within 50
        named ["cnic", "nicop"]
        confidence 0.4, near 0.96, named 0.97
        example "CNIC 34201-0891231-8", "34201-0891231-8"
        counter "94201-0891231-8", "3420108912318"
      }

      detector bd_national_id "National identity number of Bangladesh" {
        category government.national_id
        region bd
        pattern /(?<![\w.+-])(?:\d{17}|\d{13}|\d{10})(?![\w-])/
        validate not_uniform
        near [
          "bangladesh",
          "bangladeshi",
          "bangladesh nid",
          "nid",
          "national id card",
          "জাতীয় পরিচয়পত্র",
        ] within 40
        named ["nid", "bd_nid"]
        confidence 0.005, near 0.85, named 0.9
        example "Bangladesh NID 1990123456789"
        counter "1990123456789"
      }

      detector lk_national_id "National identity card of Sri Lanka" {
        category government.national_id
        region lk
        pattern /(?<![\w.+-])(?:\d{9}[VX]|(?:19|20)\d{10})(?![\w-])/i
        validate lk_nic
        near ["nic", "sri lanka", "sri lankan", "nic no", "national identity"] within 50
        named ["nic", "nic_number", "lk_nic"]
        confidence 0.6, near 0.95, named 0.96
        example "NIC 853400937V", "NIC no 198534000937"
        counter "859900937V", "NIC 853400937A"
      }

      detector cn_resident_id "居民身份证号码" {
        category government.national_id
        region cn
        pattern /(?<![\w.+-])[1-9]\d{5} ?(?:18|19|20)\d{6} ?\d{3}[0-9X](?![\w-])/i
        validate cn_ric
        near [
          "身份证",
          "身份证号",
          "身份证号码",
          "居民身份证",
          "resident id",
          "resident identity",
          "chinese id",
          "id card",
          "china id",
        ] within 50
        named ["id_card", "resident_id", "idcard", "shenfenzheng", "身份证"]
        confidence 0.95, near 0.99, named 0.99
        example "身份证 11010519491231002X", "11010519491231002X"
        counter "110105194912310021", "11010519491331002X"
      }

      detector tw_national_id "中華民國國民身分證" {
        category government.national_id
        region tw
        pattern /(?<![\w-])[A-Z][1289]\d{8}(?![\w-])/
        validate tw_id
        near ["身分證", "身分證字號", "身份證", "taiwan id", "taiwanese id", "national id", "taiwan"] within 50
        named ["national_id", "tw_id", "id_number"]
        confidence 0.58, near 0.97, named 0.97
        example "身分證字號 A123456789", "A123456789"
        counter "A123456788", "A323456789"
      }

      detector hk_identity_card "Hong Kong identity card" {
        category government.national_id
        region hk
        pattern /(?<![\w-])[A-Z]{1,2}\d{6} ?(?:\([0-9A]\)|[0-9A](?!\w))/
        validate hk_id
        near [
          "hkid",
          "hong kong id",
          "hong kong identity",
          "identity card",
          "身份證",
          "hk id",
          "香港身份證",
        ] within 50
        named ["hkid", "hk_id", "identity_card"]
        confidence 0.65, near 0.97, named 0.97
        example "HKID A123456(3)", "G123456(A)"
        counter "A123456(4)", "1123456(3)"
      }

      detector jp_my_number "マイナンバー (個人番号)" {
        category government.national_id
        region jp
        pattern /(?<![\w.+-])\d{4}[ -]?\d{4}[ -]?\d{4}(?![\w-])/
        validate jp_my_number
        exclude date_number
        near [
          "マイナンバー",
          "個人番号",
          "my number",
          "mynumber",
          "individual number",
          "japanese my number",
        ] within 50
        named ["my_number", "mynumber", "kojin_bango", "individual_number"]
        confidence 0.52, near 0.97, named 0.97
        example "マイナンバー 6214 9832 0257", "My Number: 621498320257"
        counter "6214 9832 0258", "621498320258"
      }

      detector jp_passport "旅券番号" {
        category government.passport
        region jp
        pattern /(?<![\w-])[A-Z]{2}\d{7}(?![\w-])/
        validate not_uniform
        near ["旅券", "旅券番号", "パスポート", "japanese passport", "japan passport"] within 40
        named ["jp_passport", "ryoken"]
        confidence 0.05, near 0.9, named 0.94
        example "旅券番号 TK1234567", "Japanese passport TR7654321"
        counter "TK1234567", "part TK1234567"
      }

      detector kr_resident_number "주민등록번호" {
        category government.national_id
        region kr
        pattern /(?<![\w.+-])\d{2}[01]\d[0-3]\d(?:-|)[0-9]\d{6}(?![\w-])/
        validate kr_rrn
        exclude epoch
        near [
          "주민등록번호",
          "주민번호",
          "외국인등록번호",
          "resident registration",
          "rrn",
          "korean id",
          "korean resident",
          "resident registration number",
        ] within 50
        named ["rrn", "resident_registration", "jumin", "주민등록번호"]
        confidence 0.55, near 0.98, named 0.98
        example "주민등록번호 971013-9019902", "971013-9019902"
        counter "971013-9019903", "971313-9019902"
      }

      detector kr_business_number "사업자등록번호" {
        category government.business_id
        region kr
        pattern /(?<![\w.+-])\d{3}-?\d{2}-?\d{5}(?![\w-])/
        validate kr_brn
        near [
          "사업자등록번호",
          "사업자번호",
          "business registration",
          "brn",
          "korean business",
          "business number",
          "korean brn",
        ] within 50
        named ["brn", "business_registration", "사업자등록번호"]
        confidence 0.3, near 0.96, named 0.97
        example "사업자등록번호 116-82-00276", "116-82-00276"
        counter "116-82-00277", "1168200276"
      }

      detector sg_nric "NRIC or FIN of Singapore" {
        category government.national_id
        region sg
        pattern /(?<![\w-])[STFGM]\d{7}[A-Z](?![\w-])/i
        validate sg_nric
        near [
          "nric",
          "fin",
          "singapore",
          "singapore id",
          "ic number",
          "nric no",
          "identity card",
        ] within 50
        named ["nric", "fin", "nric_fin", "ic_number"]
        confidence 0.88, near 0.98, named 0.98
        example "NRIC S1234567D", "F1234567N"
        counter "S1234567E", "A1234567D"
      }

      detector my_nric "MyKad" {
        category government.national_id
        region my
        pattern /(?<![\w.+-])\d{2}[01]\d[0-3]\d(?:-\d{2}-|\d{2})\d{4}(?![\w-])/
        validate my_nric
        near [
          "mykad",
          "nric",
          "kad pengenalan",
          "ic no",
          "ic number",
          "no kp",
          "malaysian",
          "malaysian ic",
          "ic",
          "malaysia",
          "identity card",
        ] within 50
        named ["mykad", "nric", "ic_number", "no_kp", "ic"]
        confidence 0.3, near 0.96, named 0.97
        example "MyKad 770305-02-1234", "770305-02-1234"
        counter "771305-02-1234", "770305021234"
      }

      detector id_nik "Nomor Induk Kependudukan" {
        category government.national_id
        region id
        pattern /(?<![\w.+-])[1-9]\d{5}[0-7]\d[01]\d{7}(?![\w-])/
        validate id_nik
        near [
          "nik",
          "ktp",
          "nomor induk",
          "nomor induk kependudukan",
          "e-ktp",
          "indonesian id",
          "indonesian national",
          "no ktp",
        ] within 50
        named ["nik", "ktp", "no_ktp"]
        confidence 0.6, near 0.97, named 0.97
        example "NIK 3171011708450001"
        counter "1071011708450001", "3171013208450001"
      }

      detector th_national_id "เลขประจำตัวประชาชน" {
        category government.national_id
        region th
        pattern /(?<![\w.+-])[1-8](?:[ -]\d{4}[ -]\d{5}[ -]\d{2}[ -]|\d{11})\d(?![\w-])/
        validate th_pin
        exclude epoch, isbn13
        near [
          "เลขประจำตัวประชาชน",
          "บัตรประชาชน",
          "เลขบัตรประชาชน",
          "thai id",
          "thai national",
          "citizen id",
          "thai pin",
          "thai citizen",
          "national id",
        ] within 50
        named ["citizen_id", "thai_id", "national_id"]
        confidence 0.55, near 0.97, named 0.97
        example "เลขประจำตัวประชาชน 1-2345-45678-78-1", "Thai ID 1234545678781"
        counter "1-2345-45678-78-2", "1-2345-45678-78-3"
      }

      detector vn_citizen_id "Căn cước công dân" {
        category government.national_id
        region vn
        pattern /(?<![\w.+-])0\d{2} ?[0-3]\d{2} ?\d{6}(?![\w-])/
        validate vn_cccd
        exclude date_number
        near [
          "cccd",
          "căn cước",
          "căn cước công dân",
          "cmnd",
          "vietnamese id",
          "vietnam id",
          "vietnamese citizen",
          "vietnam",
          "citizen id",
        ] within 50
        named ["cccd", "cmnd", "can_cuoc"]
        confidence 0.52, near 0.95, named 0.96
        example "CCCD 001099012345"
        counter "v001099012345", "CCCD 099099012345"
      }

      detector ph_national_id "PhilSys number of the Philippines" {
        category government.national_id
        region ph
        pattern /(?<![\w.+-])\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{4})?(?![\w-])/
        validate not_uniform
        near ["philsys", "psn", "pcn", "philippine id", "philippine national id", "philid"] within 40
        named ["philsys", "psn", "pcn", "philid"]
        confidence 0.01, near 0.88, named 0.92
        example "PhilSys 1234-5678-9101-2345"
        counter "1234-5678-9101-2345"
      }

      detector ph_social_numbers "SSS, UMID or TIN of the Philippines" {
        category government.social_security
        region ph
        pattern /(?<![\w.+-])(?:\d{2}-\d{7}-\d|\d{4}-\d{7}-\d|\d{3}-\d{3}-\d{3}(?:-\d{3,5})?|\d{2}-\d{9}-\d|\d{10}|\d{12})(?![\w-])/
        validate not_uniform
        near [
          "sss",
          "sss number",
          "umid",
          "crn",
          "gsis",
          "philhealth",
          "pag-ibig",
          "philippine tin",
          "philippine sss",
          "sss no",
        ] within 40
        named ["sss", "umid", "philhealth", "pagibig", "gsis"]
        confidence 0.02, near 0.9, named 0.93
        example "SSS number 34-1234567-8", "UMID 0111-1234567-8"
        counter "34-1234567-8", "part 34-1234567-8"
      }

      detector tw_business_number "統一編號" {
        category government.business_id
        region tw
        pattern /(?<![\w.+-])\d{8}(?![\w-])/
        validate tw_ubn
        near ["統一編號", "統編", "unified business number", "ubn", "taiwan business", "gui number"] within 50
        named ["ubn", "tw_ubn", "統一編號"]
        confidence 0.05, near 0.95, named 0.96
        example "統一編號 00501503"
        counter "00501503", "UBN 00501502"
      }

      detector jp_corporate_number "法人番号" {
        category government.business_id
        region jp
        pattern /(?<![\w.+-])T?[1-9](?:-\d{4}-\d{4}-|\d{8})\d{4}(?![\w-])/
        validate jp_corporate
        exclude epoch, isbn13
        near ["法人番号", "corporate number", "houjin bangou", "hojin bango", "登録番号"] within 50
        named ["corporate_number", "法人番号"]
        confidence 0.25, near 0.97, named 0.97
        example "法人番号 5835678256246", "corporate number 5-8356-7825-6246"
        counter "6-8356-7825-6246", "5835678256246"
      }
      """#
    ),
    (
      "policies/personal-data/british-isles.writ",
      #"""
      module personal_british_isles

      // United Kingdom and Ireland.

      detector uk_nhs_number "NHS number" {
        category government.health_id
        region gb
        pattern /(?<![\w.+-])\d{3}(?:[ -]\d{3}[ -]|\d{3})\d{4}(?![\w-])/
        validate uk_nhs
        near [
          "nhs",
          "nhs number",
          "nhs no",
          "national health service",
          "patient",
          "health number",
        ] within 50
        named ["nhs", "nhs_number", "nhs_no", "patient_id"]
        confidence 0.3, near 0.96, named 0.97
        example "NHS number 943 476 5919", "943 476 5919"
        counter "943 476 5918", "9434765919", "NHS 9434765919123"
      }

      detector uk_nino "National Insurance number" {
        category government.social_security
        region gb
        pattern /(?<![\w-])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![\w-])/i
        validate uk_nino
        near [
          "nino",
          "national insurance",
          "national insurance number",
          "ni number",
          "ni no",
          "insurance number",
          "nin",
        ] within 50
        named ["nino", "national_insurance", "ni_number", "national_insurance_number"]
        confidence 0.85, near 0.97, named 0.97
        example "NI number AB 12 34 56 C", "AB123456C"
        counter "BG123456C", "DA123456C", "AB123456E"
      }

      detector uk_utr "Unique Taxpayer Reference" {
        category government.tax_id
        region gb
        pattern /(?<![\w.+-])\d{5} ?\d{5}(?![\w-])/
        validate uk_utr
        near [
          "utr",
          "unique taxpayer",
          "unique taxpayer reference",
          "self assessment",
          "taxpayer reference",
          "hmrc",
          "tax reference",
          "tax number",
        ] within 50
        named ["utr", "unique_taxpayer_reference", "tax_reference"]
        confidence 0.15, near 0.95, named 0.96
        example "UTR 19558 39661", "UTR: 1955839661"
        counter "1955839661", "UTR 2955839661"
      }

      detector uk_vat "Value added tax number of the United Kingdom" {
        category government.vat_id
        region gb
        pattern /(?<![\w.+-])(?:GB ?)?\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?(?![\w-])/
        validate uk_vat
        near ["vat", "vat number", "vat no", "vat registration", "vat reg"] within 50
        named ["vat", "vat_number", "vat_id", "vat_registration"]
        confidence 0.2, near 0.94, named 0.95
        example "VAT GB 980 7806 84", "VAT number GB980780684"
        counter "VAT GB 980 7806 85", "980780684"
      }

      detector uk_postcode "Postcode of the United Kingdom" {
        category contact.address.postal_code
        region gb
        pattern /(?<![\w.-])[A-Z]{1,2}\d[A-Z0-9]? ?\d[ABD-HJLNP-UW-Z]{2}(?![\w-])/
        validate uk_postcode
        near ["postcode", "post code", "postal code", "london", "england", "scotland", "wales"] within 60
        named ["postcode", "post_code", "postal_code", "zip"]
        confidence 0.6, near 0.95, named 0.96
        example "SW1A 1AA", "postcode EC1A 1BB", "M1 1AE"
        counter "ZZ1 1AA", "SW1A 1CA", "SW1A-1AA"
      }

      detector uk_driving_licence "Driver number of Great Britain" {
        category government.driver_license
        region gb
        pattern /(?<![\w-])[A-Z9]{5}[ -]?\d[0156]\d[0-3]\d\d[ -]?[A-Z9]{2}[A-Z0-9] ?[A-Z]{2}(?![\w-])/
        validate uk_driving_licence
        near [
          "driving licence",
          "driver number",
          "licence",
          "license",
          "driving license",
          "dvla",
        ] within 50
        named ["driving_licence", "licence_number", "driver_number", "driving_license", "driver_license"]
        confidence 0.9, near 0.97, named 0.97
        example "MORGA657054SM9IJ", "driving licence MORGA 753116 SM9IJ"
        counter "MORGA699054SM9IJ", "MORGA657054SM9I"
      }

      detector uk_passport "Passport of the United Kingdom" {
        category government.passport
        region gb
        pattern /(?<![\w.+-])\d{9}(?![\w-])/
        validate not_uniform
        near ["uk passport", "british passport", "gb passport"] within 40
        named ["uk_passport", "british_passport"]
        confidence 0.005, near 0.94, named 0.95
        example "British passport 925076473"
        counter "925076473"
      }

      detector uk_sort_code "Sort code of a bank" {
        category financial.bank
        region gb
        pattern /(?<![\w.+\/-])\d{2}(?:[ -]\d{2}[ -]|\d{2})\d{2}(?![\w\/-])/
        near ["sort code", "sortcode", "sort-code"] within 30
        named ["sort_code", "sortcode"]
        confidence 0.01, near 0.95, named 0.96
        example "sort code 20-00-00"
        counter "20-00-00", "200000"
      }

      detector ie_pps "Personal Public Service number" {
        category government.social_security
        region ie
        pattern /(?<![\w-])\d{7} ?[A-W][A-IT-W]?(?![\w-])/i
        validate ie_pps
        near ["pps", "ppsn", "pps number", "pps no", "personal public service"] within 50
        named ["pps", "ppsn", "pps_number"]
        confidence 0.6, near 0.97, named 0.97
        example "PPSN 6433435F", "6433435OA"
        counter "6433435E", "64334351F"
      }
      """#
    ),
    (
      "policies/personal-data/central-europe.writ",
      #"""
      module personal_central_europe

      // Germany, Austria, Switzerland.

      detector de_tax_id "Steuerliche Identifikationsnummer" {
        category government.tax_id
        region de
        pattern /(?<![\w.+-])[1-9](?:\d{10}|\d \d{3} \d{3} \d{3})(?![\w-])/
        validate de_tax_id
        near [
          "steuer-id",
          "steuerid",
          "steueridentifikationsnummer",
          "steuerliche identifikationsnummer",
          "steuer-identifikationsnummer",
          "idnr",
          "id-nr",
          "tin",
          "steuernummer",
          "steuer-idnr",
          "identifikationsnummer",
          "german tax id",
          "tax id",
          "tax number",
          "tax identification",
          "german tax number",
        ] within 50
        named ["steuer_id", "steuerid", "idnr", "tax_id", "tax_number", "steuer_idnr", "de_tax_id"]
        confidence 0.6, near 0.96, named 0.96
        example "Steuer-ID 36574261809", "IdNr. 86 095 742 719"
        counter "36574261890", "06574261809"
      }

      detector de_pension_number "Rentenversicherungsnummer" {
        category government.social_security
        region de
        pattern /(?<![\w-])\d{2} ?[0-8]\d[01]\d{3} ?[A-Z] ?\d{3}(?![\w-])/
        validate de_rvnr
        near [
          "rentenversicherungsnummer",
          "rvnr",
          "sozialversicherungsnummer",
          "versicherungsnummer",
          "sv-nummer",
          "svnr",
          "rv-nummer",
          "rentenversicherung",
          "pension insurance",
          "social security",
          "pension number",
        ] within 50
        named [
          "rvnr",
          "svnr",
          "sv_nummer",
          "rentenversicherungsnummer",
          "sozialversicherungsnummer",
          "versicherungsnummer",
        ]
        confidence 0.9, near 0.98, named 0.98
        example "15 070649 C 103", "RVNR 65170839J003"
        counter "15 070649 C 104", "15 073249 C 103"
      }

      detector de_id_card "Nummer des Personalausweises" {
        category government.national_id
        region de
        pattern /(?<![\w-])[LMNPRTVWXY][CFGHJKLMNPRTVWXYZ0-9]{8}\d?(?![\w-])/
        validate de_id_card
        near [
          "personalausweis",
          "ausweis",
          "ausweisnummer",
          "perso",
          "personalausweisnummer",
          "id card",
          "identity card",
          "german id",
          "pa-nr",
        ] within 50
        named ["personalausweis", "ausweisnummer", "id_card", "ausweis", "perso"]
        confidence 0.3, near 0.95, named 0.96
        example "Personalausweis T220001293", "Ausweisnummer LM3P4RK7T"
        counter "T220001294", "Ausweis A220001293"
      }

      detector de_passport "Nummer des Reisepasses" {
        category government.passport
        region de
        pattern /(?<![\w-])[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}\d?(?![\w-])/
        validate de_passport
        near [
          "reisepass",
          "pass-nr",
          "passnummer",
          "reisepassnummer",
          "german passport",
          "passport",
        ] within 50
        named ["reisepass", "passport", "passport_number", "passnummer", "reisepassnummer"]
        confidence 0.3, near 0.92, named 0.95
        example "Reisepass C01X00T478", "Passnummer C01X00T47"
        counter "C01X00T479", "Reisepass A01X00T47"
      }

      detector de_health_insurance "Krankenversichertennummer" {
        category health.insurance
        region de
        pattern /(?<![\w-])[A-Z]\d{9}(?![\w-])/
        validate de_kvnr
        near [
          "kvnr",
          "krankenversicherung",
          "krankenversichertennummer",
          "versichertennummer",
          "krankenkasse",
          "gesundheitskarte",
          "egk",
          "health insurance",
          "krankenversicherungsnummer",
        ] within 50
        named ["kvnr", "versichertennummer", "krankenversichertennummer", "health_insurance"]
        confidence 0.51, near 0.96, named 0.97
        example "KVNR A123456780"
        counter "KVNR A123456781", "A1234567801"
      }

      detector at_social_security "Sozialversicherungsnummer" {
        category government.social_security
        region at
        pattern /(?<![\w.+-])[1-9]\d{3}[ -]?\d{6}(?![\w-])/
        validate at_svnr
        exclude epoch
        near [
          "svnr",
          "sv-nummer",
          "sozialversicherungsnummer",
          "versicherungsnummer",
          "sv-nr",
          "e-card",
          "ecard",
          "austrian social security",
          "social security",
          "insurance number",
          "social insurance number",
          "sozialversicherung",
        ] within 50
        named ["svnr", "sv_nummer", "sozialversicherungsnummer", "versicherungsnummer", "at_svnr"]
        confidence 0.62, near 0.96, named 0.97
        example "SVNR 1237 010180", "1237 010180"
        counter "1238 010180", "1237 320180", "1238010180"
      }

      detector ch_social_security "AHV-Nummer" {
        category government.social_security
        region ch, li
        pattern /(?<![\w.+-])756(?:\.\d{4}\.\d{4}\.|[ -]\d{4}[ -]\d{4}[ -]|\d{8})\d{2}(?![\w-])/
        validate ch_ahv
        near [
          "ahv",
          "ahv-nr",
          "avs",
          "ahv-nummer",
          "ahvn13",
          "navs",
          "sozialversicherungsnummer",
          "numéro avs",
          "oasi",
          "social security",
        ] within 50
        named ["ahv", "avs", "ahv_nummer", "ahvn13", "oasi"]
        confidence 0.93, near 0.99, named 0.99
        example "756.9217.0769.85", "AHV 7569217076985"
        counter "756.9217.0769.84", "755.9217.0769.85"
      }

      detector ch_company_id "Unternehmens-Identifikationsnummer" {
        category government.business_id
        region ch
        pattern /(?<![\w-])CHE[- ]?\d{3}\.?\d{3}\.?\d{3}(?: ?(?:MWST|TVA|IVA|HR))?(?![\w-])/
        validate ch_uid
        near ["uid", "ide", "idi", "mwst", "tva", "unternehmens-identifikationsnummer"] within 50
        named ["uid", "che", "mwst"]
        confidence 0.95, near 0.99, named 0.99
        example "CHE-100.155.212", "CHE-100.155.212 MWST"
        counter "CHE-100.155.213"
      }
      """#
    ),
    (
      "policies/personal-data/eastern-europe.writ",
      #"""
      module personal_eastern_europe

      // From Poland to Russia and from Estonia to Bulgaria.

      detector pl_pesel "PESEL" {
        category government.national_id
        region pl
        pattern /(?<![\w.+-])\d{11}(?![\w-])/
        validate pl_pesel
        near [
          "pesel",
          "numer pesel",
          "nr pesel",
          "polish id",
          "polish national id",
          "polish pesel",
        ] within 50
        named ["pesel", "nr_pesel", "pesel_number"]
        confidence 0.65, near 0.98, named 0.98
        example "PESEL 44051401359", "44051401359"
        counter "44051401358", "44351401359"
      }

      detector pl_nip "NIP" {
        category government.tax_id
        region pl
        pattern /(?<![\w.+-])(?:PL ?)?(?:\d{10}|\d{3}[ -]\d{3}[ -]\d{2}[ -]\d{2}|\d{3}[ -]\d{2}[ -]\d{2}[ -]\d{3})(?![\w-])/
        validate pl_nip
        near [
          "nip",
          "numer nip",
          "nr nip",
          "identyfikacji podatkowej",
          "polish tax",
          "tax id",
          "polish nip",
        ] within 50
        named ["nip", "nip_number", "nr_nip"]
        confidence 0.3, near 0.96, named 0.97
        example "NIP 856-734-62-15", "856-734-62-15", "NIP: 8567346215"
        counter "856-734-62-16", "8567346215"
      }

      detector pl_regon "REGON" {
        category government.business_id
        region pl
        pattern /(?<![\w.+-])(?:\d{9}|\d{14})(?![\w-])/
        validate pl_regon
        near ["regon", "numer regon", "nr regon"] within 50
        named ["regon", "nr_regon"]
        confidence 0.1, near 0.97, named 0.97
        example "REGON 192598184"
        counter "192598184", "REGON 192598183"
      }

      detector cz_birth_number "Rodné číslo" {
        category government.national_id
        region cz, sk
        pattern /(?<![\w.+\/-])\d{2}[0-35-8]\d[0-3]\d(?:\/\d{3}|\/?\d{4})(?![\w\/-])/
        validate cz_rc
        exclude epoch
        near [
          "rodné číslo",
          "rodne cislo",
          "rč",
          "r.č",
          "birth number",
          "rodného čísla",
          "czech birth number",
          "slovak birth number",
          "personal number",
          "national id",
        ] within 50
        named ["rodne_cislo", "birth_number"]
        confidence 0.6, near 0.97, named 0.97
        example "rodné číslo 710319/2745", "710319/2745"
        counter "710319/2746", "711319/2745", "710319274"
      }

      detector hu_social_security "TAJ szám" {
        category government.social_security
        region hu
        pattern /(?<![\w.+-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-])/
        validate hu_taj
        near [
          "taj",
          "taj szám",
          "taj-szám",
          "tajszám",
          "társadalombiztosítási",
          "hungarian social security",
          "hungarian taj",
          "social security number",
        ] within 50
        named ["taj", "taj_szam", "taj_number"]
        confidence 0.12, near 0.96, named 0.97
        example "TAJ 111 111 110"
        counter "111111110", "TAJ 111 111 119"
      }

      detector hu_tax_id "Adóazonosító jel" {
        category government.tax_id
        region hu
        pattern /(?<![\w.+-])8\d{9}(?![\w-])/
        validate hu_tax
        near [
          "adóazonosító",
          "adóazonosító jel",
          "adoazonosito",
          "adószám",
          "hungarian tax",
          "tax id",
          "tax number",
        ] within 50
        named ["adoazonosito", "tax_id", "adoszam"]
        confidence 0.55, near 0.96, named 0.97
        example "adóazonosító jel 8071592153"
        counter "8071592154", "80715921530"
      }

      detector ro_cnp "Cod numeric personal" {
        category government.national_id
        region ro
        pattern /(?<![\w.+-])[1-9]\d{12}(?![\w-])/
        validate ro_cnp
        exclude epoch
        near [
          "cnp",
          "cod numeric personal",
          "codul numeric personal",
          "romanian id",
          "personal numeric code",
          "romanian cnp",
          "personal number",
        ] within 50
        named ["cnp", "cod_numeric_personal"]
        confidence 0.75, near 0.98, named 0.98
        example "CNP 1630615123457"
        counter "1630615123458", "1631315123457"
      }

      detector bg_egn "Единен граждански номер (EGN)" {
        category government.national_id
        region bg
        pattern /(?<![\w.+-])\d{2}[0-5]\d[0-3]\d{5}(?![\w-])/
        validate bg_egn
        exclude epoch
        near [
          "egn",
          "егн",
          "единен граждански номер",
          "bulgarian id",
          "civil number",
          "uniform civil number",
          "unified civil number",
          "personal number",
          "national id",
        ] within 50
        named ["egn"]
        confidence 0.57, near 0.97, named 0.97
        example "EGN 7523169263"
        counter "EGN 7523169264", "7553169263"
      }

      detector hr_oib "Osobni identifikacijski broj (OIB)" {
        category government.tax_id
        region hr
        pattern /(?<![\w.+-])(?:HR ?)?\d{11}(?![\w-])/
        validate hr_oib
        near [
          "oib",
          "osobni identifikacijski broj",
          "croatian id",
          "personal identification number",
          "croatian personal",
        ] within 50
        named ["oib"]
        confidence 0.52, near 0.97, named 0.97
        example "OIB 33392005961"
        counter "OIB 33392005962", "v33392005961"
      }

      detector si_emso "EMŠO" {
        category government.national_id
        region si
        pattern /(?<![\w.+-])[0-3]\d[01]\d[09]\d{2}5\d{5}(?![\w-])/
        validate si_emso
        exclude epoch
        near [
          "emšo",
          "emso",
          "enotna matična številka",
          "slovenian id",
          "jmbg",
          "unique master citizen",
          "citizen number",
        ] within 50
        named ["emso"]
        confidence 0.88, near 0.98, named 0.98
        example "EMŠO 0101006500006"
        counter "0101006500007", "0101006710000"
      }

      detector rs_jmbg "JMBG" {
        category government.national_id
        region rs, ba, me, mk, hr
        pattern /(?<![\w.+-])[0-3]\d[01]\d[09]\d{8}(?![\w-])/
        validate rs_jmbg
        exclude epoch
        near [
          "jmbg",
          "матични број",
          "jedinstveni matični broj",
          "matični broj",
          "јмбг",
          "serbian id",
          "unique master citizen",
          "embg",
          "ембг",
          "citizen number",
        ] within 50
        named ["jmbg", "maticni_broj"]
        confidence 0.85, near 0.98, named 0.98
        example "JMBG 0101006710000"
        counter "0101006710009", "0101006500006"
      }

      detector ee_personal_code "Isikukood" {
        category government.national_id
        region ee
        pattern /(?<![\w.+-])[1-8]\d{2}[01]\d[0-3]\d{5}(?![\w-])/
        validate ee_ik
        near ["isikukood", "isikukoodi", "estonian id", "personal code", "estonian personal"] within 50
        named ["isikukood", "personal_code"]
        confidence 0.72, near 0.97, named 0.97
        example "isikukood 36805280109"
        counter "36805280108", "36813280109"
      }

      detector lt_personal_code "Asmens kodas" {
        category government.national_id
        region lt
        pattern /(?<![\w.+-])[1-8]\d{2}[01]\d[0-3]\d{5}(?![\w-])/
        validate lt_ak
        near [
          "asmens kodas",
          "asmens kodo",
          "lithuanian id",
          "lithuanian personal",
          "personal code",
        ] within 50
        named ["asmens_kodas"]
        confidence 0.7, near 0.97, named 0.97
        example "asmens kodas 33309240064"
        counter "33309240065"
      }

      detector lv_personal_code "Personas kods" {
        category government.national_id
        region lv
        pattern /(?<![\w.+-])\d{6}-?\d{5}(?![\w-])/
        validate lv_pk
        near [
          "personas kods",
          "personas koda",
          "latvian id",
          "latvian personal",
          "personal code",
        ] within 50
        named ["personas_kods"]
        confidence 0.55, near 0.97, named 0.97
        example "personas kods 161175-19997", "161175-19997"
        counter "161175-19998", "161375-19997"
      }

      detector ru_inn "ИНН" {
        category government.tax_id
        region ru
        pattern /(?<![\w.+-])(?:\d{12}|\d{10})(?![\w-])/
        validate ru_inn
        near [
          "инн",
          "inn",
          "идентификационный номер налогоплательщика",
          "russian tax",
          "taxpayer number",
          "tax id",
        ] within 50
        named ["inn", "инн"]
        confidence 0.3, near 0.96, named 0.97
        example "ИНН 7707083893", "INN 123456789047"
        counter "7707083893", "ИНН 7707083894"
      }

      detector ru_snils "СНИЛС" {
        category government.social_security
        region ru
        pattern /(?<![\w.+-])\d{3}(?:-\d{3}-\d{3}[ -]|\d{6} ?)\d{2}(?![\w-])/
        validate ru_snils
        near [
          "снилс",
          "snils",
          "страховой номер",
          "russian social",
          "insurance number",
          "pension",
        ] within 50
        named ["snils", "снилс"]
        confidence 0.6, near 0.98, named 0.98
        example "СНИЛС 112-233-445 95", "112-233-445 95"
        counter "112-233-445 96"
      }

      detector ua_tax_id "РНОКПП" {
        category government.tax_id
        region ua
        pattern /(?<![\w.+-])\d{10}(?![\w-])/
        validate ua_rnokpp
        near [
          "рнокпп",
          "rnokpp",
          "іпн",
          "ідентифікаційний номер",
          "ідентифікаційний код",
          "ipn",
          "інн",
          "ukrainian tax",
          "tax number",
          "tax id",
        ] within 50
        named ["rnokpp", "ipn", "tax_id"]
        confidence 0.08, near 0.96, named 0.97
        example "РНОКПП 1759013776"
        counter "1759013776", "РНОКПП 1759013777"
      }

      detector cz_company_id "IČO" {
        category government.business_id
        region cz, sk
        pattern /(?<![\w.+-])\d{8}(?![\w-])/
        validate cz_ico
        near ["ičo", "identifikační číslo"] within 40
        named ["ico"]
        confidence 0.05, near 0.95, named 0.96
        example "IČO 25123891"
        counter "25123891", "IČO 25123890"
      }

      detector ro_tax_id "Cod de înregistrare fiscală (CUI)" {
        category government.business_id
        region ro
        pattern /(?<![\w.+-])(?:RO ?)?\d{6,10}(?![\w-])/
        validate ro_cui
        near [
          "cui",
          "cif",
          "cod fiscal",
          "cod unic de înregistrare",
          "cod de înregistrare fiscală",
          "romanian tax",
        ] within 40
        named ["cui", "cod_fiscal"]
        confidence 0.02, near 0.93, named 0.95
        example "CUI 18547290"
        counter "18547290", "CUI 18547291"
      }

      detector ru_ogrn "ОГРН" {
        category government.business_id
        region ru
        pattern /(?<![\w.+-])(?:[135]\d{12}|3\d{14})(?![\w-])/
        validate ru_ogrn
        exclude epoch, isbn13, ean13
        near ["огрн", "огрнип", "ogrn", "ogrnip", "russian company"] within 50
        named ["ogrn", "ogrnip", "огрн"]
        confidence 0.52, near 0.97, named 0.97
        example "ОГРН 1022200525819"
        counter "1022200525818", "ОГРН 1022200525818"
      }
      """#
    ),
    (
      "policies/personal-data/european-union.writ",
      #"""
      module personal_european_union

      detector eu_vat "Value added tax number of a member state" {
        category government.vat_id
        region at, be, bg, cy, cz, de, dk, ee, es, fi, fr, gr, hr, hu, ie, it, lt, lu, lv, mt, nl, pl, pt,
          ro, se, si, sk
        pattern /(?<![\w-])(?:ATU|[BCDEFHILMNPRSX][EGYZKLISRUTVON])[ -]?[0-9A-Z](?:[ .-]?[0-9A-Z]){5,11}(?![\w-])/
        validate eu_vat
        exclude iban
        near [
          "vat",
          "vat id",
          "vat number",
          "vat no",
          "ust-id",
          "ust-idnr",
          "ustid",
          "umsatzsteuer",
          "uid",
          "tva",
          "n° tva",
          "iva",
          "btw",
          "btw-nummer",
          "moms",
          "dph",
          "vies",
          "alv",
          "nip",
          "momsnummer",
          "vat reg",
        ] within 50
        named ["vat", "vat_id", "vat_number", "ust_id", "ustid", "uid", "tva", "iva", "btw"]
        confidence 0.75, near 0.98, named 0.98
        example "DE136695976", "VAT ATU13585627", "NL004495445B01", "FR 40 303265045"
        counter "DE136695977", "ATU13585626", "ZZ123456789"
      }
      """#
    ),
    (
      "policies/personal-data/latin-america.writ",
      #"""
      module personal_latin_america

      // Mexico, Central and South America.

      detector br_cpf "Cadastro de Pessoas Físicas" {
        category government.tax_id
        region br
        pattern /(?<![\w.+-])\d{3}(?:\.\d{3}\.\d{3}-|\d{6}-?)\d{2}(?![\w-])/
        validate br_cpf
        near [
          "cpf",
          "cadastro de pessoas físicas",
          "brazilian tax",
          "brazilian id",
          "cpf number",
          "brazilian cpf",
        ] within 50
        named ["cpf", "cpf_number", "nu_cpf"]
        confidence 0.75, near 0.98, named 0.98
        example "CPF 111.444.777-35", "39053344705"
        counter "111.444.777-36", "111.111.111-11"
      }

      detector br_cnpj "Cadastro Nacional da Pessoa Jurídica" {
        category government.business_id
        region br
        pattern /(?<![\w.+-])[0-9A-Z]{2}(?:\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-|[0-9A-Z]{10})\d{2}(?![\w-])/
        validate br_cnpj
        exclude date_number
        near ["cnpj", "cadastro nacional da pessoa jurídica", "brazilian company"] within 50
        named ["cnpj", "cnpj_number", "nu_cnpj"]
        confidence 0.72, near 0.98, named 0.98
        example "11.222.333/0001-81", "CNPJ 12.ABC.345/01DE-35", "11222333000181"
        counter "11.222.333/0001-82"
      }

      detector br_cnh "Carteira Nacional de Habilitação" {
        category government.driver_license
        region br
        pattern /(?<![\w.+-])\d{11}(?![\w-])/
        validate br_cnh
        near [
          "cnh",
          "carteira nacional de habilitação",
          "habilitação",
          "carteira de motorista",
          "brazilian driver",
          "driver license",
          "registro cnh",
        ] within 50
        named ["cnh", "cnh_number", "habilitacao"]
        confidence 0.62, near 0.97, named 0.97
        example "CNH 62472927637"
        counter "CNH 62472927638", "11111111111"
      }

      detector ar_cuit "CUIT or CUIL" {
        category government.tax_id
        region ar
        pattern /(?<![\w.+-])(?:20|2[3-7]|30|33|34|50|51|55)-?\d{8}-?\d(?![\w-])/
        validate ar_cuit
        near [
          "cuit",
          "cuil",
          "clave única",
          "afip",
          "argentine tax",
          "clave única de identificación tributaria",
        ] within 50
        named ["cuit", "cuil"]
        confidence 0.62, near 0.98, named 0.98
        example "CUIT 20-05536168-2", "20055361682"
        counter "20-05536168-3", "21-05536168-2"
      }

      detector ar_dni "Documento Nacional de Identidad of Argentina" {
        category government.national_id
        region ar
        pattern /(?<![\w.+-])\d{1,2}\.?\d{3}\.?\d{3}(?![\w-])/
        validate not_uniform
        near [
          "dni argentino",
          "argentine dni",
          "argentina",
          "documento nacional de identidad",
          "dni",
          "documento",
        ] within 30
        named ["dni", "documento"]
        confidence 0.02, near 0.88, named 0.9
        example "DNI argentino 12.345.678"
        counter "12.345.678"
      }

      detector cl_rut "RUT of Chile" {
        category government.tax_id
        region cl
        pattern /(?<![\w.+-])(?:\d{1,2}\.\d{3}\.\d{3}-|\d{7,8}-?)[0-9K](?![\w-])/i
        validate cl_rut
        near [
          "rut",
          "rol único tributario",
          "rol unico",
          "chilean id",
          "chilean tax",
          "cédula de identidad",
        ] within 50
        named ["rut", "rut_number"]
        confidence 0.3, near 0.97, named 0.97
        example "RUT 76.086.428-5", "12531909-2"
        counter "76.086.428-6", "760864285"
      }

      detector co_nit "NIT of Colombia" {
        category government.tax_id
        region co
        pattern /(?<![\w.+-])(?:\d{3}\.\d{3}\.\d{3}-?|\d{8,10}-?)\d(?![\w-])/
        validate co_nit
        near ["nit", "número de identificación tributaria", "colombian tax", "dian"] within 50
        named ["nit", "nit_number"]
        confidence 0.25, near 0.96, named 0.97
        example "NIT 213.123.432-1", "213123432-1"
        counter "213.123.432-2", "2131234321"
      }

      detector co_citizen_card "Cédula de ciudadanía" {
        category government.national_id
        region co
        pattern /(?<![\w.+-])(?:\d{1,3}(?:\.\d{3}){2,3}|\d{6,10})(?![\w-])/
        validate not_uniform
        near [
          "cédula de ciudadanía",
          "cedula de ciudadania",
          "cédula",
          "c.c",
          "colombian id",
          "cédula colombiana",
        ] within 30
        named ["cedula", "cedula_ciudadania"]
        confidence 0.01, near 0.86, named 0.88
        example "cédula de ciudadanía 1.020.304.050"
        counter "1.020.304.050"
      }

      detector pe_ruc "RUC of Peru" {
        category government.tax_id
        region pe
        pattern /(?<![\w.+-])(?:10|15|16|17|20)\d{9}(?![\w-])/
        validate pe_ruc
        near ["ruc", "registro único de contribuyentes", "sunat", "peruvian tax"] within 50
        named ["ruc", "ruc_number"]
        confidence 0.51, near 0.97, named 0.97
        example "RUC 20512333797"
        counter "RUC 20512333798", "21512333797"
      }

      detector pe_dni "DNI of Peru" {
        category government.national_id
        region pe
        pattern /(?<![\w.+-])\d{8}(?:-[0-9A-Z])?(?![\w-])/
        validate not_uniform
        near ["dni peruano", "peruvian dni", "peruvian id", "dni peru", "reniec"] within 40
        named ["dni_peru", "pe_dni"]
        confidence 0.01, near 0.93, named 0.94
        example "DNI peruano 10117410"
        counter "10117410"
      }

      detector uy_identity_card "Cédula de identidad of Uruguay" {
        category government.national_id
        region uy
        pattern /(?<![\w.+-])(?:\d\.\d{3}\.\d{3}-|\d{6,7}-?)\d(?![\w-])/
        validate uy_ci
        near [
          "cédula de identidad",
          "cedula de identidad",
          "cédula",
          "uruguayan id",
          "uruguay",
          "uruguaya",
        ] within 50
        named ["cedula", "cedula_identidad"]
        confidence 0.28, near 0.94, named 0.95
        example "cédula 1.234.567-2", "1.234.567-2"
        counter "1.234.567-3", "12345672"
      }

      detector ec_citizen_card "Cédula de ciudadanía of Ecuador" {
        category government.national_id
        region ec
        pattern /(?<![\w.+-])\d{9}-?\d(?![\w-])/
        validate ec_cedula
        near [
          "cédula ecuatoriana",
          "cédula de identidad",
          "cédula",
          "cedula",
          "ecuadorian",
          "ecuador",
          "ecuadorian id",
        ] within 50
        named ["cedula", "ec_cedula"]
        confidence 0.2, near 0.94, named 0.95
        example "cédula ecuatoriana 171430710-3"
        counter "1714307103", "cédula 171430710-4x"
      }

      detector ve_rif "RIF of Venezuela" {
        category government.tax_id
        region ve
        pattern /(?<![\w-])[VEJPGC]-?\d{8}-?\d(?![\w-])/
        validate ve_rif
        near ["rif", "seniat", "registro único de información fiscal", "venezuelan tax"] within 50
        named ["rif", "rif_number"]
        confidence 0.5, near 0.97, named 0.97
        example "RIF V-11470283-4"
        counter "V-11470283-3", "X-11470283-4"
      }

      detector do_identity_card "Cédula de identidad of the Dominican Republic" {
        category government.national_id
        region do
        pattern /(?<![\w.+-])\d{3}(?:-\d{7}-|\d{7})\d(?![\w-])/
        validate do_cedula
        near ["cédula", "cedula", "cédula de identidad", "dominican id", "dominicana"] within 50
        named ["cedula", "do_cedula"]
        confidence 0.25, near 0.94, named 0.95
        example "cédula 001-1391820-5", "001-1391820-5"
        counter "001-1391820-4", "00113918205"
      }

      detector mx_curp "CURP" {
        category government.national_id
        region mx
        pattern /(?<![\w-])[A-Z]{4}\d{2}[01]\d[0-3]\d[HMX][A-Z]{5}[0-9A-Z]\d(?![\w-])/i
        validate mx_curp
        near [
          "curp",
          "clave única de registro",
          "clave única de registro de población",
          "mexican id",
        ] within 50
        named ["curp"]
        confidence 0.97, near 0.99, named 0.99
        example "CURP BOXW310820HNERXN09"
        counter "BOXW310820HNERXN08", "BOXW311320HNERXN09"
      }

      detector mx_rfc "Registro Federal de Contribuyentes" {
        category government.tax_id
        region mx
        pattern /(?<![\w-])(?:[A-Z&]|Ñ){3,4}[ -]?\d{2}[01]\d[0-3]\d[ -]?[A-Z0-9]{2}[0-9A](?![\w-])/
        validate mx_rfc
        near ["rfc", "registro federal", "registro federal de contribuyentes", "mexican tax"] within 50
        named ["rfc", "rfc_number"]
        confidence 0.75, near 0.97, named 0.97
        example "RFC GODE561231GR8", "MAB-930714-8T4"
        counter "GODE561331GR8", "RFC GODEXXXXXXGR8"
      }
      """#
    ),
    (
      "policies/personal-data/middle-east-africa.writ",
      #"""
      module personal_middle_east_africa

      detector il_identity_number "מספר זהות" {
        category government.national_id
        region il
        pattern /(?<![\w.+-])\d{7,8}-?\d(?![\w-])/
        validate il_id
        near [
          "teudat zehut",
          "תעודת זהות",
          "מספר זהות",
          "ת.ז",
          "mispar zehut",
          "israeli id",
          "israel id",
          "israeli identity",
          "tz",
          "identity number",
          "zehut",
        ] within 50
        named ["teudat_zehut", "tz", "israeli_id"]
        confidence 0.2, near 0.95, named 0.95
        example "teudat zehut 3933742-3", "Israeli ID 039337423"
        counter "039337423", "teudat zehut 3933742-4"
      }

      detector za_identity_number "Identity number of South Africa" {
        category government.national_id
        region za
        pattern /(?<![\w.+-])\d{2}[01]\d[0-3]\d ?\d{4} ?[012]\d{2}(?![\w-])/
        validate za_id
        exclude epoch
        near [
          "id number",
          "south african id",
          "sa id",
          "identity number",
          "rsa id",
          "south africa",
          "id no",
          "national id",
        ] within 50
        named ["id_number", "sa_id", "identity_number", "rsa_id"]
        confidence 0.85, near 0.98, named 0.98
        example "ID number 7503305044089", "750330 5044 089"
        counter "7503305044088", "7513305044089"
      }

      detector eg_national_id "الرقم القومي" {
        category government.national_id
        region eg
        pattern /(?<![\w.+-])[23]\d{2}[01]\d[0-3]\d{8}(?![\w-])/
        validate eg_nid
        near [
          "الرقم القومي",
          "egyptian id",
          "egypt id",
          "egyptian national",
          "national id",
          "egypt",
        ] within 50
        named ["national_id", "eg_nid"]
        confidence 0.55, near 0.96, named 0.96
        example "national ID 29001011234567"
        counter "19001011234567", "29013011234567"
      }

      detector sa_national_id "رقم الهوية الوطنية" {
        category government.national_id
        region sa
        pattern /(?<![\w.+-])[12]\d{9}(?![\w-])/
        validate sa_id
        near [
          "الهوية الوطنية",
          "رقم الهوية",
          "إقامة",
          "iqama",
          "saudi id",
          "saudi national",
          "national id",
          "saudi arabia",
          "saudi",
        ] within 50
        named ["iqama", "saudi_id", "national_id"]
        confidence 0.1, near 0.95, named 0.95
        example "Iqama 2000000006", "Saudi ID 1000000008"
        counter "1000000008", "Iqama 2000000007"
      }

      detector ae_emirates_id "رقم الهوية الإماراتية" {
        category government.national_id
        region ae
        pattern /(?<![\w.+-])784(?:[ -]\d{4}[ -]\d{7}[ -]|\d{11})\d(?![\w-])/
        validate ae_eid
        near ["emirates id", "eid", "الهوية", "uae id", "emirates identity"] within 50
        named ["emirates_id", "eid", "uae_id"]
        confidence 0.93, near 0.98, named 0.98
        example "784-1984-1234567-4", "Emirates ID 784198412345674"
        counter "784-1984-1234567-5"
      }

      detector ng_national_id "National Identification Number of Nigeria" {
        category government.national_id
        region ng
        pattern /(?<![\w.+-])[1-9]\d{10}(?![\w-])/
        validate ng_nin
        near ["nin", "nimc", "nigerian", "nigeria", "bvn", "national identification number"] within 50
        named ["nin", "bvn", "nimc"]
        confidence 0.02, near 0.92, named 0.94
        example "NIN 12345678902"
        counter "12345678902", "NIN 02345678901"
      }

      detector ke_national_id "Identity card of Kenya" {
        category government.national_id
        region ke
        pattern /(?<![\w.+-])(?:\d{7,8}|A\d{9}[A-Z])(?![\w-])/
        validate not_uniform
        near ["kenyan id", "kenya id", "huduma", "kra pin", "kenyan national", "kenya", "kra"] within 40
        named ["kra_pin", "huduma", "kenya_id"]
        confidence 0.01, near 0.9, named 0.92
        example "Kenyan ID 23456789", "KRA PIN A012345678Z"
        counter "23456789"
      }
      """#
    ),
    (
      "policies/personal-data/names.writ",
      #"""
      module personal_names

      // Found by lists and cue phrases instead of a pattern.

      detector person_name "Name of a person" {
        category person.name
        recognize person_names
        near [
          "name",
          "full name",
          "customer",
          "patient",
          "employee",
          "contact",
          "mr",
          "mrs",
          "ms",
          "dr",
          "dear",
          "herr",
          "frau",
          "monsieur",
          "madame",
          "señor",
          "señora",
          "signor",
          "signora",
        ] within 20
        named [
          "name",
          "full_name",
          "fullname",
          "first_name",
          "last_name",
          "firstname",
          "lastname",
          "surname",
          "given_name",
          "family_name",
          "customer",
          "contact",
          "patient",
          "employee",
        ]
        confidence 0.5, near 0.9, named 0.9
        example "Please ask Anna Berg about it."
        counter "Please ask the new server about it."
      }

      detector street_address "Street and house number" {
        category contact.address.street
        recognize street_addresses
        near [
          "address",
          "lives at",
          "resides at",
          "street",
          "ship to",
          "delivery",
          "anschrift",
          "adresse",
          "dirección",
          "indirizzo",
          "adres",
        ] within 30
        named [
          "address",
          "street",
          "street_address",
          "address_line",
          "address1",
          "anschrift",
          "adresse",
          "direccion",
        ]
        confidence 0.6, near 0.9, named 0.9
        example "She lives at 12 Elm Street."
        counter "It took 12 long months."
      }
      """#
    ),
    (
      "policies/personal-data/nordics.writ",
      #"""
      module personal_nordics

      // Sweden, Denmark, Norway, Finland, Iceland.

      detector se_personal_number "Personnummer" {
        category government.national_id
        region se
        pattern /(?<![\w.+-])(?:(?:18|19|20)\d{6}[-+]?|\d{6}[-+]?)\d{4}(?![\w-])/
        validate se_personnummer
        exclude epoch
        near [
          "personnummer",
          "person-nr",
          "personnr",
          "pnr",
          "samordningsnummer",
          "swedish personal",
          "swedish id",
          "personal identity number",
          "swedish personnummer",
          "personal number",
        ] within 50
        named ["personnummer", "pnr", "personal_number", "samordningsnummer"]
        confidence 0.62, near 0.97, named 0.97
        example "personnummer 811228-9874", "811228-9874", "198112289874 personnummer"
        counter "811228-9875", "811328-9874", "8112289875"
      }

      detector dk_cpr "CPR-nummer" {
        category government.national_id
        region dk
        pattern /(?<![\w.+-])[0-3]\d[01]\d{3}[- ]?\d{4}(?![\w-])/
        validate dk_cpr
        near [
          "cpr",
          "cpr-nummer",
          "cpr nummer",
          "cpr-nr",
          "cpr number",
          "personnummer",
          "danish id",
          "danish personal",
          "personal number",
          "national id",
        ] within 50
        named ["cpr", "cpr_nummer", "cpr_number", "personnummer"]
        confidence 0.28, near 0.96, named 0.97
        example "CPR 211062-5629", "211062-5629"
        counter "321062-5629", "2110625629"
      }

      detector no_birth_number "Fødselsnummer" {
        category government.national_id
        region no
        pattern /(?<![\w.+-])[0-7]\d[0-9]\d{3} ?\d{5}(?![\w-])/
        validate no_fnr
        near [
          "fødselsnummer",
          "fodselsnummer",
          "fnr",
          "d-nummer",
          "personnummer",
          "norwegian id",
          "norwegian national",
          "birth number",
          "national identity number",
          "personal number",
        ] within 50
        named ["fodselsnummer", "fnr", "fødselsnummer", "d_nummer"]
        confidence 0.88, near 0.98, named 0.98
        example "fødselsnummer 15108695088", "151086 95088"
        counter "15108695089", "15138695088"
      }

      detector fi_personal_code "Henkilötunnus" {
        category government.national_id
        region fi
        pattern /(?<![\w.+-])[0-3]\d[01]\d{3}[-+YXWVUABCDEF]\d{3}[0-9A-FHJ-NPR-Y](?![\w-])/i
        validate fi_hetu
        near [
          "henkilötunnus",
          "hetu",
          "henkilotunnus",
          "sotu",
          "personbeteckning",
          "finnish id",
          "finnish personal",
          "personal identity code",
          "personal code",
        ] within 50
        named ["hetu", "henkilotunnus", "henkilötunnus", "personal_identity_code"]
        confidence 0.92, near 0.99, named 0.99
        example "131052-308T", "hetu 131052-308T"
        counter "131052-308U", "131352-308T"
      }

      detector is_kennitala "Kennitala" {
        category government.national_id
        region is
        pattern /(?<![\w.+-])[0-7]\d[01]\d{3}-?\d{3}[089](?![\w-])/
        validate is_kt
        exclude epoch
        near [
          "kennitala",
          "kt",
          "kt.",
          "icelandic id",
          "icelandic national",
          "national id",
          "identification number",
        ] within 50
        named ["kennitala", "kt"]
        confidence 0.66, near 0.97, named 0.97
        example "kennitala 120174-3399", "120174-3399"
        counter "120174-3389", "321374-3399"
      }

      detector se_organization_number "Organisationsnummer" {
        category government.business_id
        region se
        pattern /(?<![\w.+-])\d{2}[2-9]\d{3}-?\d{4}(?![\w-])/
        validate se_orgnr
        near [
          "organisationsnummer",
          "orgnr",
          "org.nr",
          "org nr",
          "org-nr",
          "swedish company",
          "organization number",
          "organisation number",
        ] within 50
        named ["orgnr", "organisationsnummer", "org_nr"]
        confidence 0.2, near 0.96, named 0.97
        example "organisationsnummer 556016-0680"
        counter "5560160680", "org.nr 556016-0681"
      }

      detector no_organization_number "Organisasjonsnummer" {
        category government.business_id
        region no
        pattern /(?<![\w.+-])[89]\d{2} ?\d{3} ?\d{3}(?: ?MVA)?(?![\w-])/
        validate no_orgnr
        near [
          "organisasjonsnummer",
          "orgnr",
          "org.nr",
          "foretaksnummer",
          "norwegian company",
          "organisation number",
          "organization number",
        ] within 50
        named ["orgnr", "organisasjonsnummer", "org_nr"]
        confidence 0.15, near 0.95, named 0.96
        example "orgnr 988 077 917", "organisasjonsnummer 988077917"
        counter "988077917", "orgnr 988077918"
      }
      """#
    ),
    (
      "policies/personal-data/north-america.writ",
      #"""
      module personal_north_america

      // United States and Canada.

      detector us_ssn "Social Security number" {
        category government.social_security
        region us
        pattern /(?<![\w.+-])(?:\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4}|\d{9})(?![\w-])/
        validate us_ssn
        near [
          "ssn",
          "social security",
          "social security number",
          "social security no",
          "soc sec",
          "ss#",
          "ssn#",
          "us ssn",
          "social security num",
          "soc. sec. no",
        ] within 50
        named ["ssn", "social_security", "social_security_number", "ss_number", "us_ssn"]
        confidence 0.25, near 0.96, named 0.97
        example "SSN 536-90-4399", "536-90-4399", "ssn=536904399"
        counter "666-12-1234", "000-12-1234", "536904399", "536-90-43991"
      }

      detector us_itin "Individual Taxpayer Identification Number" {
        category government.tax_id
        region us
        pattern /(?<![\w.+-])9\d{2}(?:-\d{2}-|\s\d{2}\s|\d{2})\d{4}(?![\w-])/
        validate us_itin
        near [
          "itin",
          "individual taxpayer",
          "taxpayer identification",
          "taxpayer id",
          "us itin",
        ] within 50
        named ["itin", "taxpayer_id", "us_itin"]
        confidence 0.28, near 0.95, named 0.96
        example "ITIN 912-90-3456", "912-90-3456"
        counter "912-93-3456", "912903456"
      }

      detector us_ein "Employer Identification Number" {
        category government.business_id
        region us
        pattern /(?<![\w.+-])\d{2}-?\d{7}(?![\w-])/
        validate us_ein
        near [
          "ein",
          "employer identification",
          "employer id",
          "employer identification number",
          "federal tax id",
          "fein",
          "employer no",
        ] within 50
        named ["ein", "fein", "employer_id", "employer_identification_number"]
        confidence 0.22, near 0.94, named 0.95
        example "EIN 12-3456789", "12-3456789"
        counter "07-3456789", "123456789"
      }

      detector us_npi "National Provider Identifier" {
        category health.practitioner
        region us
        pattern /(?<![\w.+-])[12]\d{9}(?![\w-])/
        validate us_npi
        near [
          "npi",
          "national provider",
          "provider id",
          "provider identifier",
          "provider number",
        ] within 50
        named ["npi", "npi_number", "provider_id", "provider_npi"]
        confidence 0.1, near 0.96, named 0.97
        example "NPI: 1234567893"
        counter "1234567893", "NPI 1234567894"
      }

      detector us_mbi "Medicare Beneficiary Identifier" {
        category health.insurance
        region us
        pattern /(?<![\w-])[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}(?![\w-])/
        validate us_mbi
        near ["mbi", "medicare", "beneficiary", "medicare beneficiary", "medicare number"] within 50
        named ["mbi", "medicare", "medicare_id", "beneficiary_id"]
        confidence 0.8, near 0.97, named 0.97
        example "1EG4-TE5-MK73", "MBI 1EG4TE5MK72"
        counter "1SG4-TE5-MK73", "1EG4-TE5-MK7"
      }

      detector us_aba_routing "Routing number of a bank" {
        category financial.bank
        region us
        pattern /(?<![\w.+-])\d{9}(?![\w-])/
        validate us_aba
        near ["routing", "routing number", "routing no", "aba", "rtn", "aba number", "ach"] within 40
        named ["routing", "routing_number", "aba", "rtn", "aba_number"]
        confidence 0.08, near 0.95, named 0.96
        example "routing number 111000025"
        counter "111000025", "routing number 111000026"
      }

      detector us_dea "DEA registration number" {
        category health.practitioner
        region us
        pattern /(?<![\w-])[A-HJ-MPR-UX][A-Z9]\d{7}(?![\w-])/
        validate us_dea
        near ["dea", "dea number", "controlled substance"] within 50
        named ["dea", "dea_number", "dea_registration"]
        confidence 0.4, near 0.96, named 0.97
        example "DEA AP5836727"
        counter "DEA AP5836728", "A95836727x"
      }

      detector us_passport "Passport of the United States" {
        category government.passport
        region us
        pattern /(?<![\w.+-])(?:[A-Z]\d{8}|\d{9})(?![\w-])/
        validate not_uniform
        near [
          "passport",
          "passport number",
          "passport no",
          "us passport",
          "u.s. passport",
          "american passport",
          "united states passport",
        ] within 40
        named ["passport", "passport_number", "passport_no", "us_passport", "us_passport_number"]
        confidence 0.005, near 0.88, named 0.93
        example "US passport 123456789", "U.S. passport A12345678"
        counter "123456789", "A12345678"
      }

      detector us_bank_account "Bank account in the United States" {
        category financial.account
        region us
        pattern /(?<![\w.+-])\d{8,17}(?![\w-])/
        validate not_uniform
        near [
          "us bank account",
          "us account number",
          "checking account number",
          "savings account number",
        ] within 40
        named ["us_bank_account", "us_bank_number", "checking_account", "savings_account"]
        confidence 0.005, near 0.86, named 0.9
        example "checking account number 000123456789"
        counter "000123456789"
      }

      detector ca_sin "Social Insurance Number" {
        category government.social_security
        region ca
        pattern /(?<![\w.+-])[1-79]\d{2}(?:[ -]\d{3}[ -]|\d{3})\d{3}(?![\w-])/
        validate ca_sin
        near [
          "sin",
          "social insurance",
          "social insurance number",
          "nas",
          "numéro d'assurance sociale",
          "canadian sin",
          "assurance sociale",
          "insurance number",
        ] within 50
        named ["sin", "social_insurance", "social_insurance_number", "sin_number", "ca_sin"]
        confidence 0.28, near 0.95, named 0.96
        example "SIN 130 692 544", "130-692-544"
        counter "130 692 545", "046 454 286", "130692544"
      }

      detector ca_health_number "Provincial health number of Canada" {
        category government.health_id
        region ca
        pattern /(?<![\w.+-])\d{4}[ -]?\d{3}[ -]?\d{3}(?:[ -]?[A-Z]{2})?(?![\w-])/
        validate ca_ohip
        near [
          "ohip",
          "health card",
          "health number",
          "ontario health",
          "health insurance",
          "carte santé",
        ] within 50
        named ["ohip", "health_card", "health_number"]
        confidence 0.2, near 0.94, named 0.95
        example "OHIP 9876 543 217 AB", "health card 9876-543-217"
        counter "OHIP 9876 543 218", "9876543217"
      }

      detector ca_bc_health_number "Personal Health Number of British Columbia" {
        category government.health_id
        region ca
        pattern /(?<![\w.+-])9\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-])/
        validate ca_bc_phn
        near ["phn", "personal health number", "bc health", "msp", "care card", "health number"] within 50
        named ["phn", "personal_health_number", "bc_phn"]
        confidence 0.2, near 0.95, named 0.96
        example "PHN 9698 658 215"
        counter "PHN 9698 658 216", "9698658215"
      }

      detector ca_passport "Passport of Canada" {
        category government.passport
        region ca
        pattern /(?<![\w.-])[A-Z]{2} ?\d{6}(?![\w-])/
        validate not_uniform
        near ["canadian passport", "passport of canada", "passeport canadien"] within 40
        named ["canadian_passport", "ca_passport"]
        confidence 0.01, near 0.9, named 0.96
        example "Canadian passport AB123456"
        counter "AB123456"
      }

      detector ca_business_number "Business Number of Canada" {
        category government.business_id
        region ca
        pattern /(?<![\w.+-])\d{9}(?: ?R[CMPTZ] ?\d{4})?(?![\w-])/
        validate ca_bn
        near [
          "business number",
          "bn",
          "canada revenue",
          "cra",
          "gst/hst",
          "numéro d'entreprise",
        ] within 50
        named ["business_number", "bn", "gst_number"]
        confidence 0.29, near 0.93, named 0.95
        example "Business Number 123026635 RC0001"
        counter "123026635", "business number 123456789"
      }
      """#
    ),
    (
      "policies/personal-data/pacific.writ",
      #"""
      module personal_pacific

      // Australia and New Zealand.

      detector au_tfn "Tax file number" {
        category government.tax_id
        region au
        pattern /(?<![\w.+-])\d{3}(?:[ -]\d{3}[ -]|\d{3})\d{2,3}(?![\w-])/
        validate au_tfn
        near ["tfn", "tax file", "tax file number", "australian tax", "tax number"] within 50
        named ["tfn", "tax_file_number"]
        confidence 0.25, near 0.96, named 0.97
        example "TFN 123 456 782"
        counter "123 456 789", "123456782"
      }

      detector au_abn "Australian Business Number" {
        category government.business_id
        region au
        pattern /(?<![\w.+-])[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?![\w-])/
        validate au_abn
        near ["abn", "australian business number", "business number"] within 50
        named ["abn", "abn_number"]
        confidence 0.72, near 0.98, named 0.98
        example "ABN 51 824 753 556", "51824753556"
        counter "51 824 753 557"
      }

      detector au_acn "Australian Company Number" {
        category government.business_id
        region au
        pattern /(?<![\w.+-])\d{3}(?: \d{3} |\d{3})\d{3}(?![\w-])/
        validate au_acn
        near ["acn", "australian company number", "company number", "asic"] within 50
        named ["acn", "acn_number", "company_number"]
        confidence 0.22, near 0.96, named 0.97
        example "ACN 004 085 616"
        counter "ACN 004 085 617", "004085616"
      }

      detector au_medicare "Medicare card of Australia" {
        category health.insurance
        region au
        pattern /(?<![\w.+-])[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ \/-]?[1-9])?(?![\w-])/
        validate au_medicare
        near ["medicare", "medicare card", "medicare number", "irn"] within 50
        named ["medicare", "medicare_number", "medicare_card"]
        confidence 0.3, near 0.96, named 0.97
        example "Medicare 2123 45670 1", "2123 45670 1"
        counter "2123 45671 1", "2123456701"
      }

      detector nz_ird "IRD number" {
        category government.tax_id
        region nz
        pattern /(?<![\w.+-])\d{2,3}[ -]?\d{3}[ -]?\d{3}(?![\w-])/
        validate nz_ird
        near ["ird", "ird number", "inland revenue", "new zealand tax", "tax number"] within 50
        named ["ird", "ird_number"]
        confidence 0.24, near 0.97, named 0.97
        example "IRD 49-091-850", "49-091-850"
        counter "49-091-851", "49091850"
      }

      detector nz_nhi "National Health Index of New Zealand" {
        category government.health_id
        region nz
        pattern /(?<![\w-])[A-HJ-NP-Z]{3}\d{2}(?:\d{2}|[A-HJ-NP-Z]{2})(?![\w-])/
        validate nz_nhi
        near ["nhi", "national health index", "nhi number"] within 50
        named ["nhi", "nhi_number"]
        confidence 0.4, near 0.97, named 0.97
        example "NHI ZZZ0016", "NHI number ZBN77VL"
        counter "NHI ZZZ0017", "ZIC5361"
      }
      """#
    ),
    (
      "policies/personal-data/secrets.writ",
      #"""
      module personal_secrets

      // Keys, tokens and passwords. Most have a prefix of their vendor; the others need the name they
      // are assigned to. All values here are made up.

      detector aws_access_key "Access key id of Amazon Web Services" {
        category credential.api_key
        pattern /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/
        near ["aws", "access key", "amazon"] within 50
        named ["aws_access_key_id", "access_key", "aws_key", "accesskeyid"]
        confidence 0.95, near 0.99, named 0.99
        example "AKIAIOSFODNN7EXAMPLE"
        counter "AKIAIOSFODNN7EXAMPL", "AKIAIOSFODNN7EXAMPLEX", "akiaiosfodnn7example"
      }

      detector aws_secret_key "Secret access key of Amazon Web Services" {
        category credential.secret
        pattern /(?<![A-Za-z0-9\/+=])[A-Za-z0-9\/+]{40}(?![A-Za-z0-9\/+=])/
        validate entropy(42), mixed
        near [
          "aws secret",
          "secret access key",
          "aws secret access key",
          "aws_secret_access_key",
          "secretaccesskey",
          "aws_secret_key",
          "aws secret key",
          "secret key",
          "aws",
        ] within 40
        named [
          "aws_secret_access_key",
          "secret_access_key",
          "secretaccesskey",
          "aws_secret",
          "secret_key",
        ]
        confidence 0.55, near 0.93, named 0.96
        example "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
        counter "commit da39a3ee5e6b4b0d3255bfef95601890afd80709",
          "aws secret da39a3ee5e6b4b0d3255bfef95601890afd80709"
      }

      detector github_token "Token of GitHub" {
        category credential.token
        pattern /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?!\w)/
        validate secret_value
        near ["github", "pat"] within 50
        named ["github_token", "gh_token", "token"]
        confidence 0.97, near 0.99, named 0.99
        example "ghp_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R"
        counter "ghp_0a1B2c3D4e5F6g7H8i9J", "ghx_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R"
      }

      detector gitlab_token "Token of GitLab" {
        category credential.token
        pattern /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ft|ptt|agent|soat|oas|cbt|imt|ffct)-[A-Za-z0-9_-]{20,64}(?![\w-])/
        validate secret_value
        near ["gitlab"] within 50
        named ["gitlab_token", "token", "private_token"]
        confidence 0.96, near 0.99, named 0.99
        example "glpat-0a1B2c3D4e5F6g7H8i9J"
        counter "glpat-0a1B2c3D4e", "glpax-0a1B2c3D4e5F6g7H8i9J"
      }

      detector slack_token "Token or webhook of Slack" {
        category credential.token
        pattern /(?<![A-Za-z0-9])xox[abeoprs](?:-\d{1,14})?-[A-Za-z0-9-]{10,200}(?![\w-])|https:\/\/hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9\/]{20,120}/
        near ["slack"] within 50
        named ["slack_token", "token", "webhook", "slack_webhook"]
        confidence 0.96, near 0.99, named 0.99
        example "xoxb-000000000000-000000000000-aBcDeFgHiJkLmNoPqRsTuVwX"
        counter "xoxb-1", "xoxz-000000000000-aBcDeFgHiJkL"
      }

      detector stripe_key "Secret key of Stripe" {
        category credential.api_key
        pattern /(?<![A-Za-z0-9])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,247}(?!\w)|(?<![A-Za-z0-9])whsec_[A-Za-z0-9+\/=]{24,80}/
        near ["stripe"] within 50
        named ["stripe_key", "stripe_secret", "api_key", "secret_key"]
        confidence 0.96, near 0.99, named 0.99
        example "sk_test_0a1B2c3D4e5F6g7H8i9J0k1L"
        counter "pk_test_0a1B2c3D4e5F6g7H8i9J0k1L", "sk_test_0a1B2c"
      }

      detector google_api_key "API key or client secret of Google" {
        category credential.api_key
        pattern /(?<![A-Za-z0-9])(?:AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{28}|ya29\.[A-Za-z0-9_-]{20,250})(?![\w-])/
        near ["google", "gcp", "firebase"] within 50
        named ["google_api_key", "api_key", "gcp_key", "client_secret"]
        confidence 0.95, near 0.99, named 0.99
        example "AIzaSy0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"
        counter "AIzaSy0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5", "aizaSy0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"
      }

      detector azure_key "Key or client secret of Microsoft Azure" {
        category credential.api_key
        pattern /(?<![A-Za-z0-9\/+-])[A-Za-z0-9\/+]{86}==(?![A-Za-z0-9\/+=])|(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/
        validate entropy(40), mixed
        near [
          "azure",
          "accountkey",
          "account key",
          "storage key",
          "client secret",
          "sharedaccesskey",
          "cosmos",
        ] within 50
        named [
          "azure_key",
          "account_key",
          "accountkey",
          "storage_key",
          "client_secret",
          "azure_client_secret",
        ]
        confidence 0.6, near 0.98, named 0.98
        example "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
          "abC8Q~0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q"
        counter "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq==",
          "abC8Q~0a1B2c"
      }

      detector npm_token "Token of the npm registry" {
        category credential.token
        pattern /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?!\w)/
        validate secret_value
        near ["npm", "registry"] within 50
        named ["npm_token", "token", "authtoken"]
        confidence 0.97, near 0.99, named 0.99
        example "npm_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R"
        counter "npm_0a1B2c3D4e5F6g7H8i9J", "npm_config_registry"
      }

      detector pypi_token "Token of the Python package index" {
        category credential.token
        pattern /(?<![A-Za-z0-9])pypi-AgE[A-Za-z0-9_-]{50,500}(?![\w-])/
        near ["pypi", "twine"] within 50
        named ["pypi_token", "token", "twine_password"]
        confidence 0.98, near 0.99, named 0.99
        example "pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMAACKlszLCJhYmMiXQ"
        counter "pypi-AgEIcHlw", "pypi-simple"
      }

      detector vendor_api_key "API key with a vendor's prefix" {
        category credential.api_key
        pattern /(?<![A-Za-z0-9])(?:SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}|sk-(?:proj-|ant-api03-|svcacct-)?[A-Za-z0-9_-]{32,180}|key-[0-9a-f]{32}|hf_[A-Za-z]{34}|dop_v1_[0-9a-f]{64}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|hvs\.[A-Za-z0-9_-]{24,120}|dckr_pat_[A-Za-z0-9_-]{27}|[MNO][A-Za-z\d]{23}\.[\w-]{6}\.[\w-]{27,38}|PMAK-[0-9a-f]{24}-[0-9a-f]{34}|lin_api_[A-Za-z0-9]{40}|rubygems_[0-9a-f]{48}|NRAK-[A-Z0-9]{27}|SK[0-9a-f]{32}|AC[0-9a-f]{32})(?![\w-])/
        validate secret_value
        near ["api key", "apikey"] within 50
        named ["api_key", "apikey", "token", "secret", "key"]
        confidence 0.93, near 0.98, named 0.98
        example "SG.0a1B2c3D4e5F6g7H8i9J0k.0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1",
          "dop_v1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
        counter "SG.0a1B2c3D.0a1B", "sk-short", "key-0123456789abcdef"
      }

      detector json_web_token "JSON Web Token" {
        category credential.token
        pattern /(?<![\w.-])eyJ[A-Za-z0-9_-]{8,2000}\.(?:eyJ)?[A-Za-z0-9_-]{4,3000}\.[A-Za-z0-9_-]{0,1000}(?![\w-])/
        validate jwt
        near ["jwt", "id_token", "access_token"] within 40
        named ["jwt", "token", "id_token", "access_token", "authorization", "session"]
        confidence 0.97, near 0.99, named 0.99
        example "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
        counter "eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiIxIn0.c2ln", "eyJhbGciOiJIUzI1NiJ9"
      }

      detector private_key "Private key" {
        category credential.private_key
        pattern /-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]+-----END (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/
        near ["private key"] within 40
        named ["private_key", "key", "ssh_key", "pem"]
        confidence 0.99, near 0.99, named 0.99
        example "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAK0aBcDeFgHi\n-----END RSA PRIVATE KEY-----",
          "-----BEGIN OPENSSH PRIVATE KEY-----", "-----BEGIN PGP PRIVATE KEY BLOCK-----"
        counter "-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----"
      }

      detector url_credentials "User name and password in a URL" {
        category credential.password
        pattern /(?<![\w+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s:@\/?#"'<>]{1,64}:[^\s:@\/"'<>]{2,128}@(?:[A-Za-z0-9.-]{1,250}|\[[0-9A-Fa-f:.]{2,45}\])/
        near ["dsn"] within 40
        named ["url", "dsn", "uri", "database_url", "connection_string"]
        confidence 0.99, near 0.995, named 0.995
        example "postgres://app:s3cr3tPa55@db.example.com:5432/main",
          "https://anna:hunter2x@example.org/repo.git"
        counter "https://example.com:8080/a@b", "https://anna@example.org/", "mailto:anna@example.com"
      }

      detector connection_string "Password in a connection string" {
        category credential.connection_string
        pattern /(?<![\w-])(?:server|data source|host|endpoint|defaultendpointsprotocol|accountname|user id|uid|database|initial catalog)\s?=[^;\r\n"']{1,200};(?:[^;\r\n"']{1,200};){0,10}\s?(?:password|pwd|accountkey|sharedaccesskey|sharedsecretvalue)\s?=[^;\s"']{3,200}/i
        near ["connection string", "connectionstring"] within 40
        named ["connection_string", "connectionstring", "dsn", "database_url"]
        confidence 0.96, near 0.98, named 0.98
        example "Server=db.example.com;Database=main;User Id=app;Password=s3cr3tPa55;"
        counter "Server=db.example.com;Database=main;", "host=db.example.com"
      }

      detector basic_authorization "Basic authorization header" {
        category credential.password
        pattern /(?<![\w-])authorization["']?\s?[:=]\s?["']?basic\s[A-Za-z0-9+\/]{6,400}={0,2}(?![A-Za-z0-9+\/=])/i
        near [] within 40
        named ["authorization", "auth"]
        confidence 0.95, near 0.97, named 0.97
        example "Authorization: Basic YWxhZGRpbjpvcGVuc2VzYW1l"
        counter "Authorization: Basic", "Authorization required"
      }

      detector bearer_token "Bearer token" {
        category credential.token
        pattern /(?<![\w-])bearer\s[A-Za-z0-9._~+\/-]{16,2000}={0,2}(?![A-Za-z0-9._~+\/=-])/i
        validate mixed
        exclude json_web_token
        near [] within 40
        named ["authorization", "auth", "token"]
        confidence 0.9, near 0.97, named 0.97
        example "Authorization: Bearer 0a1B2c3D4e5F6g7H8i9J"
        counter "bearer authentication", "the bearer of this letter is anna"
      }

      detector password_assignment "Password or secret assigned to a name" {
        category credential.password
        pattern /(?<![A-Za-z])(?:password|passwd|passwort|passphrase|pwd|contraseña|mot de passe|client_secret|clientsecret|secret_key|api_key|apikey|api-key|access_token|auth_token|secret|db_pass|passcode)["']?(?:\s?[=:]{1,2}>?\s?|\sis:?\s|\sist\s)["']?[^\s"'<>;,&|(){}\[\]]{4,128}(?![^\s"'<>;,&|)}\]])/i
        validate assigned_secret
        near ["credentials", "credential"] within 60
        named ["password", "passwd", "pwd", "secret", "credentials"]
        confidence 0.85, near 0.93, named 0.93
        example "password=Tr0ub4dor3!", "db_pass: hunter2x", "\"secret\": \"s3cr3tPa55\""
        counter "password=changeme", "password: ********", "password=$DB_PASSWORD", "secret is safe"
      }
      """#
    ),
    (
      "policies/personal-data/southern-europe.writ",
      #"""
      module personal_southern_europe

      // Spain, Portugal, Italy, Greece, Cyprus, Turkey.

      detector es_dni "Documento Nacional de Identidad (NIF)" {
        category government.national_id
        region es
        pattern /(?<![\w.+-])(?:\d{8}|\d{2}\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z](?![\w-])/i
        validate es_nif
        near [
          "dni",
          "nif",
          "documento nacional",
          "identidad",
          "documento nacional de identidad",
          "spanish id",
          "spanish dni",
        ] within 50
        named ["dni", "nif", "documento_identidad"]
        confidence 0.8, near 0.98, named 0.98
        example "DNI 12345678Z", "12.345.678-Z"
        counter "12345678A", "DNI 12345678"
      }

      detector es_nie "Número de identidad de extranjero" {
        category government.immigration
        region es
        pattern /(?<![\w.+-])[XYZ][ -]?\d{7}[ -]?[A-HJ-NP-TV-Z](?![\w-])/i
        validate es_nie
        near [
          "nie",
          "extranjero",
          "número de identidad de extranjero",
          "foreigner",
          "spanish nie",
        ] within 50
        named ["nie", "numero_extranjero"]
        confidence 0.9, near 0.98, named 0.98
        example "NIE X1234567L", "X-1234567-L"
        counter "X1234567M", "W1234567L"
      }

      detector es_company_id "Código de identificación fiscal (CIF)" {
        category government.business_id
        region es
        pattern /(?<![\w.+-])[ABCDEFGHJNPQRSUVW][ -]?\d{7}[ -]?[0-9A-J](?![\w-])/
        validate es_cif
        near ["cif", "nif", "código de identificación fiscal"] within 50
        named ["cif", "nif", "company_id"]
        confidence 0.52, near 0.96, named 0.97
        example "CIF A58818501", "P2807900B del CIF"
        counter "CIF A58818502", "P28079002"
      }

      detector es_social_security "Número de la Seguridad Social" {
        category government.social_security
        region es
        pattern /(?<![\w.+-])\d{2}[ \/-]?\d{8}[ \/-]?\d{2}(?![\w-])/
        validate es_ss
        exclude date_number
        near [
          "seguridad social",
          "nss",
          "naf",
          "número de la seguridad social",
          "afiliación",
          "número de afiliación",
          "social security",
        ] within 50
        named ["seguridad_social", "nss", "naf"]
        confidence 0.55, near 0.97, named 0.97
        example "NSS 28/12345678/40", "281234567840"
        counter "28/12345678/41", "99/12345678/40"
      }

      detector pt_nif "Número de identificação fiscal" {
        category government.tax_id
        region pt
        pattern /(?<![\w.+-])(?:PT ?)?[1-35-9]\d{2} ?\d{3} ?\d{3}(?![\w-])/
        validate pt_nif
        near [
          "nif",
          "contribuinte",
          "número de identificação fiscal",
          "número de contribuinte",
          "nipc",
          "identificação fiscal",
          "portuguese tax",
          "portuguese nif",
          "tax number",
          "tax id",
        ] within 50
        named ["nif", "contribuinte", "nipc", "numero_contribuinte"]
        confidence 0.12, near 0.95, named 0.96
        example "NIF 501964843", "contribuinte 501 964 843"
        counter "501964843", "NIF 501964842"
      }

      detector pt_citizen_card "Cartão de Cidadão" {
        category government.national_id
        region pt
        pattern /(?<![\w-])\d{8} ?\d ?[A-Z0-9]{2}\d(?![\w-])/
        validate pt_cc
        near [
          "cartão de cidadão",
          "cartao de cidadao",
          "cc",
          "citizen card",
          "bilhete de identidade",
        ] within 50
        named ["cartao_cidadao", "citizen_card", "cc_number"]
        confidence 0.75, near 0.97, named 0.97
        example "Cartão de Cidadão 00000000 0 ZZ4"
        counter "00000000 0 ZZ5", "000000000000"
      }

      detector it_fiscal_code "Codice fiscale" {
        category government.tax_id
        region it
        pattern /(?<![\w-])[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z](?![\w-])|(?<![\w-])[A-Z]{3} [A-Z]{3} [0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2} [A-Z][0-9LMNP-V]{3}[A-Z](?![\w-])/
        validate it_codice_fiscale
        near ["codice fiscale", "cf", "c.f", "cod. fisc", "fiscal code", "italian fiscal code"] within 50
        named ["codice_fiscale", "cf", "fiscal_code", "codicefiscale"]
        confidence 0.97, near 0.99, named 0.99
        example "RSSMRA85T10A562S", "CF: RSS MRA 85T10 A562S", "RSSMRA85T10A56NH"
        counter "RSSMRA85T10A562T", "RSSMRA85Z10A562S"
      }

      detector it_vat "Partita IVA" {
        category government.vat_id
        region it
        pattern /(?<![\w.+-])\d{11}(?![\w-])/
        validate it_partita_iva
        near ["partita iva", "p.iva", "p. iva", "piva", "p iva", "iva", "vat", "italian vat"] within 50
        named ["partita_iva", "piva", "vat", "vat_number"]
        confidence 0.58, near 0.97, named 0.97
        example "Partita IVA 00743110157"
        counter "Partita IVA 00743110158", "v00743110157"
      }

      detector gr_amka "AMKA" {
        category government.social_security
        region gr
        pattern /(?<![\w.+-])[0-3]\d[01]\d{8}(?![\w-])/
        validate gr_amka
        near ["amka", "αμκα", "α.μ.κ.α", "social security", "greek social security"] within 50
        named ["amka"]
        confidence 0.74, near 0.97, named 0.97
        example "AMKA 01013099997", "01013099997"
        counter "01013099998", "32013099997"
      }

      detector gr_tax_id "Αριθμός φορολογικού μητρώου (AFM)" {
        category government.tax_id
        region gr
        pattern /(?<![\w.+-])(?:EL ?)?\d{9}(?![\w-])/
        validate gr_afm
        near ["afm", "αφμ", "α.φ.μ", "greek tax", "tax id", "tin"] within 50
        named ["afm", "tax_id", "vat"]
        confidence 0.1, near 0.93, named 0.94
        example "AFM 094259216"
        counter "094259216", "AFM 094259217"
      }

      detector cy_tax_id "Tax identification code of Cyprus" {
        category government.tax_id
        region cy
        pattern /(?<![\w-])\d{8}[A-Z](?![\w-])/
        validate cy_tin
        near ["tic", "cyprus", "cypriot", "tax identification", "tin", "tax id", "tax number"] within 50
        named ["tic", "tin", "tax_id"]
        confidence 0.55, near 0.94, named 0.95
        example "TIC 10259033P"
        counter "TIC 10259033Z", "v10259033P"
      }

      detector tr_national_id "T.C. Kimlik Numarası" {
        category government.national_id
        region tr
        pattern /(?<![\w.+-])[1-9]\d{10}(?![\w-])/
        validate tr_tckn
        near [
          "tckn",
          "t.c. kimlik",
          "tc kimlik",
          "kimlik",
          "kimlik no",
          "kimlik numarası",
          "tc no",
          "turkish id",
          "turkish identity",
          "national id",
          "turkish national id",
        ] within 50
        named ["tckn", "tc_kimlik", "kimlik_no", "tc_no"]
        confidence 0.75, near 0.98, named 0.98
        example "T.C. Kimlik No 10000000146", "10000000146"
        counter "10000000147", "00000000146"
      }
      """#
    ),
    (
      "policies/personal-data/western-europe.writ",
      #"""
      module personal_western_europe

      // France, Belgium, the Netherlands, Luxembourg.

      detector fr_social_security "Numéro de sécurité sociale (NIR)" {
        category government.social_security
        region fr
        pattern /(?<![\w.+-])[1-478](?:\d{4}(?:\d{2}|2[AB])\d{8}| ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2})(?![\w-])/i
        validate fr_nir
        near [
          "nir",
          "sécurité sociale",
          "numéro de sécurité sociale",
          "insee",
          "securite sociale",
          "n° de sécurité sociale",
          "carte vitale",
          "social security",
          "french social security",
        ] within 50
        named ["nir", "insee", "securite_sociale", "numero_securite_sociale", "secu"]
        confidence 0.93, near 0.99, named 0.99
        example "2 55 08 14 168 025 38", "NIR 255081416802538", "185052A00400379"
        counter "255081416802539", "955081416802538"
      }

      detector fr_siren "SIREN d'une entreprise" {
        category government.business_id
        region fr
        pattern /(?<![\w.+-])\d{3} ?\d{3} ?\d{3}(?![\w-])/
        validate fr_siren
        near ["siren", "numéro siren", "rcs", "company number", "company registration number"] within 50
        named ["siren", "numero_siren", "rcs"]
        confidence 0.1, near 0.96, named 0.97
        example "SIREN 732 829 320"
        counter "732829320", "SIREN 732 829 321"
      }

      detector fr_siret "SIRET d'un établissement" {
        category government.business_id
        region fr
        pattern /(?<![\w.+-])\d{3} ?\d{3} ?\d{3} ?\d{5}(?![\w-])/
        validate fr_siret
        exclude date_number
        near ["siret", "numéro siret", "établissement"] within 50
        named ["siret", "numero_siret"]
        confidence 0.6, near 0.98, named 0.98
        example "SIRET 732 829 320 00074"
        counter "732 829 320 00075"
      }

      detector fr_id_card "Numéro de carte nationale d'identité" {
        category government.national_id
        region fr
        pattern /(?<![\w.+-])(?:\d{12}|[A-Z0-9]{9})(?![\w-])/
        validate not_uniform
        near [
          "cni",
          "carte nationale d'identité",
          "carte d'identité",
          "carte d'identite",
          "french id card",
          "french identity card",
        ] within 40
        named ["cni", "carte_identite", "carte_nationale_identite"]
        confidence 0.004, near 0.9, named 0.93
        example "CNI 880692310285", "carte d'identité X4RTBPFW4"
        counter "880692310285"
      }

      detector nl_bsn "Burgerservicenummer" {
        category government.national_id
        region nl
        pattern /(?<![\w.+-])(?:\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\w-])/
        validate nl_bsn
        near [
          "bsn",
          "burgerservicenummer",
          "burger service nummer",
          "sofinummer",
          "sofi",
          "sofi-nummer",
          "citizen service number",
          "dutch bsn",
          "dutch citizen number",
          "citizen number",
          "social security number",
        ] within 50
        named ["bsn", "burgerservicenummer", "sofinummer"]
        confidence 0.12, near 0.96, named 0.97
        example "BSN 111222333", "burgerservicenummer: 1112.22.333"
        counter "111222333", "BSN 111222334"
      }

      detector be_national_number "Rijksregisternummer" {
        category government.national_id
        region be
        pattern /(?<![\w.+-])\d{2}(?:\.\d{2}\.\d{2}[- ]\d{3}[. -]|\.?\d{2}\.?\d{2}[ -]?\d{3}[ .-]?)\d{2}(?![\w-])/
        validate be_nn
        near [
          "rijksregisternummer",
          "rijksregister",
          "insz",
          "niss",
          "registre national",
          "numéro national",
          "national number",
          "nrn",
          "numéro de registre national",
          "nationaal nummer",
          "belgian national number",
          "national register",
        ] within 50
        named ["rijksregisternummer", "insz", "niss", "national_number", "nrn", "rrn"]
        confidence 0.75, near 0.98, named 0.98
        example "85.07.30-033.28", "INSZ 85073003328"
        counter "85.07.30-033.29", "85.33.30-033.28"
      }

      detector lu_national_id "Matricule national du Luxembourg" {
        category government.national_id
        region lu
        pattern /(?<![\w.+-])(?:18|19|20)\d{2}[ ]?\d{4} ?\d{3} ?\d{2}(?![\w-])/
        validate lu_nin
        near [
          "matricule",
          "matricule national",
          "luxembourg",
          "ccss",
          "numéro d'identification",
          "national id",
        ] within 50
        named ["matricule", "matricule_national", "lu_nin"]
        confidence 0.92, near 0.98, named 0.98
        example "matricule 1893 1201 057 32", "1893120105732"
        counter "1893120105733", "1893130105732"
      }
      """#
    ),
    (
      "policies/personal-data/world.writ",
      #"""
      module personal_world

      // What every country has: mail, telephones, cards, accounts, addresses of the net, devices.

      detector email_address "E-mail address" {
        category contact.email
        pattern /(?<![\w.%+-])\w[\w.%+'&-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])/
        validate email
        exclude url_credentials
        near ["email", "e-mail", "correo", "courriel"] within 40
        named ["email", "mail", "e_mail", "email_address", "mail_address"]
        confidence 0.97, near 0.99, named 0.99
        example "Write to anna.berg+news@mail.example.com today.", "from=<ops@example.org>"
        counter "logo@2x.png", "user@localhost", "a..b@example.com"
      }

      detector phone_number "Telephone number, international" {
        category contact.phone
        pattern /(?<![\w.+-])(?:\(?\+[1-9]|00[1-9]\d{0,2}[ .\/-])(?:[ .()\/-]{0,3}\d){5,14}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w-])/
        validate phone
        near [
          "phone",
          "phone number",
          "telephone",
          "telephone number",
          "tel",
          "mobile",
          "mobile number",
          "cell",
          "cellphone",
          "cell phone",
          "fax",
          "call me",
          "call us",
          "reach me",
          "reach us",
          "reach him",
          "reach her",
          "contact number",
          "whatsapp",
          "sms",
          "text me",
          "dial",
          "landline",
          "hotline",
          "telefon",
          "telefonnummer",
          "tel.-nr",
          "mobil",
          "handy",
          "handynummer",
          "rückruf",
          "téléphone",
          "tél",
          "portable",
          "teléfono",
          "móvil",
          "telefono",
          "cellulare",
          "telefone",
          "telemóvel",
          "celular",
          "telefoon",
          "mobiel",
          "puhelin",
          "telefonu",
          "telefon numarası",
          "телефон",
          "тел",
          "电话",
          "手机",
          "전화",
          "휴대폰",
          "電話",
          "携帯",
          "call him",
          "call her",
          "call back",
          "ring",
          "phone at",
          "call at",
        ] within 40
        named [
          "phone",
          "telephone",
          "tel",
          "mobile",
          "cell",
          "fax",
          "msisdn",
          "phone_number",
          "whatsapp",
          "telefon",
          "caller",
          "callee",
        ]
        confidence 0.88, near 0.97, named 0.97
        example "+49 30 901820", "Call +1 (415) 555-0132 x77", "+44 (0)20 7946 0000",
          "0033 1 99 00 12 34", "+447700900916"
        counter "+999 12 345678", "1+123456789", "v+44", "20240229-004930901820"
      }

      detector phone_number_national "Telephone number with a trunk zero" {
        category contact.phone
        pattern /(?<![\w.+\/-])\(?0[1-9](?:[ .)\/-]{0,2}\d){6,12}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w:-])/
        validate length(9, 14)
        exclude date_number
        near [
          "phone",
          "phone number",
          "telephone",
          "telephone number",
          "tel",
          "mobile",
          "mobile number",
          "cell",
          "cellphone",
          "cell phone",
          "fax",
          "call me",
          "call us",
          "reach me",
          "reach us",
          "reach him",
          "reach her",
          "contact number",
          "whatsapp",
          "sms",
          "text me",
          "dial",
          "landline",
          "hotline",
          "telefon",
          "telefonnummer",
          "tel.-nr",
          "mobil",
          "handy",
          "handynummer",
          "rückruf",
          "téléphone",
          "tél",
          "portable",
          "teléfono",
          "móvil",
          "telefono",
          "cellulare",
          "telefone",
          "telemóvel",
          "celular",
          "telefoon",
          "mobiel",
          "puhelin",
          "telefonu",
          "telefon numarası",
          "телефон",
          "тел",
          "电话",
          "手机",
          "전화",
          "휴대폰",
          "電話",
          "携帯",
          "call him",
          "call her",
          "call back",
          "ring",
          "phone at",
          "call at",
        ] within 40
        named [
          "phone",
          "telephone",
          "tel",
          "mobile",
          "cell",
          "fax",
          "msisdn",
          "phone_number",
          "whatsapp",
          "telefon",
        ]
        confidence 0.2, near 0.9, named 0.95
        example "Tel. 030 901820-0", "call 020 7946 0000", "01 99 00 12 34", "mobile 07700900123"
        counter "01/02/2024", "01.02.2024 12:30", "build 0123456789"
      }

      detector phone_number_nanp "Telephone number of North America" {
        category contact.phone
        region us, ca
        pattern /(?<![\w.+\/-])(?<!\d[ .-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w-])/
        validate phone_nanp
        near [
          "phone",
          "phone number",
          "telephone",
          "telephone number",
          "tel",
          "mobile",
          "mobile number",
          "cell",
          "cellphone",
          "cell phone",
          "fax",
          "call me",
          "call us",
          "reach me",
          "reach us",
          "reach him",
          "reach her",
          "contact number",
          "whatsapp",
          "sms",
          "text me",
          "dial",
          "landline",
          "hotline",
          "telefon",
          "telefonnummer",
          "tel.-nr",
          "mobil",
          "handy",
          "handynummer",
          "rückruf",
          "téléphone",
          "tél",
          "portable",
          "teléfono",
          "móvil",
          "telefono",
          "cellulare",
          "telefone",
          "telemóvel",
          "celular",
          "telefoon",
          "mobiel",
          "puhelin",
          "telefonu",
          "telefon numarası",
          "телефон",
          "тел",
          "电话",
          "手机",
          "전화",
          "휴대폰",
          "電話",
          "携帯",
          "call him",
          "call her",
          "call back",
          "ring",
          "phone at",
          "call at",
        ] within 40
        named ["phone", "telephone", "tel", "mobile", "cell", "fax", "phone_number", "whatsapp"]
        confidence 0.25, near 0.95, named 0.96
        example "(415) 555-0132", "415.555.0132 x77", "1-415-555-0132"
        counter "115-555-0132", "(415) 055-0132", "4155550132"
      }

      detector phone_number_local "Telephone number without trunk or country" {
        category contact.phone
        pattern /(?<![\w.+\/-])(?<!\d[ )-])(?:\([1-9]\d{1,4}\) ?\d|[1-9])(?:[ .-]?\d){5,13}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w:-])/
        validate length(7, 15)
        near [
          "phone",
          "phone number",
          "telephone",
          "telephone number",
          "tel",
          "mobile",
          "mobile number",
          "cell",
          "cellphone",
          "cell phone",
          "fax",
          "call me",
          "call us",
          "reach me",
          "reach us",
          "reach him",
          "reach her",
          "contact number",
          "whatsapp",
          "sms",
          "text me",
          "dial",
          "landline",
          "hotline",
          "telefon",
          "telefonnummer",
          "tel.-nr",
          "mobil",
          "handy",
          "handynummer",
          "rückruf",
          "téléphone",
          "tél",
          "portable",
          "teléfono",
          "móvil",
          "telefono",
          "cellulare",
          "telefone",
          "telemóvel",
          "celular",
          "telefoon",
          "mobiel",
          "puhelin",
          "telefonu",
          "telefon numarası",
          "телефон",
          "тел",
          "电话",
          "手机",
          "전화",
          "휴대폰",
          "電話",
          "携帯",
          "call him",
          "call her",
          "call back",
          "ring",
          "phone at",
          "call at",
        ] within 40
        named [
          "phone",
          "telephone",
          "tel",
          "mobile",
          "cell",
          "fax",
          "msisdn",
          "phone_number",
          "whatsapp",
          "telefon",
        ]
        confidence 0.02, near 0.8, named 0.93
        example "phone: 612 34 56 78", "Tel 98765 43210", "mobile (11) 91234-5678"
        counter "612 34 56 78", "9876543210"
      }

      detector payment_card "Payment card number" {
        category financial.card
        pattern /(?<![\w.+-])(?:[2-6]\d{3}[ -]\d{4}[ -]\d{4}[ -]\d{4}|(?:5[0678]|6\d)\d{2}[ -]\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{3}|(?:5[0678]|6\d)\d{2}[ -]\d{4}[ -]\d{4}|(?:3[47]\d{2}|1800|2131)[ -]\d{6}[ -]\d{5}|3[0689]\d{2}[ -]\d{6}[ -]\d{4}|[2-9]\d{15}|3[47]\d{13}|(?:1800|2131)\d{11}|3[0689]\d{12}|4\d{12}|4\d{18}|(?:5[0678]|6\d)\d{10,17})(?![\w-])/
        validate luhn, card_issuer
        exclude epoch, isbn13, uniform
        near [
          "card",
          "credit card",
          "debit card",
          "card number",
          "cc",
          "pan",
          "visa",
          "mastercard",
          "master card",
          "amex",
          "american express",
          "maestro",
          "discover",
          "diners",
          "jcb",
          "unionpay",
          "kreditkarte",
          "kartennummer",
          "carte bancaire",
          "cb",
          "tarjeta",
          "carta di credito",
          "cartão",
          "kort",
          "kortnummer",
          "kaart",
          "luottokortti",
        ] within 50
        named [
          "card",
          "card_number",
          "cardnumber",
          "cc",
          "ccnum",
          "cc_number",
          "pan",
          "credit_card",
          "creditcard",
          "debit_card",
          "kreditkarte",
        ]
        confidence 0.65, near 0.97, named 0.97
        example "4111 1111 1111 1111", "378282246310005", "2223003122003222", "card 5018 0000 0009",
          "pan=6759000000000000005"
        counter "4111 1111 1111 1112", "1700000000000000", "v4111111111111111", "9999999999999999"
      }

      detector card_track "Magnetic stripe of a payment card" {
        category financial.card.track
        pattern /%B\d{12,19}\^[^^\r\n]{2,26}\^\d{4}[^?\r\n]{0,60}\?|;\d{12,19}=\d{4}\d{3}\d{0,20}\?/
        near ["track", "track1", "track2", "magstripe", "swipe"] within 40
        named ["track", "track1", "track2", "track_data", "magstripe"]
        confidence 0.95, near 0.99, named 0.99
        example "%B4111111111111111^BERG/ANNA^29121010000000000000?",
          ";4111111111111111=29121010000000000?"
        counter ";12345=2912?", "%B41^A^29?"
      }

      detector card_security_code "Security code of a payment card" {
        category financial.card.code
        pattern /(?<![\w.,:\/$+-])\d{3,4}(?![\w\/:%-]|[.,]\d)/
        near [
          "cvv",
          "cvc",
          "cvv2",
          "cvc2",
          "cid",
          "csc",
          "security code",
          "card verification",
          "prüfziffer",
          "kartenprüfnummer",
          "cryptogramme",
        ] within 12
        named ["cvv", "cvc", "cvv2", "cvc2", "csc", "security_code", "card_code"]
        confidence 0.001, near 0.9, named 0.95
        example "CVV: 123", "cvc 9876"
        counter "room 123", "cvv: 12345"
      }

      detector iban "International bank account number" {
        category financial.iban
        pattern /(?<![\w.-])(?:[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?|[a-z]{2}\d{2}[a-z0-9]{11,30}|[a-z]{2}\d{2}(?: \d{4}){2,7}(?: \d{1,3})?)(?![\w-])/
        validate iban
        near [
          "iban",
          "account",
          "bank account",
          "konto",
          "kontonummer",
          "compte",
          "cuenta",
          "conto",
          "rekening",
          "conta",
        ] within 50
        named ["iban", "account", "bank_account", "konto", "account_number"]
        confidence 0.97, near 0.99, named 0.99
        example "GB82 WEST 1234 5698 7654 32", "iban=DE89370400440532013000", "BE68539007547034"
        counter "GB82 WEST 1234 5698 7654 33", "DE8937040044053201300", "ZZ89370400440532013000"
      }

      detector bank_identifier "BIC of a bank (SWIFT code)" {
        category financial.bank
        pattern /(?<![\w.-])[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![\w-])/
        validate bic
        near [
          "bic",
          "swift",
          "swift code",
          "bic code",
          "swift/bic",
          "bic/swift",
          "bank identifier",
        ] within 40
        named ["bic", "swift", "swift_code", "bic_code"]
        confidence 0.02, near 0.95, named 0.96
        example "BIC: DEUTDEFF500", "SWIFT code NEDSZAJJ"
        counter "STANDARD", "BIC: DEUTXXFF"
      }

      detector bank_account "Bank account number" {
        category financial.account
        pattern /(?<![\w.+-])\d(?:[ -]?\d){6,16}(?![\w-])/
        validate not_uniform
        near [
          "account number",
          "bank account",
          "account no",
          "acct",
          "acct no",
          "account #",
          "checking account",
          "savings account",
          "kontonummer",
          "kontonr",
          "konto",
          "numéro de compte",
          "número de cuenta",
          "numero di conto",
          "rekeningnummer",
          "a/c",
        ] within 30
        named ["account_number", "bank_account", "acct", "accountnumber", "konto", "kontonummer"]
        confidence 0.01, near 0.82, named 0.85
        example "account number 000123456789", "acct 12345678"
        counter "000123456789", "account number 0000000000"
      }

      detector ipv4_address "IPv4 address" {
        category online.ip_address
        pattern /(?<![\w.\/-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/
        validate ipv4
        near ["ip", "ip address", "ipv4"] within 40
        named [
          "ip",
          "ip_address",
          "ipaddr",
          "addr",
          "remote_addr",
          "client_ip",
          "src",
          "dst",
          "host",
          "peer",
          "x_forwarded_for",
        ]
        confidence 0.75, near 0.95, named 0.97
        example "192.0.2.17", "client=198.51.100.200:443"
        counter "192.0.2.256", "v1.2.3.4", "1.2.3.4.5", "192.0.2.01"
      }

      detector ipv6_address "IPv6 address" {
        category online.ip_address
        pattern /(?<![\w:.])[0-9A-Fa-f]{1,4}:(?:[0-9A-Fa-f]{0,4}:){1,7}(?:[0-9A-Fa-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})?(?![\w:]|\.\w)|(?<![\w:.])::(?:[0-9A-Fa-f]{1,4}:){1,6}(?:[0-9A-Fa-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})(?![\w:]|\.\w)/
        validate ipv6
        near ["ip", "ip address", "ipv6"] within 40
        named ["ip", "ipv6", "ip_address", "addr", "remote_addr", "client_ip", "src", "dst", "host"]
        confidence 0.9, near 0.97, named 0.98
        example "2001:db8::8a2e:370:7334", "fe80:0:0:0:204:61ff:fe9d:f156", "::ffff:192.0.2.128"
        counter "12:30:45", "std::vector", "2001:db8::1::2"
      }

      detector mac_address "Hardware address (MAC)" {
        category online.mac_address
        pattern /(?<![\w:.-])(?:[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})(?![\w:-]|\.\w)/
        validate mac
        near ["mac", "mac address", "hwaddr", "bssid", "hardware address", "physical address"] within 40
        named ["mac", "mac_address", "hwaddr", "ether", "bssid"]
        confidence 0.93, near 0.98, named 0.98
        example "00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "001a.2b3c.4d5e"
        counter "00:00:00:00:00:00", "00:1A:2B:3C:4D", "00:1A:2B:3C:4D:5E:6F", "00:1A-2B:3C-4D:5E"
      }

      detector web_address "Web address (URL)" {
        category online.url
        pattern /(?<![\w.-])(?:(?:https?|ftp):\/\/[^\s<>"'`|]{3,1023}[^\s<>"'`|.,;:!?)\]]|www\.[A-Za-z0-9][A-Za-z0-9.-]{1,250}\.[A-Za-z]{2,24}(?:[\/?#](?:[^\s<>"'`|]{0,1023}[^\s<>"'`|.,;:!?)\]])?)?)/i
        near ["url", "website", "web site", "homepage"] within 40
        named ["url", "website", "link", "homepage", "referer", "referrer"]
        confidence 0.8, near 0.95, named 0.95
        example "https://www.example.com/people/anna?id=7", "see www.example.org"
        counter "http://", "www.", "httpsx//example"
      }

      detector domain_name "Domain name" {
        category online.domain
        pattern /(?<![\w.@\/-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,5}[A-Za-z]{2,24}(?![\w-]|\.\w|\()/
        validate domain
        exclude email_address, web_address
        near ["domain", "domain name", "website", "web site", "homepage"] within 30
        named ["domain", "website"]
        confidence 0.1, near 0.85, named 0.9
        example "domain: anna-berg.example.com", "website example.org"
        counter "main.swiftx", "example.com", "domain: config.yaml"
      }

      detector bitcoin_address "Bitcoin address" {
        category financial.crypto
        pattern /(?<!\w)(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[ac-hj-np-z02-9]{11,71}|BC1[AC-HJ-NP-Z02-9]{11,71})(?!\w)/
        validate bitcoin_address
        near ["bitcoin", "btc", "wallet", "crypto"] within 50
        named ["bitcoin", "btc", "btc_address", "wallet"]
        confidence 0.98, near 0.99, named 0.99
        example "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
        counter "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfE", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"
      }

      detector ethereum_address "Ethereum address" {
        category financial.crypto
        pattern /(?<!\w)0x[0-9A-Fa-f]{40}(?!\w)/
        validate eip55
        near ["ethereum", "eth", "wallet", "ether", "erc20", "crypto"] within 50
        named ["ethereum", "eth", "eth_address", "wallet"]
        confidence 0.85, near 0.98, named 0.98
        example "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xde709f2102306220921060314715629080e2fb77"
        counter "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe"
      }

      detector imei "Equipment number of a phone (IMEI)" {
        category device.imei
        pattern /(?<![\w.+-])(?:\d{15}|\d{2}[ -]\d{6}[ -]\d{6}[ -]\d)(?![\w-])/
        validate imei
        near ["imei", "handset", "imei number"] within 40
        named ["imei", "device_id", "imei_number"]
        confidence 0.55, near 0.97, named 0.97
        example "IMEI 49-015420-323751-8", "490154203237518"
        counter "490154203237519", "1234567890123456"
      }

      detector imsi "Subscriber number of a SIM (IMSI)" {
        category device.imsi
        pattern /(?<![\w.+-])\d{14,15}(?![\w-])/
        validate imsi
        near ["imsi", "subscriber identity"] within 40
        named ["imsi", "subscriber_id"]
        confidence 0.05, near 0.94, named 0.95
        example "IMSI: 262011234567890"
        counter "262011234567890", "IMSI: 999011234567890"
      }

      detector iccid "Number of a SIM card (ICCID)" {
        category device.iccid
        pattern /(?<![\w.+-])89\d{2}(?:[ -]?\d{4}){3}[ -]?\d{3,4}(?![\w-])/
        validate iccid
        near ["iccid", "sim", "sim card", "esim"] within 40
        named ["iccid", "sim", "sim_number"]
        confidence 0.85, near 0.98, named 0.98
        example "8991101200003204514", "ICCID 8991 1012 0000 3204 514"
        counter "8991101200003204511", "7991101200003204514"
      }

      detector vin "Vehicle identification number" {
        category vehicle.vin
        pattern /(?<![\w-])[A-HJ-NPR-Z0-9]{11,13}\d{4,6}(?![\w-])/
        validate vin, length(17)
        near [
          "vin",
          "vehicle",
          "chassis",
          "vehicle identification",
          "fahrgestellnummer",
          "fin",
          "numéro de châssis",
          "bastidor",
          "telaio",
        ] within 50
        named ["vin", "vehicle_id", "chassis", "vin_number"]
        confidence 0.75, near 0.97, named 0.97
        example "1M8GDM9AXKP042788", "VIN: WVWZZZ1JZXW000001"
        counter "1M8GDM9A1KP042788", "1M8GDM9AXKP0427881"
      }

      detector license_plate "License plate of a vehicle" {
        category vehicle.plate
        pattern /(?<![\w.-])(?:[A-Z]{1,3}[ -]?[A-Z]{0,2}[ -]?\d{1,4}[A-Z]{0,3}|\d{1,4}[ -]?[A-Z]{1,3}[ -]?\d{0,4}|[A-Z]{2}\d{2}[ -]?[A-Z]{3})(?![\w-])/
        near [
          "license plate",
          "licence plate",
          "number plate",
          "plate number",
          "plate",
          "registration number",
          "kennzeichen",
          "nummernschild",
          "plaque d'immatriculation",
          "immatriculation",
          "matrícula",
          "targa",
          "kenteken",
        ] within 25
        named ["license_plate", "plate", "plate_number", "kennzeichen", "registration_plate"]
        confidence 0.005, near 0.85, named 0.9
        example "license plate ABC 1234", "Kennzeichen B-AB 1234", "plate AB12 CDE"
        counter "ABC 1234", "model B-AB 1234"
      }

      detector lei "Legal entity identifier" {
        category organization.id
        pattern /(?<![\w-])[0-9A-Z]{18}\d{2}(?![\w-])/
        validate lei
        near ["lei", "legal entity", "legal entity identifier"] within 50
        named ["lei", "lei_code", "legal_entity"]
        confidence 0.8, near 0.98, named 0.98
        example "5493001KJTIIGC8Y1R12"
        counter "5493001KJTIIGC8Y1R13", "12345678901234567890"
      }

      detector isin "Securities number (ISIN)" {
        category financial.security
        pattern /(?<![\w-])[A-Z]{2}[0-9A-Z]{9}\d(?![\w-])/
        validate isin
        near ["isin", "securities", "bond", "wertpapier"] within 50
        named ["isin", "security_id"]
        confidence 0.65, near 0.97, named 0.97
        example "US0378331005", "ISIN: GB0002634946"
        counter "US0378331006", "ZZ0378331005", "ABCDEFGHIJK1"
      }

      detector coordinates "Latitude and longitude" {
        category location.coordinates
        pattern /(?<![\w.])[+-]?\d{1,2}\.\d{4,10}°? ?[NS]?, ?[+-]?\d{1,3}\.\d{4,10}°?(?: ?[EW])?(?!\w|\.\d)/
        validate coordinates
        near [
          "gps",
          "location",
          "coordinates",
          "position",
          "lat",
          "latitude",
          "latlon",
          "geo",
          "koordinaten",
        ] within 50
        named ["gps", "location", "coordinates", "latlon", "latlng", "geo", "position"]
        confidence 0.85, near 0.97, named 0.97
        example "48.85837, 2.29448", "-33.8568,151.2153"
        counter "91.12345, 2.29448", "48.8, 2.2", "1.2345, 999.1234"
      }

      detector birth_date "Date of birth" {
        category person.birth_date
        pattern /(?<![\w.\/-])(?:\d{4}[\/.-]\d{1,2}[\/.-]\d{1,2}|\d{1,2}[\/. -]{1,2}\d{1,2}[\/. -]{1,2}\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)?[ .-]{1,2}(?:de )?[A-Za-z\x{C0}-\x{17F}]{3,10}(?: de)?[ ,.-]{1,2}\d{4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:19|20)\d{6})(?![\w-])/
        validate birth_date
        near [
          "born",
          "born on",
          "dob",
          "d.o.b",
          "date of birth",
          "birth date",
          "birthdate",
          "birthday",
          "birth",
          "geboren",
          "geburtsdatum",
          "geb",
          "né le",
          "née le",
          "date de naissance",
          "nacimiento",
          "fecha de nacimiento",
          "nacido",
          "nacida",
          "nascita",
          "data di nascita",
          "nato",
          "nata",
          "nascimento",
          "data de nascimento",
          "geboortedatum",
          "född",
          "født",
          "syntymäaika",
          "data urodzenia",
          "datum narození",
          "születési",
          "data nașterii",
          "дата рождения",
          "doğum tarihi",
          "出生日期",
          "出生",
          "生年月日",
          "생년월일",
        ] within 30
        named [
          "dob",
          "birth_date",
          "birthdate",
          "date_of_birth",
          "birthday",
          "born",
          "geburtsdatum",
          "date_naissance",
          "fecha_nacimiento",
          "data_nascita",
        ]
        confidence 0.02, near 0.94, named 0.95
        example "born 12 March 1985", "DOB: 1985-03-12", "Geburtsdatum 12.03.1985",
          "birth_date=03/12/1985"
        counter "shipped 1985-03-12", "born 31/02/1985", "due March 12, 2019"
      }

      detector travel_document_zone "Machine-readable zone of a travel document" {
        category government.travel_document
        pattern /(?<![A-Z0-9<])(?:[PV][A-Z<][A-Z<]{3}[A-Z<]{39}\r?\n[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[0-9<]\d|[ACI][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{25}\r?\n\d{7}[MFX<]\d{7}[A-Z<]{3}[A-Z0-9<]{11}\d\r?\n[A-Z<]{30}|[ACI][A-Z<][A-Z<]{3}[A-Z<]{31}\r?\n[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{7}\d|[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[0-9<]\d)(?![A-Z0-9<])/
        validate mrz
        near ["mrz", "passport", "machine readable", "machine-readable zone", "travel document"] within 60
        named ["mrz", "passport_mrz"]
        confidence 0.99, near 0.99, named 0.99
        example "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
        counter "L898902C36UTO7408122F1204159ZE184226B<<<<<11",
          "L898902C36UTO7408122F1204159ZE184226B<<<<<1"
      }

      detector passport_number "Passport number" {
        category government.passport
        pattern /(?<![\w.-])(?:[A-Z]{1,3} ?\d{5,8}[A-Z]?|\d{2} ?[A-Z]{2} ?\d{5}|\d{7,9}|[A-Z]\d{2}[A-Z0-9]{6})(?![\w-])/
        validate not_uniform
        near [
          "passport",
          "passport no",
          "passport number",
          "reisepass",
          "passnummer",
          "pass-nr",
          "passeport",
          "pasaporte",
          "passaporto",
          "passaporte",
          "paspoort",
          "paszport",
          "cestovní pas",
          "útlevél",
          "pașaport",
          "паспорт",
          "pasaport",
          "护照",
          "护照号",
          "旅券",
          "パスポート",
          "여권",
        ] within 30
        named [
          "passport",
          "passport_no",
          "passport_number",
          "reisepass",
          "passnummer",
          "passeport",
          "pasaporte",
        ]
        confidence 0.005, near 0.8, named 0.88
        example "passport number XY12345", "Passport: 1234567", "passeport 12AB34567"
        counter "X12345678", "part number AB1234567"
      }

      detector driver_license "Driver's license number" {
        category government.driver_license
        pattern /(?<![\w.-])(?:[A-Z]{1,2}[ -]?\d{3}(?:[ -]?\d{2,4}){1,3}|[A-Z]{1,3}\d{5,13}[A-Z]?|\d{7,10}|[A-Z]\d{2}[A-Z0-9]{4,9}|[A-Z]{3,5}\d{6}[A-Z0-9]{3,5})(?![\w-])/
        validate not_uniform
        near [
          "driver license",
          "driver's license",
          "drivers license",
          "driver licence",
          "driving license",
          "driving licence",
          "driver's licence",
          "dl",
          "dl no",
          "dl number",
          "license number",
          "licence number",
          "führerschein",
          "führerscheinnummer",
          "permis de conduire",
          "permis",
          "licencia de conducir",
          "permiso de conducir",
          "patente",
          "patente di guida",
          "carta de condução",
          "rijbewijs",
          "körkort",
          "prawo jazdy",
        ] within 35
        named [
          "driver_license",
          "drivers_license",
          "driving_licence",
          "dl_number",
          "license_number",
          "licence_number",
          "dln",
          "fuehrerschein",
        ]
        confidence 0.005, near 0.85, named 0.92
        example "driver's license D1234567", "DL no: 12345678", "Driver License: F255-9215-0094"
        counter "D1234567", "software license 12345678x"
      }

      detector medical_record_number "Medical record number" {
        category health.record
        pattern /(?<![\w.-])(?:[A-Z]{0,3}-?\d{5,12})(?![\w-])/
        validate not_uniform
        near [
          "mrn",
          "medical record",
          "medical record number",
          "patient id",
          "patient number",
          "hospital number",
          "patientennummer",
          "fallnummer",
        ] within 30
        named ["mrn", "medical_record", "medical_record_number", "patient_id", "patient_number"]
        confidence 0.005, near 0.88, named 0.93
        example "MRN: 00123456", "patient id P-1234567"
        counter "00123456", "ticket P-1234567"
      }
      """#
    ),
  ]
}
