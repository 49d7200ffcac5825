package dev.hitlai.guard.internal;

import dev.hitlai.guard.Threat.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A kind of thing that must not leave the process.
 *
 * @param name what stands in its place, in brackets
 * @param cue words of which one must stand before it, because other numbers look the same; null for
 *     none
 */
record Sensitive(
    String name,
    Kind kind,
    Pattern pattern,
    Predicate<String> holds,
    @org.jspecify.annotations.Nullable Pattern cue) {
  private static final int CUE_BEFORE = 40;

  /** In the order in which they are looked for: what holds another one comes first. */
  static final List<Sensitive> ALL =
      List.of(
          secret(
              "private-key",
              "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]{0,8000}?(?:-----END [A-Z ]*PRIVATE"
                  + " KEY-----|$)"),
          secret("jwt", "(?<![\\w-])eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{8,}"),
          secret(
              "api-key",
              "(?<![\\w-])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])|(?<![\\w-])(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\\w{40,}|glpat-[\\w-]{20,}|xox[abeprs]-[\\w-]{10,}|(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}|sk-(?:ant-|proj-|or-)?[\\w-]{20,}|AIza[\\w-]{35}|gsk_[A-Za-z0-9]{20,}|xai-[A-Za-z0-9]{20,}|hf_[A-Za-z0-9]{30,}|npm_[A-Za-z0-9]{36}|hk_(?:live|test)_\\w+|SG\\.[\\w-]{16,}\\.[\\w-]{16,}|whsec_[A-Za-z0-9+/=]{20,})"),
          secret("bearer", "(?i)(?<=\\bbearer )[\\w.~+/-]{16,}=*"),
          secret(
              "password",
              "(?i)(?<=\\b(?:password|passwd|passwort|kennwort|secret|api[_-]?key|access[_-]?token|client[_-]?secret)[\"']?\\s{0,2}[:=]\\s{0,2}[\"']?)(?=[^\\s\"',;<&]*[\\d!#$%^*])[^\\s\"',;<&]{8,}"),
          secret("credentials", "(?<=://)[^/\\s:@]+:[^/\\s:@]+(?=@)"),
          person(
              "email",
              "(?<![\\w.+/-])[\\w.+%-]{1,64}@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.\\p{L}{2,24}(?![\\w-])"),
          checked(
              "iban",
              "(?<![A-Za-z0-9])[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:["
                  + " -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])",
              CheckDigits::iban),
          checked(
              "card",
              "(?<![\\d.,-])[2-6]\\d{3}(?:[ -]?\\d{4}){2}["
                  + " -]?\\d{1,7}(?![\\d-])|(?<![\\d.,-])3[47]\\d{2}[ -]?\\d{6}["
                  + " -]?\\d{5}(?![\\d-])",
              Sensitive::card),
          checked(
              "national-id",
              "(?<![A-Za-z0-9])[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z](?![A-Za-z0-9])",
              CheckDigits::italian),
          checked(
              "national-id",
              "(?<![A-Za-z0-9])(?:\\d{8}|[XYZ]\\d{7})-?[A-Z](?![A-Za-z0-9])",
              CheckDigits::spanish),
          checked(
              "national-id",
              "(?<![\\d.])[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3}"
                  + " ?\\d{3} ?\\d{2}(?![\\d.])",
              CheckDigits::french),
          checked(
              "national-id",
              "(?<![\\d.-])\\d{6}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3}[\\dXx](?![\\d.-])",
              CheckDigits::chinese),
          checked(
              "national-id",
              "(?<![A-Za-z0-9])(?:[0-2]\\d|3[01])(?:0\\d|1[0-2])\\d{2}[-+A]\\d{3}[0-9A-FHJ-NPR-Y](?![A-Za-z0-9])",
              CheckDigits::finnish),
          checked(
              "national-id",
              "(?<!\\d)\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}(?!\\d)",
              CheckDigits::brazilian),
          checked(
              "national-id",
              "(?<!\\d)\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}(?!\\d)",
              CheckDigits::belgian),
          checked(
              "national-id",
              "(?<![\\d-])(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])",
              _ -> true),
          cued(
              "national-id",
              "(?<!\\d)\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}(?!\\d)",
              id -> CheckDigits.germanTax(id.replace(" ", "")),
              "steuer|idnr|identifikationsnummer|tax"),
          cued(
              "national-id", "(?<!\\d)\\d{9}(?!\\d)", CheckDigits::dutch, "bsn|burgerservice|sofi"),
          cued("national-id", "(?<!\\d)\\d{11}(?!\\d)", CheckDigits::polish, "pesel"),
          cued(
              "national-id",
              "(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2}"
                  + " ?[A-D](?![A-Z0-9])",
              _ -> true,
              "insurance|nino|\\bni\\b"),
          person(
              "phone",
              "(?<![\\w+./-])(?:\\+|00)[1-9]\\d{0,2}[ ./-]?(?:\\(0?\\d{1,4}\\)[ ./-]?)?\\d{2,4}(?:["
                  + " ./-]?\\d{2,4}){1,4}(?![\\w-])"),
          person(
              "phone",
              "(?<![\\w+./-])\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}(?!\\d)|(?<![\\w+./-])(?<!\\d"
                  + " )0\\d{2,4}[ /-]\\d{3,8}(?:[ -]\\d{2,4})?(?![\\w-])"),
          cued(
              "phone",
              "(?<![\\w+./-])\\d{3}[ .-]\\d{3}[ .-]\\d{4}(?!\\d)|(?<![\\w+./-])0\\d{8,11}(?!\\d)",
              _ -> true,
              "phone|tel|call|mobile|fon|handy|whatsapp|fax|anruf"));

  boolean is(MatchResult match, String text) {
    return holds.test(match.group())
        && (cue == null
            || cue.matcher(text)
                .region(Math.max(0, match.start() - CUE_BEFORE), match.start())
                .find());
  }

  private static boolean card(String spaced) {
    var digits = spaced.replaceAll("\\D", "");
    return digits.length() >= 13 && digits.length() <= 19 && CheckDigits.luhn(digits);
  }

  private static Sensitive secret(String name, String regex) {
    return new Sensitive(name, Kind.SECRET, Pattern.compile(regex), _ -> true, null);
  }

  private static Sensitive person(String name, String regex) {
    return checked(name, regex, _ -> true);
  }

  private static Sensitive checked(String name, String regex, Predicate<String> holds) {
    return new Sensitive(name, Kind.PERSONAL_DATA, Pattern.compile(regex), holds, null);
  }

  private static Sensitive cued(String name, String regex, Predicate<String> holds, String cue) {
    return new Sensitive(
        name,
        Kind.PERSONAL_DATA,
        Pattern.compile(regex),
        holds,
        Pattern.compile(cue, Pattern.CASE_INSENSITIVE));
  }

  String described() {
    return name.replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
