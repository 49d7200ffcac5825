package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "Book seats 4 and 5 in row C": several places of one row, spelled out one by one. */
final class RowOfSeats {
  private static final String NUMBERS =
      "(\\d{1,2}(?:\\s*(?:,|and|&|to|-|–)\\s*(?:and )?\\d{1,2})*)";
  private static final String PLACE = "(?:seat|place|chair|number|locker|berth)s? (?:numbers? )?";
  private static final Pattern SEATS_FIRST =
      Pattern.compile(
          "(?i)\\b" + PLACE + NUMBERS + ",? (?:in|of|on|from) (?:the )?row ([A-Z]|\\d{1,2})\\b");
  private static final Pattern ROW_FIRST =
      Pattern.compile("(?i)\\brow ([A-Z]|\\d{1,2}),?(?: the)? " + PLACE + NUMBERS);
  private static final Pattern RANGE = Pattern.compile("(\\d{1,2})\\s*(?:to|-|–)\\s*(\\d{1,2})");

  private RowOfSeats() {}

  /** The words with each place called by its row and number. */
  static String spelled(String words) {
    var turned =
        SEATS_FIRST.matcher(words).replaceAll(match -> each(match.group(2), match.group(1)));
    return turned.equals(words)
        ? ROW_FIRST.matcher(words).replaceAll(match -> each(match.group(1), match.group(2)))
        : turned;
  }

  private static String each(String row, String numbers) {
    var all =
        RANGE
            .matcher(numbers)
            .replaceAll(
                match ->
                    java.util.stream.IntStream.rangeClosed(
                            Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(",")));
    return Pattern.compile("\\d+")
        .matcher(all)
        .results()
        .map(match -> "row " + row + " seat " + match.group())
        .collect(Collectors.joining(", "));
  }

  /** Places that are to be booked are more than marked, unless the next words say what to press. */
  static Optional<Job> taking(Clauses ahead, Sight now) {
    var verb = ahead.first().replaceFirst("\\W.*$", "");
    if (!verb.matches("(?i)book|reserve|buy|order|take|get|claim|rent|hire")
        || ahead.texts().size() > 1) {
      return Optional.empty();
    }
    var button = Commit.find(now, verb);
    return button.map(
        t ->
            new Once(
                sight ->
                    Commit.find(sight, verb)
                        .map(one -> Turn.press(sight, one, "the places are marked"))));
  }
}
