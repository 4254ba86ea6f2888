// SPDX-License-Identifier: GPL-3.0-or-later

/// The alpha-2 codes of ISO 3166-1 that are officially assigned.
package enum CountryCodes {
  /// All 249 codes.
  package static let all: Set<String> = Set(list.split(separator: " ").map(String.init))

  private static let list =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    + "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
    + "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO "
    + "JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR "
    + "MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO "
    + "RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV "
    + "TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"

  /// Codes that are written in place of the assigned ones.
  private static let mistaken = ["UK": "GB", "EL": "GR"]

  /// Whether a text is `FR`, `AE|FR` or `unknown`: assigned codes or unknown ones, divided by bars.
  static func isList(_ text: String) -> Bool {
    text.split(separator: "|", omittingEmptySubsequences: false).allSatisfy {
      $0 == "unknown" || all.contains(String($0))
    }
  }

  /// What to write instead.
  static func hint(_ text: String) -> String {
    let usual = "write ISO country codes, for example \"FR\" or \"AE|FR\""
    if let right = mistaken[text] { return "the ISO country code is \"\(right)\"" }
    let parts = text.uppercased().split { !$0.isLetter }.map(String.init)
    guard !parts.isEmpty, parts.allSatisfy(all.contains) else { return usual }
    return "\(usual); here \"\(parts.joined(separator: "|"))\""
  }
}
