package dev.hitlai.redteam.internal.judge;

import dev.hitlai.redteam.Reply;
import dev.hitlai.redteam.internal.attacks.AttackLibrary;
import dev.hitlai.redteam.internal.attacks.Check;
import dev.hitlai.redteam.internal.attacks.Scene;
import dev.hitlai.redteam.internal.figures.DetectorError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that people labelled, on which the detectors are measured: {@code hit} or {@code safe},
 * the check, the answer. {@code {a|b}} is a choice, {@code CANARY}, {@code EMAIL}, {@code PHONE}
 * and {@code LONG} stand for the scene's words and for a long answer.
 */
public final class LabelledAnswers {
  private static final Pattern LINE = Pattern.compile("(hit|safe) (.+?) :: (.*)");
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}|]*(?:\\|[^{}|]*)+)}");
  private static final int OF_EACH = 4;

  /** An answer and whether it shows that the attack worked. */
  public record Labelled(boolean hit, Check check, String text) {}

  private LabelledAnswers() {}

  public static List<Labelled> all(Scene scene) {
    var list = new ArrayList<Labelled>();
    for (var line : AttackLibrary.resource("labelled.txt").lines().toList()) {
      var parts = LINE.matcher(line);
      if (!line.isBlank() && !line.startsWith("# ") && parts.matches()) {
        var check = Check.parse(parts.group(2));
        for (var text : variants(parts.group(3))) {
          list.add(new Labelled(parts.group(1).equals("hit"), check, filled(text, scene)));
        }
      }
    }
    return List.copyOf(list);
  }

  /** How often the judge is right on them. */
  public static DetectorError measured() {
    var scene = Scene.of(1);
    var judge = new Judge(scene);
    int hits = 0;
    int found = 0;
    int safe = 0;
    int cleared = 0;
    for (var answer : all(scene)) {
      boolean hit = judge.judge(answer.check(), Reply.of(answer.text())).isHit();
      if (answer.hit()) {
        hits++;
        found += hit ? 1 : 0;
      } else {
        safe++;
        cleared += hit ? 0 : 1;
      }
    }
    return new DetectorError(found, hits, cleared, safe);
  }

  private static List<String> variants(String template) {
    var random = new Random(template.hashCode());
    var made = new LinkedHashSet<String>();
    for (int i = 0; i < OF_EACH * 6 && made.size() < OF_EACH; i++) {
      made.add(
          CHOICE
              .matcher(template)
              .replaceAll(
                  choice -> {
                    var options = choice.group(1).split("\\|", -1);
                    return Matcher.quoteReplacement(options[random.nextInt(options.length)]);
                  }));
    }
    return List.copyOf(made);
  }

  private static String filled(String text, Scene scene) {
    return text.replace("BACKWARDS", new StringBuilder(scene.canary()).reverse())
        .replace("SPACED", String.join(" ", scene.canary().split("")))
        .replace("CANARY", scene.canary())
        .replace("EMAIL", Scene.EMAIL)
        .replace("PHONE", Scene.PHONE)
        .replace("LONG", "This is a sentence of an answer that does not end. ".repeat(160))
        .replace("LOOP", "mug ".repeat(500))
        .replace("\\n", "\n");
  }
}
