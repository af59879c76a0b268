/// Sentences around names and addresses, and sentences with neither, in several languages.
///
/// `{p}` full name, `{f}` first name, `{l}` last name, `{r}` last name, comma, first name,
/// `{t}` a title, `{a}` an address, `{c}` a city, `{o}` an organization, `{d}` a date.
enum Carriers {
  static let sentences: [String] = [
    "I lost my card, please send a new one to {p} at {a}.",
    "Hello, my name is {p} and I would like to close my account.",
    "Dear {f},\nthank you for your letter of {d}.\nBest regards,\n{p}",
    "Could you ask {f} whether the meeting on {d} still stands?",
    "{p} lives at {a} and works for {o}.",
    "{t} {l} was admitted on {d} with chest pain.",
    "Please change the shipping address to {a}",
    "The contract between {o} and {p} ends on {d}.",
    "{f} and {f} met in {c} last summer.",
    "{r}; born {d}; {c}",
    "Patient: {p}\nDate: {d}\nAddress: {a}",
    "I spoke with {t} {l} yesterday, and she said the refund was on its way.",
    "According to {p}, the new branch in {c} opens on {d}.",
    "{l}'s lawyer did not answer.",
    "{f}'s passport expires on {d}.",
    "How can I reach {p}? The number I have does not work.",
    "When was {p} born?",
    "We are moving to {a} next month, can you update our records?",
    "From: {p}\nTo: {p}\nSubject: Invoice for {o}",
    "Invoice to {o}, attn. {p}, {a}",
    "hi {f}, can you call me back?",
    "This is {p} from {o}, I am calling about my order.",
    "The package was signed for by {p} at {a}.",
    "Please transfer 500 USD to {p} in {c}.",
    "My neighbor {p} saw the accident on {d}.",
    "{p} (born {d}) is the sole owner of {o}.",
    "You can visit us at {a}; ask for {f}.",
    "I am {f}, what is my limit?",
    "Thanks,\n{f}",
    "Kind regards\n{p}\n{o}\n{a}",
    "Sehr geehrte Frau {l}, Ihre Bestellung geht an {a}.",
    "Herr {l} wohnt seit {d} in {c}.",
    "Bonjour, je m'appelle {p} et j'habite au {a}.",
    "Me llamo {p} y vivo en {c}.",
    "Mi chiamo {p}, abito in {a}.",
    "Mijn naam is {p} en ik woon in {c}.",
    "Nazywam się {p}, mieszkam przy {a}.",
    "Her son {f} was taken to the clinic by {p}.",
    "Witnesses named {p}, {p} and {f} {l}.",
    "Is there a branch of {o} near {a}?",
    "He married {p} in {c} in 1987.",
    "The book by {p} sold well in {c}.",
    "{p} has been appointed director of {o}.",
    "A cab for {l} to {a}, please.",
    "{p} wrote: the delivery never came.",
    "They interviewed {p} about the merger with {o}.",
    "Our tenant {p} moved out on {d}.",
    "Tell {f} that I will be late.",
    "Is {p} on the list?",
    "Bill to: {p}, {a}",
  ]

  /// No person and no address in them.
  static let clean: [String] = [
    "What is the interest rate of the Platinum Card?",
    "The meeting in {c} was moved from Monday to {d}.",
    "{o} opened a new office in {c}.",
    "Please Confirm Your Email Address", "Terms And Conditions Of Use",
    "Where Is My Refund?", "ERROR Failed to open Socket in Thread Pool 12",
    "2024-05-01 12:00:03 INFO UserService Started 3 Workers on Node 7",
    "We moved from Windows Server to Red Hat Enterprise Linux in March.",
    "The United Nations met in {c}.", "Flights to {c} are late due to Storm Warnings.",
    "Microsoft Teams and Google Drive are down.", "I want to speak English, not French.",
    "My Visa card does not work in {c} on Sundays.", "{c}, {d}",
    "Section 4 Liability And Warranty", "Version 12 Build 3491",
    "Merry Christmas and a Happy New Year!", "Why was my Credit Card Declined?",
    "The Health Insurance of {o} covers Dental Care.", "Order 4471 shipped on {d} to {c}.",
    "Room 12 on Floor 3 is free at 10 in the Morning.",
    "struct UserName { let firstName: String }", "GET /api/Users/List HTTP/1.1",
    "Das Konto bei der {o} wurde am Montag geschlossen.",
    "La banque {o} est fermée le Dimanche.", "El Banco Central abre el Lunes en {c}.",
    "Check the Bluetooth Headphones and the Galaxy Phone.",
    "He bought 3 Apple Watches in {c}.", "Chapter 7 The Long Road Home",
  ]

  static let cities = [
    "Boston", "Berlin", "Madrid", "Lyon", "Osaka", "Lagos", "San Diego", "Los Angeles", "New York",
    "Kraków", "Turin", "São Paulo", "Cape Town", "St. Louis", "Goleta", "Buenos Aires", "Prague",
    "Upper Marlow", "Eldstad", "Montcourt",
  ]
  static let organizations = [
    "Harbor Bank", "Northwind Ltd", "Acme Inc", "Weber GmbH", "University of Toledo",
    "Johnson & Sons LLC", "Lakeside Hospital", "Banco Aurora", "Smith Logistics", "Delta Airlines",
    "Société Lumière SA", "Green Valley Foods",
  ]
  static let titles = ["Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Prof."]
  static let dates = [
    "May 4", "12 June 2021", "March 3rd", "04/05/1988", "Tuesday", "1 April", "December 24, 1999",
  ]
}
