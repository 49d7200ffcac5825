package dev.hitlai.aitester.audit;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the words in vector drawings and compares them with those around. */
final class Drawings {
  private static final Pattern TEXT = Pattern.compile("(?is)<text\\b[^>]*>(.*?)</text>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}:.,-]*");

  /** A telephone number, a time, a price: figures that people need exactly. */
  private static final Pattern FIGURES =
      Pattern.compile("\\d[\\d ()/-]{6,}\\d|\\d{1,2}[:.]\\d\\d|[€$£] ?\\d|\\d ?[€£]|@");

  private final LinkCheck check;
  private final Map<String, String> known = new HashMap<>();

  Drawings(LinkCheck check) {
    this.check = check;
  }

  /** The hit under the rule for texts in pictures, when its drawing says what nothing else says. */
  Optional<Hit> written(Hit hit) {
    var text = known.computeIfAbsent(hit.word("address"), this::text);
    var words = WORD.matcher(text).results().map(word -> word.group()).toList();
    var around = hit.word("said").toLowerCase(Locale.ROOT);
    long lost =
        words.stream().filter(word -> !around.contains(word.toLowerCase(Locale.ROOT))).count();
    boolean tells = words.size() >= 5 || FIGURES.matcher(text).find();
    if (!tells || lost * 2 <= words.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Hit(
            "text",
            hit.selector(),
            hit.signature(),
            hit.identity(),
            hit.label(),
            hit.html(),
            hit.box(),
            Map.of("words", text.length() > 60 ? text.substring(0, 57) + "…" : text)));
  }

  private String text(String address) {
    return check
        .source(URI.create(address))
        .map(
            source ->
                TEXT.matcher(source)
                    .results()
                    .map(part -> part.group(1).replaceAll("<[^>]*>", " ").strip())
                    .collect(Collectors.joining(" ")))
        .orElse("");
  }
}
