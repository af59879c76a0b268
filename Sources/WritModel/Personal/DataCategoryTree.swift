/// The categories of personal data and secrets that the language knows, each with a title and the key
/// that fideslang has for it.
///
/// Keys of fideslang are identifiers of its default taxonomy, version 3; a category finer than any of
/// them has the nearest one above.
public enum DataCategoryTree {
  public struct Node: Hashable, Sendable {
    public var category: DataCategory
    /// What people read.
    public var title: String
    /// `user.contact.email`
    public var fidesKey: String
  }

  /// Every category with those above it, by name.
  public static let nodes: [Node] = table.map { name, title, fidesKey in
    Node(category: DataCategory(name), title: title, fidesKey: fidesKey)
  }

  /// The names in order: `account`, `account.id`, …
  public static let names: [String] = table.map(\.0)

  private static let byName: [String: Node] = Dictionary(
    nodes.map { ($0.category.description, $0) }, uniquingKeysWith: { first, _ in first })

  public static func node(_ category: DataCategory) -> Node? { byName[category.description] }

  public static func contains(_ category: DataCategory) -> Bool { node(category) != nil }

  private static let table: [(String, String, String)] = [
    ("account", "Account", "user.account"),
    ("account.id", "Account id", "user.unique_id"),
    ("account.name", "Account name", "user.account.username"),
    ("account.settings", "Account settings", "user.settings"),
    ("behavior", "Behavior", "user.behavior"),
    ("behavior.browsing", "Pages and media used", "user.behavior.browsing_history"),
    ("behavior.purchases", "Purchases", "user.behavior.purchase_history"),
    ("behavior.search", "Searches", "user.behavior.search_history"),
    ("biometric", "Biometric data", "user.biometrics"),
    ("biometric.face", "Face", "user.biometrics"),
    ("biometric.fingerprint", "Fingerprint", "user.biometrics.fingerprint"),
    ("biometric.retina", "Eye", "user.biometrics.retinal"),
    ("biometric.voice", "Voice", "user.biometrics.voice"),
    ("contact", "Contact details", "user.contact"),
    ("contact.address", "Postal address", "user.contact.address"),
    ("contact.address.city", "Town or city", "user.contact.address.city"),
    ("contact.address.country", "Country", "user.contact.address.country"),
    ("contact.address.postal_code", "Postal code", "user.contact.address.postal_code"),
    ("contact.address.state", "State or province", "user.contact.address.state"),
    ("contact.address.street", "Street and house number", "user.contact.address.street"),
    ("contact.email", "E-mail address", "user.contact.email"),
    ("contact.fax", "Fax number", "user.contact.fax_number"),
    ("contact.phone", "Telephone number", "user.contact.phone_number"),
    ("contact.profile", "Profile on a social network", "user.contact.social_url"),
    ("content", "What people write and show", "user.content"),
    ("content.image", "Picture of a person", "user.content.self_image"),
    ("content.message", "Private message", "user.content.private"),
    ("credential", "Credential", "user.authorization.credentials"),
    ("credential.api_key", "API key", "user.authorization.credentials"),
    ("credential.connection_string", "Connection string", "user.authorization.credentials"),
    ("credential.password", "Password", "user.authorization.password"),
    ("credential.pin", "PIN or security code", "user.authorization.password"),
    ("credential.private_key", "Private key", "user.authorization.credentials"),
    ("credential.secret", "Shared secret", "user.authorization.credentials"),
    ("credential.token", "Access token", "user.authorization.credentials"),
    ("device", "Device", "user.device"),
    ("device.cookie", "Cookie id", "user.device.cookie_id"),
    ("device.iccid", "SIM card's number", "user.device.device_id"),
    ("device.id", "Device id", "user.device.device_id"),
    ("device.imei", "Phone's equipment number", "user.device.device_id"),
    ("device.imsi", "Subscriber number in a SIM", "user.device.device_id"),
    ("device.serial", "Serial number", "user.device.device_id"),
    ("employment", "Work", "user.professional_information"),
    ("employment.employee_id", "Staff number", "user.professional_information"),
    ("employment.employer", "Employer", "user.professional_information.workplace"),
    ("employment.job_title", "Job title", "user.professional_information.job_title"),
    ("employment.salary", "Pay", "user.financial"),
    ("financial", "Money", "user.financial"),
    ("financial.account", "Bank account", "user.financial.bank_account"),
    ("financial.balance", "Balance", "user.financial"),
    (
      "financial.bank", "Bank's code: BIC, routing number, sort code", "user.financial.bank_account"
    ),
    ("financial.card", "Payment card", "user.financial.credit_card"),
    ("financial.card.code", "Card's security code", "user.financial.credit_card"),
    ("financial.card.expiry", "Card's expiry", "user.financial.credit_card"),
    ("financial.card.track", "Card's magnetic stripe", "user.financial.credit_card"),
    ("financial.crypto", "Crypto-asset address", "user.financial"),
    ("financial.iban", "IBAN", "user.financial.bank_account"),
    ("financial.security", "Security held: ISIN", "user.financial"),
    ("financial.transaction", "Transaction", "user.financial"),
    ("government", "Number or paper from a state", "user.government_id"),
    ("government.birth_certificate", "Birth certificate", "user.government_id.birth_certificate"),
    ("government.business_id", "Business's number", "user.government_id"),
    ("government.driver_license", "Driving license", "user.government_id.drivers_license_number"),
    ("government.health_id", "Health service number", "user.health.insurance_beneficiary_id"),
    ("government.immigration", "Residence permit or visa", "user.government_id.immigration"),
    (
      "government.national_id", "National identity number",
      "user.government_id.national_identification_number"
    ),
    ("government.passport", "Passport", "user.government_id.passport_number"),
    (
      "government.social_security", "Social security number",
      "user.government_id.national_identification_number"
    ),
    ("government.tax_id", "Tax number", "user.government_id"),
    (
      "government.travel_document", "Machine-readable travel document",
      "user.government_id.passport_number"
    ),
    ("government.vat_id", "VAT number", "user.government_id"),
    ("government.voter_id", "Voter's number", "user.government_id"),
    ("health", "Health", "user.health"),
    ("health.condition", "Illness or condition", "user.health.condition"),
    ("health.diagnosis", "Diagnosis code", "user.health.medical_diagnosis"),
    ("health.genetic", "Genes", "user.health.genetic"),
    ("health.insurance", "Health insurance number", "user.health.insurance_beneficiary_id"),
    ("health.medication", "Medicine", "user.health.medications"),
    ("health.patient_id", "Patient number", "user.health.record_id"),
    ("health.practitioner", "Practitioner's number", "user.professional_information"),
    ("health.record", "Medical record number", "user.health.record_id"),
    ("health.treatment", "Treatment", "user.health.treatment"),
    ("legal", "Law", "user.criminal_history"),
    ("legal.case", "Court case", "user.criminal_history"),
    ("legal.conviction", "Conviction", "user.criminal_history"),
    ("location", "Place", "user.location"),
    ("location.coordinates", "Coordinates", "user.location"),
    ("location.trace", "Movements", "user.location"),
    ("online", "Traces online", "user.device"),
    ("online.address", "Network address", "user.device.ip_address"),
    ("online.domain", "Domain name", "user.contact.social_url"),
    ("online.ip_address", "IP address", "user.device.ip_address"),
    ("online.mac_address", "Hardware address of a network card", "user.device.device_id"),
    ("online.url", "Web address", "user.contact.social_url"),
    ("online.user_agent", "Browser and system", "user.device.telemetry"),
    ("organization", "Organization", "user.contact"),
    ("organization.id", "Organization's number: LEI, register", "user.contact"),
    ("organization.name", "Organization's name", "user.contact"),
    ("person", "Person", "user"),
    ("person.age", "Age", "user.demographic.age_range"),
    ("person.belief", "Religion or conviction", "user.demographic.religious_belief"),
    ("person.birth_date", "Date of birth", "user.demographic.date_of_birth"),
    ("person.birth_place", "Place of birth", "user.demographic"),
    ("person.child", "Data of a child", "user.children"),
    ("person.ethnicity", "Ethnic origin", "user.demographic.race_ethnicity"),
    ("person.family", "Family", "user.demographic.marital_status"),
    ("person.gender", "Gender", "user.demographic.gender"),
    ("person.id", "Pseudonym or internal number", "user.unique_id"),
    ("person.language", "Language", "user.demographic.language"),
    ("person.name", "Name", "user.name"),
    ("person.name.first", "Given name", "user.name"),
    ("person.name.last", "Family name", "user.name"),
    ("person.nationality", "Nationality", "user.demographic.citizenship_or_immigration_status"),
    ("person.orientation", "Sexual orientation", "user.demographic.sexual_orientation"),
    ("person.politics", "Political opinion", "user.demographic.political_opinion"),
    ("person.union", "Trade union membership", "user.demographic.union_membership"),
    ("vehicle", "Vehicle", "user.government_id.vehicle_registration"),
    ("vehicle.plate", "License plate", "user.government_id.vehicle_registration"),
    ("vehicle.vin", "Vehicle identification number", "user.government_id.vehicle_registration"),
  ]
}
