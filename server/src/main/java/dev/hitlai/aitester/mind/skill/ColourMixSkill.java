package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Give the lamp the colour rgb(10, 20, 30)": each share of the colour in its field. */
final class ColourMixSkill implements Skill {
  private static final Pattern SHARES =
      Pattern.compile("(?i)rgba?\\(\\s*(\\d{1,3})[,\\s]+(\\d{1,3})[,\\s]+(\\d{1,3})");
  private static final Pattern HEX = Pattern.compile("#(\\p{XDigit}{6}|\\p{XDigit}{3})(?!\\w)");
  private static final List<String> NAMES =
      List.of("(?i)\\W*r(?:ed)?\\b.*", "(?i)\\W*g(?:reen)?\\b.*", "(?i)\\W*b(?:lue)?\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var shares = shares(ahead.plain(ahead.first()));
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    var slots = Slots.of(now);
    var jobs = new ArrayList<Job>();
    for (int i = 0; i < NAMES.size(); i++) {
      int share = shares.get(i);
      var name = NAMES.get(i);
      slots.stream()
          .filter(slot -> slot.kind() == Slot.Kind.NUMBER || slot.kind() == Slot.Kind.TEXT)
          .filter(slot -> slot.label().matches(name))
          .findFirst()
          .ifPresent(slot -> jobs.add(new SetNumberJob(share, slot.ref())));
    }
    return jobs.size() == NAMES.size() ? Assignment.of(new Sequence(jobs)) : Optional.empty();
  }

  /** Red, green and blue from 0 to 255; empty when the words tell no colour so. */
  private static List<Integer> shares(String words) {
    var told = SHARES.matcher(words);
    if (told.find()) {
      return List.of(number(told.group(1)), number(told.group(2)), number(told.group(3)));
    }
    var hex = HEX.matcher(words);
    if (!hex.find()) {
      return List.of();
    }
    var digits = hex.group(1).length() == 6 ? hex.group(1) : hex.group(1).replaceAll("(.)", "$1$1");
    return List.of(share(digits, 0), share(digits, 2), share(digits, 4));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int share(String digits, int at) {
    return Integer.parseInt(digits.substring(at, at + 2), 16);
  }
}
