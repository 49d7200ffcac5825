package dev.hitlai.guard.internal.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attacks and harmless texts, generated from the templates that ship: {@code {a|b}} is a choice,
 * {@code $act} a list. Whole families of attacks and whole topics of harmless texts are held back.
 */
public final class Corpus {
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}|]*(?:\\|[^{}|]*)+)}");
  private static final Pattern LIST = Pattern.compile("\\$(act|say|later)\\b");
  private static final Pattern HEAD =
      Pattern.compile("\\[([\\w-]+)(?: (instruction|jailbreak))? (train|held)]");

  /**
   * @param group family of an attack or topic of a harmless text
   * @param kind {@code instruction}, {@code jailbreak} or {@code benign}
   */
  public record Text(String text, String group, String kind, boolean held) {}

  private record Template(String line, String group, String kind, boolean held) {}

  private final Map<String, List<String>> lists = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();
  private final String hash;

  public Corpus() {
    var attacks = resource("attacks.txt");
    var benign = resource("benign.txt");
    read(attacks, "");
    read(benign, "benign");
    hash = sha256(attacks + benign);
  }

  /** SHA-256 of the files; weights that were learned from other files are out of date. */
  public String hash() {
    return hash;
  }

  /** Up to so many different texts of each template; the same seed gives the same texts. */
  public List<Text> texts(int ofEach, long seed) {
    var random = new Random(seed);
    var texts = new ArrayList<Text>();
    for (var template : templates) {
      var made = new LinkedHashSet<String>();
      for (int i = 0; i < ofEach * 4 && made.size() < ofEach; i++) {
        made.add(expand(template.line(), random));
      }
      made.forEach(
          text -> texts.add(new Text(text, template.group(), template.kind(), template.held())));
    }
    return texts;
  }

  private String expand(String line, Random random) {
    var listed =
        LIST.matcher(line)
            .replaceAll(
                name ->
                    Matcher.quoteReplacement(
                        pick(lists.getOrDefault(name.group(1), List.of("")), random)));
    return CHOICE
        .matcher(listed)
        .replaceAll(
            choice ->
                Matcher.quoteReplacement(pick(List.of(choice.group(1).split("\\|", -1)), random)))
        .replaceAll(" {2,}", " ")
        .strip();
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private void read(String file, String kind) {
    var head = HEAD.matcher("");
    List<String> list = null;
    for (var line :
        file.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("# ")).toList()) {
      var next = HEAD.matcher(line);
      if (next.matches()) {
        head = next;
      } else if (line.matches("\\$(act|say|later)")) {
        list = lists.computeIfAbsent(line.substring(1), _ -> new ArrayList<>());
      } else if (list != null) {
        list.add(line);
      } else {
        var of = kind.isEmpty() ? head.group(2) : kind;
        templates.add(new Template(line, head.group(1), of, head.group(3).equals("held")));
      }
    }
  }

  private static String resource(String name) {
    try (var stream = Corpus.class.getResourceAsStream("/dev/hitlai/guard/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("The corpus lacks " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
