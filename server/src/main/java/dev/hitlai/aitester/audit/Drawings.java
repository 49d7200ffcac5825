package dev.hitlai.aitester.audit;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the words in vector drawings and compares them with those around. */
final class Drawings {
  private static final Pattern TEXT = Pattern.compile("(?is)<text\\b[^>]*>(.*?)</text>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}:.,-]*");

  private static final Pattern SHAPE =
      Pattern.compile("(?i)<(path|circle|ellipse|line|poly\\w+|image|use|foreignObject)\\b");

  /** A telephone number, a time, a price: figures that people need exactly. */
  private static final Pattern FIGURES =
      Pattern.compile("\\d[\\d ()/-]{6,}\\d|\\d{1,2}[:.]\\d\\d|[€$£] ?\\d|\\d ?[€£]|@");

  private final LinkCheck check;
  private final Map<String, String> known = new HashMap<>();
  private final Set<String> nothingElse = new HashSet<>();

  Drawings(LinkCheck check) {
    this.check = check;
  }

  /**
   * The hit under the rule for texts in pictures, when its drawing says what nothing else says;
   * under the one for painted text, when it is nothing but text.
   */
  Optional<Hit> written(Hit hit) {
    var text = known.computeIfAbsent(hit.word("address"), this::text);
    var words = WORD.matcher(text).results().map(word -> word.group()).toList();
    var around = hit.word("said").toLowerCase(Locale.ROOT);
    long lost =
        words.stream().filter(word -> !around.contains(word.toLowerCase(Locale.ROOT))).count();
    boolean tells = words.size() >= 5 || FIGURES.matcher(text).find();
    if (tells && lost * 2 > words.size()) {
      return Optional.of(as("text", hit, text));
    }
    return words.size() >= 2 && nothingElse.contains(hit.word("address"))
        ? Optional.of(as("painted", hit, text))
        : Optional.empty();
  }

  private static Hit as(String rule, Hit hit, String text) {
    return new Hit(
        rule,
        hit.selector(),
        hit.signature(),
        hit.identity(),
        hit.label(),
        hit.html(),
        hit.box(),
        Map.of("words", text.length() > 60 ? text.substring(0, 57) + "…" : text));
  }

  /** The file's source, or what the address itself holds. */
  private Optional<String> source(String address) {
    if (!address.startsWith("data:")) {
      return check.source(URI.create(address));
    }
    var content = address.substring(address.indexOf(',') + 1);
    return address.substring(0, address.length() - content.length()).contains("base64")
        ? Optional.empty()
        : Optional.of(decoded(content));
  }

  private static String decoded(String content) {
    var safe = content.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    return URLDecoder.decode(safe, StandardCharsets.UTF_8);
  }

  private String text(String address) {
    var source = source(address);
    source.filter(whole -> !SHAPE.matcher(whole).find()).ifPresent(_ -> nothingElse.add(address));
    return source
        .map(
            drawn ->
                TEXT.matcher(drawn)
                    .results()
                    .map(part -> part.group(1).replaceAll("<[^>]*>", " ").strip())
                    .collect(Collectors.joining(" ")))
        .orElse("");
  }
}
