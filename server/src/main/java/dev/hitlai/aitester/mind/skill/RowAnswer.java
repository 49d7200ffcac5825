package dev.hitlai.aitester.mind.skill;

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
    if (!TableRows.leads(phrase) || !which.matches()) {
      return Optional.empty();
    }
    return TableRows.of(now)
        .flatMap(
            table ->
                table.first(phrase).flatMap(row -> row.cell(named(table.heads(), which.group(1)))))
        .map(Thing::text);
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
