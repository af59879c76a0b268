// Made by scripts/embed-catalogs from controls/; do not edit.

/// The control catalogs the program carries, by file name.
enum BuiltInCatalogs {
  static let all: [(name: String, text: String)] = [
    (
      "controls/gdpr/2016-679/catalog.yaml",
      #"""
      schema: writ.controls/1
      framework: gdpr
      version: "2016-679"
      title: "General Data Protection Regulation, Regulation (EU) 2016/679"
      license: own-words
      controls:
        - id: Art.5.1.a
          title: "Honest processing on a ground, with notice"
          group: "II Principles"
          source: "Art. 5(1)(a)"
          severity: high
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Each processing has a legal basis and a notice that covers it"
        - id: Art.5.1.b
          title: "Data used only as declared"
          group: "II Principles"
          source: "Art. 5(1)(b)"
          severity: high
          frequency: continuous
          criterion: all
          requires: [data_catalog, access_log]
          check: "Reads and transfers match the declared purposes of the data set"
          maps_to:
            - {control: "soc2:P4.1", relation: intersects, reason: "Both limit use to declared purposes"}
            - {control: "iso27001:A.8.33", relation: intersects, reason: "Test use of live data departs from the declared purpose"}
        - id: Art.5.1.c
          title: "No more data than needed"
          group: "II Principles"
          source: "Art. 5(1)(c)"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog]
          check: "Fields collected are all needed by a declared purpose; unused fields flagged"
          maps_to:
            - {control: "soc2:P3.1", relation: intersects, reason: "Both allow only fields that a purpose needs"}
        - id: Art.5.1.d
          title: "Personal data right and up to date"
          group: "II Principles"
          source: "Art. 5(1)(d)"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog]
          check: "Accuracy checks on personal data run and pass; corrections applied"
          maps_to:
            - {control: "soc2:P7.1", relation: intersects, reason: "Both need accuracy checks on personal data"}
        - id: Art.5.1.e
          title: "Data gone once its time is up"
          group: "II Principles"
          source: "Art. 5(1)(e)"
          severity: high
          frequency: monthly
          criterion: all
          requires: [data_catalog]
          check: "Retention set for each personal data set and oldest record within it"
          maps_to:
            - {control: "soc2:P4.2", relation: intersects, reason: "Both limit how long personal data is kept"}
            - {control: "iso27001:A.8.10", relation: intersects, reason: "Both erase data past its retention"}
        - id: Art.5.1.f
          title: "Personal data kept safe and secret"
          group: "II Principles"
          source: "Art. 5(1)(f)"
          severity: critical
          frequency: continuous
          criterion: all
          requires: [inventory, data_catalog, access_log]
          check: "Personal data stores encrypted, access-limited, logged and backed up"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Access limits keep personal data confidential"}
            - {control: "iso27001:A.8.15", relation: intersects, reason: "Logs show who used personal data"}
        - id: Art.5.2
          title: "Proof on file for each principle"
          group: "II Principles"
          source: "Art. 5(2)"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Records that prove each principle exist and are current (accountability file)"
          maps_to:
            - {control: "iso27001:A.5.34", relation: intersects, reason: "Both need proof that personal data is governed"}
        - id: Art.6
          title: "One valid ground per purpose"
          group: "II Principles"
          source: "Art. 6"
          severity: critical
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Exactly one valid basis per processing purpose; legitimate-interest test kept where used"
          maps_to:
            - {control: "soc2:P6.1", relation: intersects, reason: "Both need a ground for each disclosure"}
            - {control: "iso27001:A.5.34", relation: intersects, reason: "Both need a ground for each processing"}
        - id: Art.7
          title: "Provable consent, easy to take back"
          group: "II Principles"
          source: "Art. 7"
          severity: high
          frequency: continuous
          criterion: all
          requires: [governance_record, access_log]
          check: "Consent record shows who, when, what text, how; withdrawal as easy and applied"
          applicability: "Does any processing rely on consent?"
          maps_to:
            - {control: "soc2:P2.1", relation: intersects, reason: "Both need consent recorded and withdrawal applied"}
        - id: Art.8
          title: "Children's consent given by parents"
          group: "II Principles"
          source: "Art. 8"
          severity: high
          frequency: continuous
          criterion: all
          requires: [governance_record, access_log]
          check: "Age check and parental consent where services are offered to children"
          applicability: "Are online services offered directly to children on the basis of consent?"
        - id: Art.9
          title: "Sensitive categories only on an exception"
          group: "II Principles"
          source: "Art. 9"
          severity: critical
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Special-category fields have an Art. 9(2) condition and stronger protection"
          applicability: "Is special-category data processed?"
          maps_to:
            - {control: "soc2:P3.2", relation: intersects, reason: "Both need explicit consent or the like for sensitive data"}
        - id: Art.10
          title: "Crime records only where law allows"
          group: "II Principles"
          source: "Art. 10"
          severity: high
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Criminal-offence data only under law or authority"
          applicability: "Is data on criminal convictions or offenses processed?"
        - id: Art.11
          title: "Limits noted where people stay unknown"
          group: "II Principles"
          source: "Art. 11"
          severity: low
          frequency: yearly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Where people cannot be identified the limits are recorded"
          applicability: "Is data processed that does not identify anyone?"
        - id: Art.12
          title: "Requests answered within a month"
          group: "III Rights of people"
          source: "Art. 12"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Requests answered within one month (extension noted inside that month), free, identity checked"
          maps_to:
            - {control: "soc2:P8.1", relation: intersects, reason: "Both need requests and complaints answered in time"}
        - id: Art.13
          title: "Full notice when data is collected"
          group: "III Rights of people"
          source: "Art. 13"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Notice at collection holds every item required"
          maps_to:
            - {control: "soc2:P1.1", relation: intersects, reason: "Both need a privacy notice that covers every purpose"}
        - id: Art.14
          title: "Notice for data got elsewhere"
          group: "III Rights of people"
          source: "Art. 14"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Notice for data got elsewhere given within a month; source recorded"
          applicability: "Is personal data obtained from anyone but the person?"
        - id: Art.15
          title: "People see and copy their data"
          group: "III Rights of people"
          source: "Art. 15"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Access requests: copy and information given in time; completeness checked against the catalog"
          maps_to:
            - {control: "soc2:P5.1", relation: intersects, reason: "Both give people access to their data"}
        - id: Art.16
          title: "Wrong data put right on request"
          group: "III Rights of people"
          source: "Art. 16"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Rectifications done and passed to recipients"
          maps_to:
            - {control: "soc2:P5.2", relation: intersects, reason: "Both correct personal data on request"}
        - id: Art.17
          title: "Data erased when people may ask"
          group: "III Rights of people"
          source: "Art. 17"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record, data_catalog, access_log]
          check: "Erasures done in all stores holding the subject, backups by rule, refusals reasoned"
          maps_to:
            - {control: "soc2:P4.3", relation: intersects, reason: "Both need verified erasure on request"}
            - {control: "iso27001:A.8.10", relation: intersects, reason: "Both need proof of erasure"}
        - id: Art.18
          title: "Frozen data stays untouched"
          group: "III Rights of people"
          source: "Art. 18"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Restriction flag set and honored by readers of the data"
        - id: Art.19
          title: "Recipients told of corrections and erasures"
          group: "III Rights of people"
          source: "Art. 19"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Recipients told of rectification, erasure, restriction"
          applicability: "Is personal data passed on to recipients?"
          maps_to:
            - {control: "soc2:P5.2", relation: intersects, reason: "Both pass corrections on to recipients"}
        - id: Art.20
          title: "Data handed over in a portable format"
          group: "III Rights of people"
          source: "Art. 20"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Portable copy in a machine-readable format delivered in time"
          applicability: "Is data people provided processed by automated means on consent or a contract?"
        - id: Art.21
          title: "Objections stop the processing"
          group: "III Rights of people"
          source: "Art. 21"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Objections stop the processing; direct-marketing objections at once"
          applicability: "Does any processing rest on public task or legitimate interest, or serve direct marketing?"
        - id: Art.22
          title: "Human review behind automated decisions"
          group: "III Rights of people"
          source: "Art. 22"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Automated decisions listed, with basis, human review path and explanation"
          applicability: "Are there decisions made by machine alone with legal or similar effect?"
        - id: Art.24
          title: "Controller can show its measures work"
          group: "IV Controllers and processors"
          source: "Art. 24"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Data-protection policies approved, reviewed, evidence of measures kept"
        - id: Art.25
          title: "Privacy built in and on by default"
          group: "IV Controllers and processors"
          source: "Art. 25"
          severity: high
          frequency: event
          criterion: all
          requires: [data_catalog, inventory, governance_record]
          check: "Defaults limit access, amount, time; new systems show a privacy review before launch"
          maps_to:
            - {control: "iso27001:A.8.3", relation: intersects, reason: "Both limit access to data by default"}
            - {control: "iso27001:A.8.11", relation: intersects, reason: "Masking is one way to limit data by default"}
        - id: Art.26
          title: "Shared control agreed and explained"
          group: "IV Controllers and processors"
          source: "Art. 26"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Joint controllers have an arrangement and its essence is available"
          applicability: "Are purposes and means decided jointly with another controller?"
        - id: Art.27
          title: "Union representative named in writing"
          group: "IV Controllers and processors"
          source: "Art. 27"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Representative in the Union named where needed"
          applicability: "Is the organization outside the Union while offering to or monitoring people inside it?"
        - id: Art.28
          title: "Processors under contract and checked"
          group: "IV Controllers and processors"
          source: "Art. 28"
          severity: high
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Each processor has a contract with the required terms, sub-processors approved, audits done"
          applicability: "Are processors used, or does the organization act as one?"
          maps_to:
            - {control: "soc2:CC9.2", relation: intersects, reason: "Processors are vendors that need terms and checks"}
            - {control: "soc2:P6.4", relation: intersects, reason: "Both bind vendors that receive personal data"}
            - {control: "iso27001:A.5.20", relation: intersects, reason: "Both need security terms in supplier contracts"}
        - id: Art.29
          title: "Nobody touches data without instruction"
          group: "IV Controllers and processors"
          source: "Art. 29"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [governance_record, access_log]
          check: "People and processors act only on instructions; access tied to a documented task"
          maps_to:
            - {control: "iso27001:A.5.18", relation: intersects, reason: "Both tie access to an approved task"}
        - id: Art.30
          title: "Record of processing matches reality"
          group: "IV Controllers and processors"
          source: "Art. 30"
          severity: high
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Record of processing complete: every personal data set in the catalog is in the record and the other way round; all required columns filled; reviewed"
          maps_to:
            - {control: "iso27001:A.5.34", relation: intersects, reason: "Both need personal data known with its purpose"}
        - id: Art.31
          title: "Authority gets answers when it asks"
          group: "IV Controllers and processors"
          source: "Art. 31"
          severity: low
          frequency: event
          criterion: all
          requires: [attestation]
          check: "Contact and history with the authority recorded"
        - id: Art.32
          title: "Safeguards sized to the risk"
          group: "IV Controllers and processors"
          source: "Art. 32"
          severity: critical
          frequency: continuous
          criterion: all
          requires: [inventory, data_catalog, access_log, governance_record]
          check: "Measures by risk: encryption, pseudonyms, resilience, restore, regular test; each with a current result"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Access limits and encryption are security measures for personal data"}
            - {control: "soc2:CC6.7", relation: intersects, reason: "Protected transfer is a security measure for personal data"}
            - {control: "soc2:CC7.2", relation: intersects, reason: "Monitoring supports the security of processing"}
            - {control: "soc2:A1.2", relation: intersects, reason: "Availability of personal data needs working backups"}
            - {control: "soc2:A1.3", relation: intersects, reason: "Both need restore ability that is tested"}
            - {control: "iso27001:A.8.5", relation: intersects, reason: "Strong login is a security measure for personal data"}
            - {control: "iso27001:A.8.11", relation: intersects, reason: "Pseudonyms are a security measure for personal data"}
            - {control: "iso27001:A.8.13", relation: intersects, reason: "Backups keep personal data available"}
            - {control: "iso27001:A.8.24", relation: intersects, reason: "Encryption is a security measure for personal data"}
        - id: Art.33
          title: "Breach reported within 72 hours"
          group: "IV Controllers and processors"
          source: "Art. 33"
          severity: critical
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Breaches: aware-to-notified time within 72 h or reason kept; all breaches in the register; processor told the controller without delay"
          maps_to:
            - {control: "soc2:CC7.3", relation: intersects, reason: "Both need a judgment whether personal data was touched"}
            - {control: "soc2:CC7.4", relation: intersects, reason: "Both need a notification decision for an incident"}
            - {control: "soc2:P6.6", relation: intersects, reason: "Both need the authority told in time"}
            - {control: "iso27001:A.5.26", relation: intersects, reason: "Both start from an incident that is handled by plan"}
        - id: Art.34
          title: "People warned of dangerous breaches"
          group: "IV Controllers and processors"
          source: "Art. 34"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "High-risk breaches told to people without delay or exemption recorded"
          maps_to:
            - {control: "soc2:P6.6", relation: intersects, reason: "Both need people told of a breach"}
        - id: Art.35
          title: "Impact weighed before risky processing"
          group: "IV Controllers and processors"
          source: "Art. 35"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Screening for each new high-risk processing; DPIA done before start, advice of the officer, measures tracked"
        - id: Art.36
          title: "Authority asked when high risk remains"
          group: "IV Controllers and processors"
          source: "Art. 36"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Prior consultation where residual risk stays high"
          applicability: "Did any impact assessment leave a high risk?"
        - id: Art.37
          title: "Privacy officer named and notified"
          group: "IV Controllers and processors"
          source: "Art. 37"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Officer named where required and notified to the authority"
          applicability: "Is a data protection officer required or named by choice?"
        - id: Art.38
          title: "Privacy officer free, heard and resourced"
          group: "IV Controllers and processors"
          source: "Art. 38"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record, attestation]
          check: "Officer involved early, resourced, independent, reports to the top"
          applicability: "Is a data protection officer required or named by choice?"
        - id: Art.39
          title: "Privacy officer does the work"
          group: "IV Controllers and processors"
          source: "Art. 39"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record, attestation]
          check: "Officer's tasks done: advice, monitoring, training, contact"
          applicability: "Is a data protection officer required or named by choice?"
          maps_to:
            - {control: "iso27001:A.6.3", relation: intersects, reason: "Both need training of staff"}
        - id: Art.44
          title: "No export without a legal ground"
          group: "V Transfers abroad"
          source: "Art. 44"
          severity: high
          frequency: continuous
          criterion: all
          requires: [data_catalog, governance_record, access_log]
          check: "No transfer outside the area without a Chapter V ground; onward transfers listed"
          applicability: "Does personal data leave the European Economic Area?"
          maps_to:
            - {control: "iso27001:A.5.14", relation: intersects, reason: "Both need outside transfers to be covered and listed"}
        - id: Art.45
          title: "Exports to countries deemed safe"
          group: "V Transfers abroad"
          source: "Art. 45"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Destination country is on the adequacy list at the time of transfer"
          applicability: "Does any transfer rely on an adequacy decision?"
        - id: Art.46
          title: "Exports under clauses and assessment"
          group: "V Transfers abroad"
          source: "Art. 46"
          severity: high
          frequency: yearly
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Standard clauses or other safeguard in force plus transfer-impact assessment"
          applicability: "Does any transfer rely on standard clauses or like safeguards?"
        - id: Art.47
          title: "Group-wide export rules approved"
          group: "V Transfers abroad"
          source: "Art. 47"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Binding corporate rules approved and current where relied on"
          applicability: "Does any transfer rely on binding corporate rules?"
        - id: Art.48
          title: "Foreign orders checked before data goes"
          group: "V Transfers abroad"
          source: "Art. 48"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Foreign authority requests logged and legally assessed"
          applicability: "Can courts or authorities of other countries demand data from the organization?"
        - id: Art.49
          title: "Exceptional exports rare and explained"
          group: "V Transfers abroad"
          source: "Art. 49"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Use of derogations documented, limited, told where needed"
          applicability: "Does any transfer rely on a derogation?"
        - id: Art.88
          title: "Staff data by national labor law"
          group: "IX Special situations"
          source: "Art. 88"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Employment-data rules of the member state applied"
          applicability: "Is data of employees processed?"
        - id: Art.89
          title: "Research and archive data safeguarded"
          group: "IX Special situations"
          source: "Art. 89"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Research or archive use has safeguards, pseudonyms where possible"
          applicability: "Is data processed for research, statistics or archives?"
      """#
    ),
    (
      "controls/iso27001/2022/catalog.yaml",
      #"""
      schema: writ.controls/1
      framework: iso27001
      version: "2022"
      title: "ISO/IEC 27001:2022 Annex A controls"
      license: own-words
      controls:
        - id: A.5.1
          title: "Security rules written, approved and known"
          group: A.5
          source: "Annex A 5.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Security policy set approved, published, acknowledged, reviewed inside its interval"
          maps_to:
            - {control: "soc2:CC5.3", relation: subset, reason: "The security policy set is one part of all policies and procedures"}
        - id: A.5.2
          title: "Every security duty has a named holder"
          group: A.5
          source: "Annex A 5.2"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record]
          check: "Security roles assigned to named active people; no vacant role"
          maps_to:
            - {control: "soc2:CC1.3", relation: intersects, reason: "Both need named holders of security duties"}
        - id: A.5.3
          title: "No one both asks and approves"
          group: A.5
          source: "Annex A 5.3"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory, governance_record]
          check: "Conflicting duties listed; no person holds a forbidden pair of rights or both requested and approved"
          maps_to:
            - {control: "soc2:CC6.3", relation: subset, reason: "Conflicting rights are one part of role-based access"}
        - id: A.5.4
          title: "Managers make their teams follow the rules"
          group: A.5
          source: "Annex A 5.4"
          severity: low
          frequency: yearly
          criterion: all
          requires: [governance_record, attestation]
          check: "Managers confirm their staff follow policy; record per manager and period"
        - id: A.5.5
          title: "Authority contacts listed and tried out"
          group: A.5
          source: "Annex A 5.5"
          severity: low
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Contact list of authorities current and tested"
        - id: A.5.6
          title: "Ties to expert security circles"
          group: A.5
          source: "Annex A 5.6"
          severity: low
          frequency: yearly
          criterion: all
          requires: [governance_record, attestation]
          check: "Membership or feed of security interest groups recorded"
        - id: A.5.7
          title: "Threat news gathered and acted upon"
          group: A.5
          source: "Annex A 5.7"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [governance_record, inventory]
          check: "Threat feeds collected, assessed, and led to a recorded action"
        - id: A.5.8
          title: "Projects pass a security gate"
          group: A.5
          source: "Annex A 5.8"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Each project in the register has a security risk review at its gates"
        - id: A.5.9
          title: "Complete asset register with owners"
          group: A.5
          source: "Annex A 5.9"
          severity: high
          frequency: daily
          criterion: all
          requires: [inventory, data_catalog]
          check: "Inventory complete: every asset and data set has owner, class and last-seen inside the set number of days; reconciles with discovery"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Both need every asset and account to have an owner"}
        - id: A.5.10
          title: "Fair-use rules accepted by every user"
          group: A.5
          source: "Annex A 5.10"
          severity: low
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Acceptable-use rules exist and are acknowledged by every active user"
        - id: A.5.11
          title: "Leavers hand back devices and tokens"
          group: A.5
          source: "Annex A 5.11"
          severity: medium
          frequency: event
          criterion: all
          requires: [inventory, governance_record]
          check: "Leavers' devices and tokens returned within the set number of days of the last day"
          maps_to:
            - {control: "soc2:CC6.2", relation: intersects, reason: "Both act on the last working day of a leaver"}
        - id: A.5.12
          title: "Every data set has a class"
          group: A.5
          source: "Annex A 5.12"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog]
          check: "Every data set has a class from the scheme"
          maps_to:
            - {control: "soc2:C1.1", relation: subset, reason: "Classing data is one part of knowing confidential data"}
        - id: A.5.13
          title: "Class labels visible and consistent"
          group: A.5
          source: "Annex A 5.13"
          severity: low
          frequency: monthly
          criterion: all
          requires: [data_catalog]
          check: "Labels present on stores, exports and documents consistent with the class"
          maps_to:
            - {control: "soc2:C1.1", relation: intersects, reason: "Both need labels on confidential data"}
        - id: A.5.14
          title: "Data leaves only by agreed channels"
          group: A.5
          source: "Annex A 5.14"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [data_catalog, access_log, governance_record]
          check: "Transfers to outside parties have an agreement and an approved channel; logs show no other path"
          maps_to:
            - {control: "soc2:CC6.7", relation: intersects, reason: "Both ask for approved, protected transfers"}
            - {control: "gdpr:Art.44", relation: intersects, reason: "Both need outside transfers to be covered and listed"}
        - id: A.5.15
          title: "Access rules set and enforced per system"
          group: A.5
          source: "Annex A 5.15"
          severity: high
          frequency: quarterly
          criterion: all
          requires: [governance_record, inventory]
          check: "Access rules per system exist, are owned, and match what the system enforces"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Both ask that systems enforce set access rules"}
        - id: A.5.16
          title: "One identity, one accountable holder"
          group: A.5
          source: "Annex A 5.16"
          severity: high
          frequency: daily
          criterion: all
          requires: [inventory, access_log]
          check: "Each identity is unique, tied to a person or service owner; orphan accounts zero; life-cycle events recorded"
          maps_to:
            - {control: "soc2:CC6.2", relation: intersects, reason: "Both cover the life cycle of an identity"}
        - id: A.5.17
          title: "Passwords and secrets kept strong and fresh"
          group: A.5
          source: "Annex A 5.17"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Secret storage, length, reuse and rotation rules enforced; no default or stale secret"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Both cover strength and rotation of secrets"}
        - id: A.5.18
          title: "Rights approved, reviewed, removed in time"
          group: A.5
          source: "Annex A 5.18"
          severity: critical
          frequency: continuous
          criterion: all
          requires: [access_log, governance_record]
          check: "Rights granted after approval, reviewed on cadence, removed on change or exit inside SLA"
          maps_to:
            - {control: "soc2:CC6.2", relation: intersects, reason: "Both ask for approval before access and removal on exit"}
            - {control: "soc2:CC6.3", relation: intersects, reason: "Both ask for access reviews and removal on role change"}
            - {control: "gdpr:Art.29", relation: intersects, reason: "Both tie access to an approved task"}
        - id: A.5.19
          title: "Supplier register tiered by risk"
          group: A.5
          source: "Annex A 5.19"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record]
          check: "Supplier register complete, tiered by risk, each with review date"
          maps_to:
            - {control: "soc2:CC9.2", relation: subset, reason: "A tiered supplier register is one part of vendor risk"}
        - id: A.5.20
          title: "Security clauses in supplier contracts"
          group: A.5
          source: "Annex A 5.20"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Contracts of in-scope suppliers hold the needed security clauses"
          maps_to:
            - {control: "soc2:CC9.2", relation: subset, reason: "Contract terms are one part of vendor risk"}
            - {control: "gdpr:Art.28", relation: intersects, reason: "Both need security terms in supplier contracts"}
        - id: A.5.21
          title: "Software parts known, chain risks assessed"
          group: A.5
          source: "Annex A 5.21"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [inventory, governance_record]
          check: "Component lists exist for shipped and used software; supply-chain risks assessed"
        - id: A.5.22
          title: "Supplier service and changes looked over"
          group: A.5
          source: "Annex A 5.22"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Supplier performance, changes and assurance reports reviewed on cadence"
          maps_to:
            - {control: "soc2:CC9.2", relation: subset, reason: "Regular supplier review is one part of vendor risk"}
        - id: A.5.23
          title: "Cloud use registered, split and exit-ready"
          group: A.5
          source: "Annex A 5.23"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [inventory, governance_record]
          check: "Cloud services in use are all registered, with responsibility split, exit plan and configuration checks"
          applicability: "Does the organization use cloud services?"
        - id: A.5.24
          title: "Incident plan prepared and rehearsed"
          group: A.5
          source: "Annex A 5.24"
          severity: high
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Incident plan, roles and severity scale approved, exercised in the period"
          maps_to:
            - {control: "soc2:CC7.4", relation: intersects, reason: "Both need an incident plan that is exercised"}
        - id: A.5.25
          title: "Events sorted into incidents or noise"
          group: A.5
          source: "Annex A 5.25"
          severity: medium
          frequency: event
          criterion: all
          requires: [access_log, governance_record]
          check: "Events were triaged to incident or not, with reason, inside SLA"
          maps_to:
            - {control: "soc2:CC7.3", relation: intersects, reason: "Both ask for a decision on each event"}
        - id: A.5.26
          title: "Incidents worked through by plan"
          group: A.5
          source: "Annex A 5.26"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Incidents handled per plan, with timeline and approval"
          maps_to:
            - {control: "soc2:CC7.4", relation: subset, reason: "Response is one part of handling an incident by a tested plan"}
            - {control: "gdpr:Art.33", relation: intersects, reason: "Both start from an incident that is handled by plan"}
        - id: A.5.27
          title: "Lessons from incidents turned into fixes"
          group: A.5
          source: "Annex A 5.27"
          severity: low
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Lessons recorded and led to closed actions"
          maps_to:
            - {control: "soc2:CC7.5", relation: intersects, reason: "Both record lessons and close the actions"}
        - id: A.5.28
          title: "Incident proof kept with chain of custody"
          group: A.5
          source: "Annex A 5.28"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Evidence of incidents collected with hash, time, collector, custody chain"
        - id: A.5.29
          title: "Security holds up through disruption"
          group: A.5
          source: "Annex A 5.29"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Continuity plan keeps security controls working in disruption; tested"
          maps_to:
            - {control: "soc2:CC9.1", relation: intersects, reason: "Both need a tested continuity plan"}
        - id: A.5.30
          title: "Recovery targets met in a real test"
          group: A.5
          source: "Annex A 5.30"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [inventory, governance_record]
          check: "Technology recovery targets set and met in a test"
          maps_to:
            - {control: "soc2:A1.3", relation: intersects, reason: "Both test recovery against set targets"}
        - id: A.5.31
          title: "Legal and contract duties registered"
          group: A.5
          source: "Annex A 5.31"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Register of legal and contractual duties current, each with an owner"
        - id: A.5.32
          title: "Licenses match what is installed"
          group: A.5
          source: "Annex A 5.32"
          severity: low
          frequency: quarterly
          criterion: all
          requires: [inventory, governance_record]
          check: "Software licenses match installed counts; rights of third parties recorded"
        - id: A.5.33
          title: "Records kept safe until disposal"
          group: A.5
          source: "Annex A 5.33"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Records have retention, protection and disposal rules that stores enforce"
        - id: A.5.34
          title: "Personal data known, justified and guarded"
          group: A.5
          source: "Annex A 5.34"
          severity: high
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Personal data identified, with purpose, basis and protection; privacy lead named"
          maps_to:
            - {control: "gdpr:Art.5.2", relation: intersects, reason: "Both need proof that personal data is governed"}
            - {control: "gdpr:Art.6", relation: intersects, reason: "Both need a ground for each processing"}
            - {control: "gdpr:Art.30", relation: intersects, reason: "Both need personal data known with its purpose"}
        - id: A.5.35
          title: "Outsiders check the security program"
          group: A.5
          source: "Annex A 5.35"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Independent review done on cadence, findings tracked"
          maps_to:
            - {control: "soc2:CC4.1", relation: intersects, reason: "Both need independent checks on a schedule"}
        - id: A.5.36
          title: "Own rules checked, gaps closed"
          group: A.5
          source: "Annex A 5.36"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record, inventory]
          check: "Compliance with own policies checked; non-conformities tracked to closure"
          maps_to:
            - {control: "soc2:CC4.2", relation: intersects, reason: "Both track gaps to closure"}
        - id: A.5.37
          title: "Run books current and within reach"
          group: A.5
          source: "Annex A 5.37"
          severity: low
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Operating procedures exist, current, reachable by those who need them"
          maps_to:
            - {control: "soc2:CC5.3", relation: intersects, reason: "Both need current written procedures"}
        - id: A.6.1
          title: "Background checked before day one"
          group: A.6
          source: "Annex A 6.1"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Screening finished before start date for every hire in scope"
          maps_to:
            - {control: "soc2:CC1.4", relation: intersects, reason: "Both need screening before the start date"}
        - id: A.6.2
          title: "Work contracts carry security duties"
          group: A.6
          source: "Annex A 6.2"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Signed terms with security duties for every worker"
        - id: A.6.3
          title: "Training on hire and every year"
          group: A.6
          source: "Annex A 6.3"
          severity: medium
          frequency: yearly
          criterion: {threshold: "5%"}
          requires: [governance_record]
          check: "Training finished on hire and yearly; completion rate over target"
          maps_to:
            - {control: "soc2:CC2.2", relation: intersects, reason: "Both need training delivered on time"}
            - {control: "gdpr:Art.39", relation: intersects, reason: "Both need training of staff"}
        - id: A.6.4
          title: "Rule breaking has known consequences"
          group: A.6
          source: "Annex A 6.4"
          severity: low
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Disciplinary process written; cases recorded"
          maps_to:
            - {control: "soc2:CC1.1", relation: intersects, reason: "Both need recorded outcomes when rules are broken"}
        - id: A.6.5
          title: "Duties that outlive the job are signed"
          group: A.6
          source: "Annex A 6.5"
          severity: low
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Duties that last after leaving were told and signed at exit"
        - id: A.6.6
          title: "Secrecy promises signed before access"
          group: A.6
          source: "Annex A 6.6"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Confidentiality agreements signed before access"
        - id: A.6.7
          title: "Safe work away from the office"
          group: A.6
          source: "Annex A 6.7"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "Remote access only from managed devices by protected channel with MFA"
          applicability: "Do people work outside the organization's premises?"
          maps_to:
            - {control: "soc2:CC6.6", relation: intersects, reason: "Both cover remote access by a protected channel"}
        - id: A.6.8
          title: "Staff report events, reports get answered"
          group: A.6
          source: "Annex A 6.8"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Reporting channel known; reports acknowledged inside SLA"
          maps_to:
            - {control: "soc2:CC2.2", relation: intersects, reason: "Both need a known channel for reports"}
        - id: A.7.1
          title: "Site boundary drawn and walked"
          group: A.7
          source: "Annex A 7.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [attestation]
          check: "Perimeter of sites defined; walk-through record or provider report"
          applicability: "Does the organization run its own offices or sites?"
          maps_to:
            - {control: "soc2:CC6.4", relation: intersects, reason: "Both limit who can enter a site"}
        - id: A.7.2
          title: "Doors, badges and visitors under watch"
          group: A.7
          source: "Annex A 7.2"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [access_log, attestation]
          check: "Entry logs of secure areas reviewed; visitors escorted; badges of leavers off"
          applicability: "Does the organization run its own offices or sites?"
          maps_to:
            - {control: "soc2:CC6.4", relation: subset, reason: "Entry control is one part of physical access"}
        - id: A.7.3
          title: "Rooms hardened and inspected"
          group: A.7
          source: "Annex A 7.3"
          severity: low
          frequency: yearly
          criterion: all
          requires: [attestation]
          check: "Offices and rooms secured; inspection record"
          applicability: "Does the organization run its own offices or sites?"
        - id: A.7.4
          title: "Premises under alarm and camera"
          group: A.7
          source: "Annex A 7.4"
          severity: low
          frequency: quarterly
          criterion: all
          requires: [attestation, access_log]
          check: "Premises watched; alarm and camera checks recorded"
          applicability: "Does the organization run its own offices or sites?"
        - id: A.7.5
          title: "Fire, water and climate safeguards inspected"
          group: A.7
          source: "Annex A 7.5"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [attestation]
          check: "Fire, water, power and climate protection inspected"
          applicability: "Does the organization run its own offices or sites?"
          maps_to:
            - {control: "soc2:A1.2", relation: intersects, reason: "Both keep environmental safeguards working"}
        - id: A.7.6
          title: "House rules for restricted rooms"
          group: A.7
          source: "Annex A 7.6"
          severity: low
          frequency: yearly
          criterion: all
          requires: [attestation]
          check: "Rules for work in secure areas written and followed"
          applicability: "Does the organization have secure areas?"
        - id: A.7.7
          title: "Screens lock, desks stay empty"
          group: A.7
          source: "Annex A 7.7"
          severity: low
          frequency: continuous
          criterion: all
          requires: [inventory, attestation]
          check: "Screen-lock enforced on all devices; clear-desk checks recorded"
        - id: A.7.8
          title: "Equipment placed out of harm's way"
          group: A.7
          source: "Annex A 7.8"
          severity: low
          frequency: yearly
          criterion: all
          requires: [attestation]
          check: "Equipment placed and protected; inspection record"
          applicability: "Does the organization run equipment on its own sites?"
        - id: A.7.9
          title: "Devices off the premises tracked and encrypted"
          group: A.7
          source: "Annex A 7.9"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory, governance_record]
          check: "Off-site devices encrypted, tracked and authorized"
          applicability: "Are devices or other assets used outside the premises?"
        - id: A.7.10
          title: "Removable media blocked or accounted for"
          group: A.7
          source: "Annex A 7.10"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory, governance_record]
          check: "Removable media registered, encrypted or blocked, destroyed with record"
          applicability: "Is removable media allowed anywhere in scope?"
          maps_to:
            - {control: "soc2:CC6.7", relation: subset, reason: "Removable media is one way for data to move"}
        - id: A.7.11
          title: "Power and other supplies hold"
          group: A.7
          source: "Annex A 7.11"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [attestation, inventory]
          check: "Power and other supplies monitored and tested"
          applicability: "Does the organization run equipment on its own sites?"
        - id: A.7.12
          title: "Cables shielded from tap and damage"
          group: A.7
          source: "Annex A 7.12"
          severity: low
          frequency: yearly
          criterion: all
          requires: [attestation]
          check: "Cables protected; inspection record"
          applicability: "Does the organization run cabling on its own sites?"
        - id: A.7.13
          title: "Equipment serviced on schedule"
          group: A.7
          source: "Annex A 7.13"
          severity: low
          frequency: yearly
          criterion: all
          requires: [governance_record, inventory]
          check: "Maintenance done by schedule, with record"
          applicability: "Does the organization run equipment on its own sites?"
        - id: A.7.14
          title: "Drives wiped before reuse or scrap"
          group: A.7
          source: "Annex A 7.14"
          severity: medium
          frequency: event
          criterion: all
          requires: [inventory, governance_record]
          check: "Wipe record before reuse or disposal of each storage device"
          maps_to:
            - {control: "soc2:CC6.5", relation: intersects, reason: "Both ask for a wipe record before disposal"}
        - id: A.8.1
          title: "Laptops and phones managed and healthy"
          group: A.8
          source: "Annex A 8.1"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Endpoints managed: encrypted, patched, locked, protected, seen recently"
        - id: A.8.2
          title: "Admin power rare, named and logged"
          group: A.8
          source: "Annex A 8.2"
          severity: critical
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "Privileged accounts are few, named, time-bound, MFA-protected, reviewed; use is logged"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Both limit and protect privileged accounts"}
            - {control: "soc2:CC6.3", relation: intersects, reason: "Both need privileged rights to be reviewed"}
        - id: A.8.3
          title: "Data open only to those entitled"
          group: A.8
          source: "Annex A 8.3"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory, data_catalog]
          check: "Access to data and functions limited per access rule; no wildcard or public grant on classed data"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Both limit access to data by need"}
            - {control: "gdpr:Art.25", relation: intersects, reason: "Both limit access to data by default"}
        - id: A.8.4
          title: "Code base guarded against unwanted edits"
          group: A.8
          source: "Annex A 8.4"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "Source code read and write limited; branch protection on; changes reviewed"
          applicability: "Does the organization keep source code?"
          maps_to:
            - {control: "soc2:CC8.1", relation: intersects, reason: "Both need code changes to be reviewed"}
        - id: A.8.5
          title: "Strong login with a second factor"
          group: A.8
          source: "Annex A 8.5"
          severity: critical
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "MFA and secure login on all systems; lock-out on failed attempts"
          maps_to:
            - {control: "soc2:CC6.1", relation: subset, reason: "Secure login is one part of logical access"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Strong login is a security measure for personal data"}
        - id: A.8.6
          title: "Headroom measured and forecast"
          group: A.8
          source: "Annex A 8.6"
          severity: low
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Capacity measured, forecast and alerted"
          maps_to:
            - {control: "soc2:A1.1", relation: intersects, reason: "Both ask for capacity to be measured and forecast"}
        - id: A.8.7
          title: "Malicious software blocked everywhere"
          group: A.8
          source: "Annex A 8.7"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Malware protection on, current, alerting on every endpoint and server"
          maps_to:
            - {control: "soc2:CC6.8", relation: subset, reason: "Malware protection is one part of keeping bad software out"}
        - id: A.8.8
          title: "Known weaknesses patched in time"
          group: A.8
          source: "Annex A 8.8"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Scans on cadence over all assets; findings fixed inside SLA by severity; exceptions approved"
          maps_to:
            - {control: "soc2:CC7.1", relation: subset, reason: "Vulnerability handling is one part of finding weak spots"}
        - id: A.8.9
          title: "Baselines set, drift corrected"
          group: A.8
          source: "Annex A 8.9"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Baselines defined; drift detected and fixed; changes traced"
          maps_to:
            - {control: "soc2:CC7.1", relation: subset, reason: "Drift from a baseline is one kind of weak spot"}
        - id: A.8.10
          title: "Expired data erased with proof"
          group: A.8
          source: "Annex A 8.10"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog, access_log]
          check: "Data past retention deleted, with proof"
          maps_to:
            - {control: "soc2:CC6.5", relation: intersects, reason: "Both ask for proof that data is gone"}
            - {control: "soc2:C1.2", relation: intersects, reason: "Both erase data past its retention"}
            - {control: "gdpr:Art.5.1.e", relation: intersects, reason: "Both erase data past its retention"}
            - {control: "gdpr:Art.17", relation: intersects, reason: "Both need proof of erasure"}
        - id: A.8.11
          title: "Sensitive fields hidden where not needed"
          group: A.8
          source: "Annex A 8.11"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog, inventory]
          check: "Masking or pseudonyms on classed fields outside production and for unneeded roles"
          maps_to:
            - {control: "gdpr:Art.25", relation: intersects, reason: "Masking is one way to limit data by default"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Pseudonyms are a security measure for personal data"}
        - id: A.8.12
          title: "Outflow of sensitive data stopped"
          group: A.8
          source: "Annex A 8.12"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [data_catalog, access_log]
          check: "Leak-prevention rules active on classed data; alerts triaged"
          maps_to:
            - {control: "soc2:CC6.7", relation: intersects, reason: "Both restrict exports of classed data"}
        - id: A.8.13
          title: "Copies taken, kept apart, restored in tests"
          group: A.8
          source: "Annex A 8.13"
          severity: high
          frequency: daily
          criterion: all
          requires: [inventory, governance_record]
          check: "Backups succeed, encrypted, off-site; restores tested"
          maps_to:
            - {control: "soc2:CC7.5", relation: intersects, reason: "Both need restores that work"}
            - {control: "soc2:A1.2", relation: intersects, reason: "Both ask for scheduled, encrypted, separate backups"}
            - {control: "soc2:A1.3", relation: intersects, reason: "Both need restore tests"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Backups keep personal data available"}
        - id: A.8.14
          title: "Spare capacity for critical parts"
          group: A.8
          source: "Annex A 8.14"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [inventory]
          check: "Redundancy of critical components present and tested"
          maps_to:
            - {control: "soc2:A1.2", relation: intersects, reason: "Both ask for a second copy or path"}
        - id: A.8.15
          title: "Activity recorded and records protected"
          group: A.8
          source: "Annex A 8.15"
          severity: high
          frequency: continuous
          criterion: all
          requires: [access_log, inventory]
          check: "Logging on for all in-scope systems, protected from change, kept for the period"
          maps_to:
            - {control: "soc2:CC7.2", relation: intersects, reason: "Both need logs from every in-scope system"}
            - {control: "gdpr:Art.5.1.f", relation: intersects, reason: "Logs show who used personal data"}
        - id: A.8.16
          title: "Odd behavior spotted and triaged"
          group: A.8
          source: "Annex A 8.16"
          severity: high
          frequency: continuous
          criterion: all
          requires: [access_log, inventory]
          check: "Detection rules active; anomalies triaged inside SLA"
          maps_to:
            - {control: "soc2:CC7.2", relation: intersects, reason: "Both ask for detection and triage of anomalies"}
        - id: A.8.17
          title: "All clocks tell the same time"
          group: A.8
          source: "Annex A 8.17"
          severity: low
          frequency: daily
          criterion: all
          requires: [inventory]
          check: "All hosts sync to approved time sources; offset in limit"
        - id: A.8.18
          title: "Override tools restricted and logged"
          group: A.8
          source: "Annex A 8.18"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "Utility programs that bypass controls limited and logged"
        - id: A.8.19
          title: "Only released software reaches production"
          group: A.8
          source: "Annex A 8.19"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Software on production installed only by approved release"
          maps_to:
            - {control: "soc2:CC6.8", relation: intersects, reason: "Both allow only approved software"}
        - id: A.8.20
          title: "Networks hardened, only allowed flows"
          group: A.8
          source: "Annex A 8.20"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Network devices hardened, documented, reviewed; only allowed flows"
          maps_to:
            - {control: "soc2:CC6.6", relation: intersects, reason: "Both limit network traffic to allowed flows"}
        - id: A.8.21
          title: "Bought network services meet terms"
          group: A.8
          source: "Annex A 8.21"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [inventory, governance_record]
          check: "Network services have security terms and are monitored"
        - id: A.8.22
          title: "Zones kept apart on the network"
          group: A.8
          source: "Annex A 8.22"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Networks segmented; no path between zones beyond the allowed list"
          maps_to:
            - {control: "soc2:CC6.6", relation: intersects, reason: "Both separate the outside from inner zones"}
        - id: A.8.23
          title: "Harmful web sites blocked"
          group: A.8
          source: "Annex A 8.23"
          severity: low
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "Web filtering active; blocked categories enforced"
        - id: A.8.24
          title: "Encryption and keys up to the rule"
          group: A.8
          source: "Annex A 8.24"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory, data_catalog, governance_record]
          check: "Crypto policy; algorithms, key length, rotation and certificate expiry within rule for each store and channel"
          maps_to:
            - {control: "soc2:CC6.1", relation: intersects, reason: "Both cover encryption at rest and key rotation"}
            - {control: "soc2:CC6.7", relation: intersects, reason: "Both cover encryption in transit"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Encryption is a security measure for personal data"}
        - id: A.8.25
          title: "Security built into each release"
          group: A.8
          source: "Annex A 8.25"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, inventory]
          check: "Secure development life cycle written and followed per release"
          applicability: "Does the organization develop software or systems?"
        - id: A.8.26
          title: "Security needs agreed per application"
          group: A.8
          source: "Annex A 8.26"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Security requirements recorded and approved for each application"
          applicability: "Does the organization build or buy applications?"
        - id: A.8.27
          title: "Designs follow written safety principles"
          group: A.8
          source: "Annex A 8.27"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record, attestation]
          check: "Architecture principles written and applied; design reviews recorded"
          applicability: "Does the organization develop software or systems?"
        - id: A.8.28
          title: "Code scanned against safe-coding rules"
          group: A.8
          source: "Annex A 8.28"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory, governance_record]
          check: "Secure coding rules; static analysis and dependency checks pass on merge"
          applicability: "Does the organization develop software or systems?"
        - id: A.8.29
          title: "Security tested before each release"
          group: A.8
          source: "Annex A 8.29"
          severity: medium
          frequency: event
          criterion: all
          requires: [inventory, governance_record]
          check: "Security tests run before release; failures fixed or accepted"
          applicability: "Does the organization develop software or systems?"
          maps_to:
            - {control: "soc2:CC8.1", relation: intersects, reason: "Both need tests before release"}
        - id: A.8.30
          title: "Hired developers under contract and review"
          group: A.8
          source: "Annex A 8.30"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Outsourced development under contract, reviewed and tested"
          applicability: "Is any development outsourced?"
        - id: A.8.31
          title: "Production kept apart from other stages"
          group: A.8
          source: "Annex A 8.31"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Development, test and production separated in accounts, networks and data"
          applicability: "Does the organization develop software or systems?"
          maps_to:
            - {control: "soc2:CC8.1", relation: intersects, reason: "Both keep untested changes away from production"}
        - id: A.8.32
          title: "Changes approved by someone else"
          group: A.8
          source: "Annex A 8.32"
          severity: high
          frequency: continuous
          criterion: all
          requires: [access_log, governance_record]
          check: "Changes requested, approved, tested, recorded; author differs from approver"
          maps_to:
            - {control: "soc2:CC8.1", relation: subset, reason: "Change approval by a second person is part of change control"}
        - id: A.8.33
          title: "No live data in tests"
          group: A.8
          source: "Annex A 8.33"
          severity: high
          frequency: monthly
          criterion: all
          requires: [data_catalog, inventory]
          check: "No live personal or classed data in test, or approved and masked"
          maps_to:
            - {control: "gdpr:Art.5.1.b", relation: intersects, reason: "Test use of live data departs from the declared purpose"}
        - id: A.8.34
          title: "Audits planned so they do no harm"
          group: A.8
          source: "Annex A 8.34"
          severity: low
          frequency: event
          criterion: all
          requires: [governance_record, attestation]
          check: "Audit tests planned, agreed, read-only, access removed after"
      """#
    ),
    (
      "controls/soc2/2017r2022/catalog.yaml",
      #"""
      schema: writ.controls/1
      framework: soc2
      version: "2017r2022"
      title: "SOC 2 trust services criteria, 2017 set as revised in 2022"
      license: own-words
      controls:
        - id: CC1.1
          title: "Code of conduct lived and acknowledged"
          group: CC1
          source: "TSC CC1.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record, attestation]
          check: "Code of conduct exists, is approved, is current; every active worker acknowledged it within the set number of days of hire and yearly; breaches have a recorded outcome"
          maps_to:
            - {control: "iso27001:A.6.4", relation: intersects, reason: "Both need recorded outcomes when rules are broken"}
        - id: CC1.2
          title: "Independent oversight body watches over security"
          group: CC1
          source: "TSC CC1.2"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record, attestation]
          check: "Oversight body has a charter, a member independent of management, and minutes at least quarterly that mention security"
        - id: CC1.3
          title: "Reporting lines and named owners"
          group: CC1
          source: "TSC CC1.3"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record, inventory]
          check: "Organization chart and role register: each system, control and policy has a named, still-employed owner and a reporting line"
          maps_to:
            - {control: "iso27001:A.5.2", relation: intersects, reason: "Both need named holders of security duties"}
        - id: CC1.4
          title: "Capable people hired, screened and developed"
          group: CC1
          source: "TSC CC1.4"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Job descriptions, screening before start, skills and yearly review recorded for every person in a security-relevant role"
          maps_to:
            - {control: "iso27001:A.6.1", relation: intersects, reason: "Both need screening before the start date"}
        - id: CC1.5
          title: "Owners answer for their controls"
          group: CC1
          source: "TSC CC1.5"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Control owners have accountability in goals or sanctions; overdue tasks and exceptions are escalated and closed"
        - id: CC2.1
          title: "Complete and reviewed inputs to controls"
          group: CC2
          source: "TSC CC2.1"
          severity: medium
          frequency: daily
          criterion: all
          requires: [inventory, data_catalog, governance_record]
          check: "Inputs used by controls are complete: source feeds arrive on schedule, row counts reconcile with the source, and owner reviewed"
        - id: CC2.2
          title: "Staff know their security duties"
          group: CC2
          source: "TSC CC2.2"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Policies, duties and incident channels are published to staff; training delivered on time; acknowledgement rate meets target"
          maps_to:
            - {control: "iso27001:A.6.3", relation: intersects, reason: "Both need training delivered on time"}
            - {control: "iso27001:A.6.8", relation: intersects, reason: "Both need a known channel for reports"}
        - id: CC2.3
          title: "Customers told of commitments and contacts"
          group: CC2
          source: "TSC CC2.3"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record, attestation]
          check: "Commitments, terms, status and breach channels to customers exist; changes were notified; contact points tested"
        - id: CC3.1
          title: "Measurable service goals written and approved"
          group: CC3
          source: "TSC CC3.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record, attestation]
          check: "Service commitments and system requirements are written, measurable, approved this period"
        - id: CC3.2
          title: "Risk register complete, rated and treated"
          group: CC3
          source: "TSC CC3.2"
          severity: high
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Risk register covers every in-scope system; each risk has likelihood, impact, owner, treatment, review inside its interval"
        - id: CC3.3
          title: "Fraud and insider misuse in the risk register"
          group: CC3
          source: "TSC CC3.3"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Fraud and insider-misuse scenarios appear in the risk register with treatment and date"
        - id: CC3.4
          title: "Big changes trigger a fresh risk look"
          group: CC3
          source: "TSC CC3.4"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, inventory]
          check: "Each significant change (new vendor, system, law, reorganization) triggered a risk review within the set number of days"
        - id: CC4.1
          title: "Controls checked on a steady schedule"
          group: CC4
          source: "TSC CC4.1"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record, inventory]
          check: "Monitoring plan exists; scheduled internal audits, scans and control tests ran on cadence without gaps in the period"
          maps_to:
            - {control: "iso27001:A.5.35", relation: intersects, reason: "Both need independent checks on a schedule"}
        - id: CC4.2
          title: "Findings owned, escalated and closed on time"
          group: CC4
          source: "TSC CC4.2"
          severity: medium
          frequency: monthly
          criterion: {threshold: "5%"}
          requires: [governance_record]
          check: "Findings have owner, severity, due date; overdue rate under threshold; high ones reported to leadership"
          maps_to:
            - {control: "iso27001:A.5.36", relation: intersects, reason: "Both track gaps to closure"}
        - id: CC5.1
          title: "Every treated risk has a control"
          group: CC5
          source: "TSC CC5.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Each treated risk maps to at least one control; each control to at least one risk; segregation-of-duty conflicts recorded"
        - id: CC5.2
          title: "Technology controls cover every system"
          group: CC5
          source: "TSC CC5.2"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [inventory, governance_record]
          check: "General technology controls (access, change, operations) are mapped to every in-scope system, none unmapped"
        - id: CC5.3
          title: "Policies and procedures current and in use"
          group: CC5
          source: "TSC CC5.3"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Policy and procedure set complete, approved, reviewed within 12 months, version history kept"
          maps_to:
            - {control: "iso27001:A.5.1", relation: superset, reason: "The security policy set is one part of all policies and procedures"}
            - {control: "iso27001:A.5.37", relation: intersects, reason: "Both need current written procedures"}
        - id: CC6.1
          title: "Logical access locked down to its owners"
          group: CC6
          source: "TSC CC6.1"
          severity: critical
          frequency: continuous
          criterion: all
          requires: [inventory, access_log, data_catalog]
          check: "Every account has an owner; multi-factor on all interactive access; least privilege; encryption at rest by data class; no default or shared credential; keys rotated"
          maps_to:
            - {control: "iso27001:A.5.9", relation: intersects, reason: "Both need every asset and account to have an owner"}
            - {control: "iso27001:A.5.15", relation: intersects, reason: "Both ask that systems enforce set access rules"}
            - {control: "iso27001:A.5.17", relation: intersects, reason: "Both cover strength and rotation of secrets"}
            - {control: "iso27001:A.8.2", relation: intersects, reason: "Both limit and protect privileged accounts"}
            - {control: "iso27001:A.8.3", relation: intersects, reason: "Both limit access to data by need"}
            - {control: "iso27001:A.8.5", relation: superset, reason: "Secure login is one part of logical access"}
            - {control: "iso27001:A.8.24", relation: intersects, reason: "Both cover encryption at rest and key rotation"}
            - {control: "gdpr:Art.5.1.f", relation: intersects, reason: "Access limits keep personal data confidential"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Access limits and encryption are security measures for personal data"}
        - id: CC6.2
          title: "Joiners approved, leavers cut off"
          group: CC6
          source: "TSC CC6.2"
          severity: critical
          frequency: event
          criterion: all
          requires: [access_log, governance_record]
          check: "Each joiner had an approved request before access was given; leavers' credentials disabled within the set number of hours of termination"
          maps_to:
            - {control: "iso27001:A.5.11", relation: intersects, reason: "Both act on the last working day of a leaver"}
            - {control: "iso27001:A.5.16", relation: intersects, reason: "Both cover the life cycle of an identity"}
            - {control: "iso27001:A.5.18", relation: intersects, reason: "Both ask for approval before access and removal on exit"}
        - id: CC6.3
          title: "Rights follow the role and get reviewed"
          group: CC6
          source: "TSC CC6.3"
          severity: high
          frequency: quarterly
          criterion: all
          requires: [access_log, governance_record, inventory]
          check: "Role changes remove old rights; access reviews done each quarter over the full account population; toxic role pairs absent"
          maps_to:
            - {control: "iso27001:A.5.3", relation: superset, reason: "Conflicting rights are one part of role-based access"}
            - {control: "iso27001:A.5.18", relation: intersects, reason: "Both ask for access reviews and removal on role change"}
            - {control: "iso27001:A.8.2", relation: intersects, reason: "Both need privileged rights to be reviewed"}
        - id: CC6.4
          title: "Physical entry limited and reviewed"
          group: CC6
          source: "TSC CC6.4"
          severity: medium
          frequency: quarterly
          criterion: all
          requires: [governance_record, attestation]
          check: "Physical entry to in-scope sites limited and reviewed; for cloud, the provider's assurance report covers it and was reviewed"
          maps_to:
            - {control: "iso27001:A.7.1", relation: intersects, reason: "Both limit who can enter a site"}
            - {control: "iso27001:A.7.2", relation: superset, reason: "Entry control is one part of physical access"}
        - id: CC6.5
          title: "Data wiped before assets leave"
          group: CC6
          source: "TSC CC6.5"
          severity: medium
          frequency: event
          criterion: all
          requires: [inventory, data_catalog, governance_record]
          check: "Retired assets have a wipe or destruction record before disposal; no data store left without an owner"
          maps_to:
            - {control: "iso27001:A.7.14", relation: intersects, reason: "Both ask for a wipe record before disposal"}
            - {control: "iso27001:A.8.10", relation: intersects, reason: "Both ask for proof that data is gone"}
        - id: CC6.6
          title: "Outer edge guarded against intruders"
          group: CC6
          source: "TSC CC6.6"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "Internet-facing assets only on allowed ports; remote administration behind gateway and MFA; blocked or anomalous access reviewed"
          maps_to:
            - {control: "iso27001:A.6.7", relation: intersects, reason: "Both cover remote access by a protected channel"}
            - {control: "iso27001:A.8.20", relation: intersects, reason: "Both limit network traffic to allowed flows"}
            - {control: "iso27001:A.8.22", relation: intersects, reason: "Both separate the outside from inner zones"}
        - id: CC6.7
          title: "Data guarded while it moves"
          group: CC6
          source: "TSC CC6.7"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory, data_catalog, access_log]
          check: "Transfers use approved encryption; removable media and exports of classed data are restricted and logged"
          maps_to:
            - {control: "iso27001:A.5.14", relation: intersects, reason: "Both ask for approved, protected transfers"}
            - {control: "iso27001:A.7.10", relation: superset, reason: "Removable media is one way for data to move"}
            - {control: "iso27001:A.8.12", relation: intersects, reason: "Both restrict exports of classed data"}
            - {control: "iso27001:A.8.24", relation: intersects, reason: "Both cover encryption in transit"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Protected transfer is a security measure for personal data"}
        - id: CC6.8
          title: "Malicious and unknown software kept out"
          group: CC6
          source: "TSC CC6.8"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory, access_log]
          check: "Malware protection active and current on every endpoint and server; only approved software; unsigned or unknown installs alerted"
          maps_to:
            - {control: "iso27001:A.8.7", relation: superset, reason: "Malware protection is one part of keeping bad software out"}
            - {control: "iso27001:A.8.19", relation: intersects, reason: "Both allow only approved software"}
        - id: CC7.1
          title: "Weak spots and drift found and fixed"
          group: CC7
          source: "TSC CC7.1"
          severity: high
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Baseline configuration and vulnerability scans run on cadence over all assets; critical findings fixed inside SLA; drift detected"
          maps_to:
            - {control: "iso27001:A.8.8", relation: superset, reason: "Vulnerability handling is one part of finding weak spots"}
            - {control: "iso27001:A.8.9", relation: superset, reason: "Drift from a baseline is one kind of weak spot"}
        - id: CC7.2
          title: "Logs watched, oddities raised as alerts"
          group: CC7
          source: "TSC CC7.2"
          severity: high
          frequency: continuous
          criterion: all
          requires: [access_log, inventory]
          check: "Log sources of every in-scope system are arriving without gap; detection rules enabled; alerts triaged inside SLA"
          maps_to:
            - {control: "iso27001:A.8.15", relation: intersects, reason: "Both need logs from every in-scope system"}
            - {control: "iso27001:A.8.16", relation: intersects, reason: "Both ask for detection and triage of anomalies"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Monitoring supports the security of processing"}
        - id: CC7.3
          title: "Alerts judged: incident or not"
          group: CC7
          source: "TSC CC7.3"
          severity: high
          frequency: event
          criterion: all
          requires: [access_log, governance_record]
          check: "Each alert escalated as an event has an evaluation, decision and, if personal data is touched, a privacy assessment"
          maps_to:
            - {control: "iso27001:A.5.25", relation: intersects, reason: "Both ask for a decision on each event"}
            - {control: "gdpr:Art.33", relation: intersects, reason: "Both need a judgment whether personal data was touched"}
        - id: CC7.4
          title: "Incidents handled by a rehearsed plan"
          group: CC7
          source: "TSC CC7.4"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Each incident has timeline, containment, eradication, notification decision, and approval; plan tested in the period"
          maps_to:
            - {control: "iso27001:A.5.24", relation: intersects, reason: "Both need an incident plan that is exercised"}
            - {control: "iso27001:A.5.26", relation: superset, reason: "Response is one part of handling an incident by a tested plan"}
            - {control: "gdpr:Art.33", relation: intersects, reason: "Both need a notification decision for an incident"}
        - id: CC7.5
          title: "Recovery completed and lessons kept"
          group: CC7
          source: "TSC CC7.5"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record, inventory]
          check: "Recovery steps done and confirmed; root cause and lessons recorded; plan updated; restore exercised"
          maps_to:
            - {control: "iso27001:A.5.27", relation: intersects, reason: "Both record lessons and close the actions"}
            - {control: "iso27001:A.8.13", relation: intersects, reason: "Both need restores that work"}
        - id: CC8.1
          title: "Production changes reviewed by a second person"
          group: CC8
          source: "TSC CC8.1"
          severity: high
          frequency: continuous
          criterion: all
          requires: [access_log, governance_record, inventory]
          check: "Every production change has request, test, approval by someone other than author, and deployment record; emergency changes reviewed after"
          maps_to:
            - {control: "iso27001:A.8.4", relation: intersects, reason: "Both need code changes to be reviewed"}
            - {control: "iso27001:A.8.29", relation: intersects, reason: "Both need tests before release"}
            - {control: "iso27001:A.8.31", relation: intersects, reason: "Both keep untested changes away from production"}
            - {control: "iso27001:A.8.32", relation: superset, reason: "Change approval by a second person is part of change control"}
        - id: CC9.1
          title: "Disruption risks planned for"
          group: CC9
          source: "TSC CC9.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Business-disruption risks have mitigation, insurance decision, continuity plan with owner and test date"
          maps_to:
            - {control: "iso27001:A.5.29", relation: intersects, reason: "Both need a tested continuity plan"}
        - id: CC9.2
          title: "Vendors tiered, assessed and bound by contract"
          group: CC9
          source: "TSC CC9.2"
          severity: high
          frequency: yearly
          criterion: all
          requires: [governance_record, inventory]
          check: "Each vendor with access to data or production is tiered, assessed on cadence, under contract with security terms, and off-boarded cleanly"
          maps_to:
            - {control: "iso27001:A.5.19", relation: superset, reason: "A tiered supplier register is one part of vendor risk"}
            - {control: "iso27001:A.5.20", relation: superset, reason: "Contract terms are one part of vendor risk"}
            - {control: "iso27001:A.5.22", relation: superset, reason: "Regular supplier review is one part of vendor risk"}
            - {control: "gdpr:Art.28", relation: intersects, reason: "Processors are vendors that need terms and checks"}
        - id: A1.1
          title: "Capacity measured and forecast"
          group: A1
          source: "TSC A1.1"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [inventory]
          check: "Capacity of in-scope components is measured and forecast; alerts over threshold handled; no period without data"
          applicability: "Is the availability category in the scope of the report?"
          maps_to:
            - {control: "iso27001:A.8.6", relation: intersects, reason: "Both ask for capacity to be measured and forecast"}
        - id: A1.2
          title: "Backups and site safeguards kept working"
          group: A1
          source: "TSC A1.2"
          severity: high
          frequency: daily
          criterion: all
          requires: [inventory, governance_record]
          check: "Backups succeeded on schedule for every in-scope store, encrypted, replicated away; environmental safeguards maintained"
          applicability: "Is the availability category in the scope of the report?"
          maps_to:
            - {control: "iso27001:A.7.5", relation: intersects, reason: "Both keep environmental safeguards working"}
            - {control: "iso27001:A.8.13", relation: intersects, reason: "Both ask for scheduled, encrypted, separate backups"}
            - {control: "iso27001:A.8.14", relation: intersects, reason: "Both ask for a second copy or path"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Availability of personal data needs working backups"}
        - id: A1.3
          title: "Restore and fail-over rehearsed"
          group: A1
          source: "TSC A1.3"
          severity: high
          frequency: yearly
          criterion: all
          requires: [governance_record, inventory]
          check: "Restore and fail-over exercised in the period; achieved RTO and RPO within the target"
          applicability: "Is the availability category in the scope of the report?"
          maps_to:
            - {control: "iso27001:A.5.30", relation: intersects, reason: "Both test recovery against set targets"}
            - {control: "iso27001:A.8.13", relation: intersects, reason: "Both need restore tests"}
            - {control: "gdpr:Art.32", relation: intersects, reason: "Both need restore ability that is tested"}
        - id: C1.1
          title: "Confidential data found, labeled and owned"
          group: C1
          source: "TSC C1.1"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Confidential data sets are identified, labeled, owned, with a retention rule and location"
          applicability: "Is the confidentiality category in the scope of the report?"
          maps_to:
            - {control: "iso27001:A.5.12", relation: superset, reason: "Classing data is one part of knowing confidential data"}
            - {control: "iso27001:A.5.13", relation: intersects, reason: "Both need labels on confidential data"}
        - id: C1.2
          title: "Confidential data erased when its time is up"
          group: C1
          source: "TSC C1.2"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog, access_log]
          check: "Confidential data past retention is deleted; deletion record exists and the store confirms absence"
          applicability: "Is the confidentiality category in the scope of the report?"
          maps_to:
            - {control: "iso27001:A.8.10", relation: intersects, reason: "Both erase data past its retention"}
        - id: PI1.1
          title: "Processing rules and data definitions shared"
          group: PI1
          source: "TSC PI1.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Data definitions and processing specifications are documented and available to users of the system"
          applicability: "Is the processing integrity category in the scope of the report?"
        - id: PI1.2
          title: "Bad input rejected and worked off"
          group: PI1
          source: "TSC PI1.2"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [data_catalog, inventory]
          check: "Input checks exist and reject invalid, duplicate or incomplete records; rejects are worked off"
          applicability: "Is the processing integrity category in the scope of the report?"
        - id: PI1.3
          title: "Jobs finish, totals reconcile"
          group: PI1
          source: "TSC PI1.3"
          severity: medium
          frequency: daily
          criterion: all
          requires: [inventory, access_log]
          check: "Jobs complete on schedule; errors detected, logged, corrected; totals reconcile between steps"
          applicability: "Is the processing integrity category in the scope of the report?"
        - id: PI1.4
          title: "Output complete, timely, to entitled people"
          group: PI1
          source: "TSC PI1.4"
          severity: medium
          frequency: daily
          criterion: all
          requires: [data_catalog, access_log]
          check: "Outputs reach only entitled recipients, complete and on time; reconciliations recorded"
          applicability: "Is the processing integrity category in the scope of the report?"
        - id: PI1.5
          title: "Stored data stays whole and retained"
          group: PI1
          source: "TSC PI1.5"
          severity: medium
          frequency: daily
          criterion: all
          requires: [data_catalog, inventory]
          check: "Stored inputs, work in progress and outputs are protected, complete and retained per rule"
          applicability: "Is the processing integrity category in the scope of the report?"
        - id: P1.1
          title: "Privacy notice current and covering all purposes"
          group: P1
          source: "TSC P1.1"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record, data_catalog]
          check: "Privacy notice is current, dated, reachable, and covers every processing purpose found in the catalog"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.13", relation: intersects, reason: "Both need a privacy notice that covers every purpose"}
        - id: P2.1
          title: "People's choices recorded and obeyed"
          group: P2
          source: "TSC P2.1"
          severity: medium
          frequency: continuous
          criterion: all
          requires: [governance_record, access_log]
          check: "Consent or other choice recorded before collection for each purpose that needs it; withdrawals applied"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.7", relation: intersects, reason: "Both need consent recorded and withdrawal applied"}
        - id: P3.1
          title: "No personal field without a purpose"
          group: P3
          source: "TSC P3.1"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Each personal field in the catalog links to a stated purpose; no field without one"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.5.1.c", relation: intersects, reason: "Both allow only fields that a purpose needs"}
        - id: P3.2
          title: "Clear consent before sensitive data is taken"
          group: P3
          source: "TSC P3.2"
          severity: high
          frequency: continuous
          criterion: all
          requires: [governance_record, access_log]
          check: "Explicit consent captured for sensitive categories before collection"
          applicability: "Is the privacy category in the scope, and is any data collected on explicit consent?"
          maps_to:
            - {control: "gdpr:Art.9", relation: intersects, reason: "Both need explicit consent or the like for sensitive data"}
        - id: P4.1
          title: "Personal data used for stated purposes only"
          group: P4
          source: "TSC P4.1"
          severity: high
          frequency: continuous
          criterion: all
          requires: [data_catalog, access_log]
          check: "Reads of personal data happen only for declared purposes and roles"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.5.1.b", relation: intersects, reason: "Both limit use to declared purposes"}
        - id: P4.2
          title: "Personal data kept no longer than set"
          group: P4
          source: "TSC P4.2"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog]
          check: "Retention set for every personal data set; age of oldest record within limit"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.5.1.e", relation: intersects, reason: "Both limit how long personal data is kept"}
        - id: P4.3
          title: "Personal data erased for good"
          group: P4
          source: "TSC P4.3"
          severity: medium
          frequency: event
          criterion: all
          requires: [data_catalog, access_log]
          check: "Deletion requests and retention expiries lead to verified erasure, also in backups per rule"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.17", relation: intersects, reason: "Both need verified erasure on request"}
        - id: P5.1
          title: "People get to see their data"
          group: P5
          source: "TSC P5.1"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Access requests from individuals are identity-checked and answered inside the limit"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.15", relation: intersects, reason: "Both give people access to their data"}
        - id: P5.2
          title: "Wrong personal data put right"
          group: P5
          source: "TSC P5.2"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Corrections are applied and passed on to recipients; refusals explained"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.16", relation: intersects, reason: "Both correct personal data on request"}
            - {control: "gdpr:Art.19", relation: intersects, reason: "Both pass corrections on to recipients"}
        - id: P6.1
          title: "Third parties get data only on a ground"
          group: P6
          source: "TSC P6.1"
          severity: high
          frequency: continuous
          criterion: all
          requires: [data_catalog, governance_record]
          check: "Each disclosure to a third party matches a notice and consent or other basis"
          applicability: "Is the privacy category in the scope, and is personal data disclosed to third parties?"
          maps_to:
            - {control: "gdpr:Art.6", relation: intersects, reason: "Both need a ground for each disclosure"}
        - id: P6.2
          title: "Register of permitted disclosures"
          group: P6
          source: "TSC P6.2"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [access_log, governance_record]
          check: "A complete register of authorized disclosures exists and reconciles with transfer logs"
          applicability: "Is the privacy category in the scope, and is personal data disclosed to third parties?"
        - id: P6.3
          title: "Register of leaks and wrong disclosures"
          group: P6
          source: "TSC P6.3"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record, access_log]
          check: "Unauthorized disclosures are recorded, with date, scope and treatment"
          applicability: "Is the privacy category in the scope of the report?"
        - id: P6.4
          title: "Vendors bound to privacy promises"
          group: P6
          source: "TSC P6.4"
          severity: medium
          frequency: yearly
          criterion: all
          requires: [governance_record]
          check: "Vendors receiving personal data have privacy commitments in contract and were assessed"
          applicability: "Is the privacy category in the scope, and do vendors receive personal data?"
          maps_to:
            - {control: "gdpr:Art.28", relation: intersects, reason: "Both bind vendors that receive personal data"}
        - id: P6.5
          title: "Vendors report their incidents to us"
          group: P6
          source: "TSC P6.5"
          severity: medium
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Vendors must report incidents; reports received were assessed and acted on"
          applicability: "Is the privacy category in the scope, and do vendors receive personal data?"
        - id: P6.6
          title: "Breach notices sent in time"
          group: P6
          source: "TSC P6.6"
          severity: high
          frequency: event
          criterion: all
          requires: [governance_record]
          check: "Breach notifications went to people and authorities inside the limit"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.33", relation: intersects, reason: "Both need the authority told in time"}
            - {control: "gdpr:Art.34", relation: intersects, reason: "Both need people told of a breach"}
        - id: P6.7
          title: "People told who received their data"
          group: P6
          source: "TSC P6.7"
          severity: low
          frequency: event
          criterion: all
          requires: [governance_record, data_catalog]
          check: "On request, individuals get an account of their data and to whom it was disclosed"
          applicability: "Is the privacy category in the scope of the report?"
        - id: P7.1
          title: "Personal data accurate and complete"
          group: P7
          source: "TSC P7.1"
          severity: medium
          frequency: monthly
          criterion: all
          requires: [data_catalog]
          check: "Accuracy and completeness checks on personal data run and pass their thresholds"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.5.1.d", relation: intersects, reason: "Both need accuracy checks on personal data"}
        - id: P8.1
          title: "Privacy complaints answered and trends watched"
          group: P8
          source: "TSC P8.1"
          severity: low
          frequency: quarterly
          criterion: all
          requires: [governance_record]
          check: "Privacy complaints are logged, resolved in time, trended; monitoring of the privacy program recorded"
          applicability: "Is the privacy category in the scope of the report?"
          maps_to:
            - {control: "gdpr:Art.12", relation: intersects, reason: "Both need requests and complaints answered in time"}
      """#
    ),
  ]
}
