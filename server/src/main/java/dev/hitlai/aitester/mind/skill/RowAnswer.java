package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Which mountain in the table is the highest?": the name in the row that is first by a number. */
final class RowAnswer implements Values.Answer {
  private static final Pattern WHICH =
      Pattern.compile("(?i)^(?:which|what|who|find|determine|see|the name of)\\b\\s*(.*)$");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    var which = WHICH.matcher(phrase);
    if (!Superlatives.speaksIn(phrase) || !which.matches()) {
      return Optional.empty();
    }
    var rows =
        now.matching(t -> t.tag().equals("tr") || t.role().equals("row"))
            .map(RowAnswer::cells)
            .filter(cells -> cells.size() > 1)
            .toList();
    if (rows.size() < 3) {
      return Optional.empty();
    }
    var head = rows.getFirst();
    var body = rows.subList(1, rows.size());
    int column = numeric(head, body, phrase);
    if (column < 0) {
      return Optional.empty();
    }
    var order = Comparator.comparingDouble((List<Thing> row) -> amount(row, column));
    var best =
        body.stream()
            .filter(row -> row.size() > column)
            .min(Superlatives.isLeast(phrase) ? order : order.reversed());
    int name = named(head, which.group(1));
    return best.map(row -> row.get(name).text());
  }

  private static double amount(List<Thing> row, int column) {
    return Texts.amount(row.get(column).text().replaceAll("[€$£]\\s?|(?<=\\d)[ ,](?=\\d{3})", ""));
  }

  private static List<Thing> cells(Thing row) {
    return row.children().stream()
        .filter(t -> t.tag().equals("td") || t.tag().equals("th") || t.role().contains("cell"))
        .toList();
  }

  /** The column of numbers that the words speak of, else the only one. */
  private static int numeric(List<Thing> head, List<List<Thing>> body, String words) {
    int found = -1;
    for (int i = 0; i < head.size(); i++) {
      int column = i;
      boolean numbers =
          body.stream()
              .allMatch(
                  row ->
                      row.size() > column
                          && row.get(column).text().matches("[^\\p{L}]{0,2}-?\\d.*"));
      if (numbers && Texts.contains(words, head.get(i).text())) {
        return i;
      }
      found = numbers ? i : found;
    }
    return found;
  }

  private static int named(List<Thing> head, String words) {
    for (int i = 0; i < head.size(); i++) {
      if (Finder.likeness(head.get(i).text(), words.split(" ")[0]) > 0.5) {
        return i;
      }
    }
    return 0;
  }
}
