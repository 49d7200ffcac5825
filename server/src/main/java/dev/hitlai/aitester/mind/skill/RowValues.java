package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.form.FieldMeaning;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a row of a table holds for a field: by its head, by what it means, by what is offered. */
final class RowValues {
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("born", "birth", "birthday", "dob"),
          Set.of("sex", "gender"),
          Set.of("mobile", "phone", "telephone", "tel"),
          Set.of("town", "city", "place"),
          Set.of("surname", "last", "family"),
          Set.of("forename", "first", "given"),
          Set.of("job", "profession", "occupation"),
          Set.of("zip", "postcode"));

  private final TableRows table;
  private final TableRows.Row row;

  RowValues(TableRows table, TableRows.Row row) {
    this.table = table;
    this.row = row;
  }

  Optional<String> of(Slot slot) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < table.heads().size(); i++) {
      double fit = fit(slot, table.heads().get(i).text());
      if (fit > most) {
        most = fit;
        best = i;
      }
    }
    return row.cell(best).map(Thing::text).or(() -> offered(slot));
  }

  private static double fit(Slot slot, String head) {
    if (Texts.same(head, slot.name())) {
      return 3;
    }
    var meaning = FieldMeaning.of(head);
    if (meaning != FieldMeaning.OTHER && meaning == slot.meaning()) {
      return 2;
    }
    var wanted = Set.copyOf(Words.plain(slot.name()));
    var said = Set.copyOf(Words.plain(head));
    boolean alike =
        ALIKE.stream()
            .anyMatch(
                words ->
                    words.stream().anyMatch(wanted::contains)
                        && words.stream().anyMatch(said::contains));
    double shared = Words.coverage(head, slot.name()) + Words.coverage(slot.name(), head);
    return alike ? 1.8 : shared / 2;
  }

  /** A list that offers just what one of the cells says. */
  private Optional<String> offered(Slot slot) {
    var told =
        row.cells().stream()
            .map(Thing::text)
            .filter(text -> slot.offers().stream().anyMatch(one -> Texts.same(one, text)))
            .toList();
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }
}
