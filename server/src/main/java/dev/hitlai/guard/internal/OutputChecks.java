package dev.hitlai.guard.internal;

import dev.hitlai.guard.Threat;
import dev.hitlai.guard.Threat.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a model's answer must not hold: canaries in any writing, foreign addresses, secrets. */
public final class OutputChecks {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b(?:https?|wss?|ftp)://(?:[^/\\s@]*@)?([^/\\s:?#\"'<>)\\]]+)|(?<![\\w:/])//([\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]");

  private OutputChecks() {}

  public static List<Threat> of(String output, Set<String> canaries, Set<String> allowedHosts) {
    var threats = new ArrayList<Threat>();
    for (var canary : canaries) {
      if (holds(output, canary)) {
        threats.add(
            new Threat(
                Kind.EXFILTRATION,
                1,
                masked(canary),
                "The answer repeats a word that must stay secret."));
      }
    }
    ADDRESS
        .matcher(output)
        .results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
        .map(host -> host.toLowerCase(Locale.ROOT))
        .distinct()
        .filter(host -> !allowed(host, allowedHosts))
        .forEach(
            host ->
                threats.add(
                    new Threat(
                        Kind.EXFILTRATION,
                        0.9,
                        host,
                        "The answer names an address outside the allowed ones.")));
    threats.addAll(Redaction.threats(output));
    return Inspection.sorted(threats);
  }

  /**
   * Whether a text repeats a word plainly, encoded, backwards, or with something between its
   * letters.
   */
  public static boolean holds(String output, String canary) {
    if (canary.isBlank()) {
      return false;
    }
    var needle = squeezed(canary);
    for (var reading : Readings.of(output)) {
      var text = squeezed(reading.text());
      if (text.contains(needle)
          || text.contains(new StringBuilder(needle).reverse())
          || text.contains(squeezed(rot13(canary)))) {
        return true;
      }
    }
    return encoded(output, canary);
  }

  private static boolean encoded(String output, String canary) {
    var bytes = canary.getBytes(StandardCharsets.UTF_8);
    var packed = NOT_WORD.matcher(output).replaceAll("");
    // Base64 of a part depends on where it starts in a group of three bytes.
    for (int shift = 0; shift < 3; shift++) {
      var padded = new byte[bytes.length + shift];
      System.arraycopy(bytes, 0, padded, shift, bytes.length);
      var code = Base64.getEncoder().withoutPadding().encodeToString(padded);
      int from = shift == 0 ? 0 : shift + 1;
      int to = code.length() - (padded.length % 3 == 0 ? 0 : 1);
      if (to - from >= 6
          && packed.contains(NOT_WORD.matcher(code.substring(from, to)).replaceAll(""))) {
        return true;
      }
    }
    return packed.toLowerCase(Locale.ROOT).contains(HexFormat.of().formatHex(bytes));
  }

  private static String rot13(String text) {
    var turned = new StringBuilder();
    for (char sign : text.toCharArray()) {
      int base = sign >= 'a' && sign <= 'z' ? 'a' : sign >= 'A' && sign <= 'Z' ? 'A' : 0;
      turned.append(base == 0 ? sign : (char) (base + (sign - base + 13) % 26));
    }
    return turned.toString();
  }

  private static String squeezed(String text) {
    return NOT_WORD.matcher(Characters.unleet(text).toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static boolean allowed(String host, Set<String> allowedHosts) {
    return allowedHosts.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name ->
                name.startsWith("*.")
                    ? host.endsWith(name.substring(1)) || host.equals(name.substring(2))
                    : host.equals(name));
  }

  private static String masked(String canary) {
    return canary.charAt(0) + "…";
  }
}
