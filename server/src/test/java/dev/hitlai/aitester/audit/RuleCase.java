package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A little page that some rules must report, or must not. A file holds the cases of one subject:
 * first lines {@code key: value} ({@code rules} are ids or their beginnings, {@code audits} the
 * audits to run, {@code also} what may be reported besides), then cases, each begun by {@code ---
 * fail} or {@code --- pass} and a few words. With {@code [rule]} a case is about that rule alone;
 * {@code level: low} counts findings of any severity.
 */
record RuleCase(
    String subject, boolean fails, String title, String html, Map<String, String> settings) {
  private static final Pattern NAMED = Pattern.compile("^\\[([a-z0-9/-]+)]");
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/hitlai/aitester/audit/fixtures");

  static List<RuleCase> all() {
    try (var files = Files.list(folder())) {
      return files.sorted().flatMap(file -> read(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Files.isDirectory(FOLDER) ? FOLDER : Path.of("server").resolve(FOLDER);
  }

  private static List<RuleCase> read(Path file) {
    try {
      var parts = Files.readString(file).split("(?m)^--- ");
      var settings = settings(parts[0]);
      var subject = file.getFileName().toString().replace(".html", "");
      var cases = new ArrayList<RuleCase>();
      for (int i = 1; i < parts.length; i++) {
        int end = parts[i].indexOf('\n');
        var head = parts[i].substring(0, end).strip();
        boolean fails = head.startsWith("fail");
        if (!fails && !head.startsWith("pass")) {
          throw new IllegalArgumentException(file + ": neither fail nor pass: " + head);
        }
        var html = parts[i].substring(end + 1).strip();
        cases.add(new RuleCase(subject, fails, head.substring(4).strip(), html, settings));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(String head) {
    var settings = new HashMap<String, String>();
    head.lines()
        .filter(line -> line.contains(": "))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              settings.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            });
    return settings;
  }

  /** The one rule that the case is about; empty when it is about all of its subject's. */
  Optional<String> only() {
    var named = NAMED.matcher(title);
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** Whether a rule is one of those that the case is about. */
  boolean isAbout(String rule) {
    return only().map(rule::equals).orElseGet(() -> matches("rules", rule));
  }

  Severity level() {
    return settings.getOrDefault("level", "medium").equals("low") ? Severity.LOW : Severity.MEDIUM;
  }

  /** Whether a rule may speak up besides. */
  boolean allows(String rule) {
    return matches("also", rule) || only().isPresent() && matches("rules", rule);
  }

  private boolean matches(String key, String rule) {
    for (var name : settings.getOrDefault(key, "").split("\\s+")) {
      if (rule.equals(name) || (!name.isEmpty() && rule.startsWith(name + "/"))) {
        return true;
      }
    }
    return false;
  }

  Set<String> audits() {
    return Set.of(settings.getOrDefault("audits", "axe").split("\\s+"));
  }

  String persona() {
    return settings.getOrDefault("persona", "young_power_user");
  }

  /** The page; a body gets a head with title and language. */
  String document() {
    var start = html.toLowerCase(java.util.Locale.ROOT);
    if (start.startsWith("<!doctype") || start.startsWith("<html")) {
      return html.startsWith("<html") ? "<!doctype html>\n" + html : html;
    }
    return "<!doctype html><html lang=en><head><meta charset=utf-8><title>A page about "
        + "mugs</title></head><body>\n"
        + html
        + "\n</body></html>";
  }

  @Override
  public String toString() {
    return subject + ", " + (fails ? "fail" : "pass") + ": " + title;
  }
}
