package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table with heads, and which of its rows some words mean: by number, by name, by figures. */
final class TableRows {
  private static final int LEAST_ROWS = 2;
  private static final Pattern LEADING =
      Pattern.compile(
          "(?i)\\b(?:oldest|youngest|cheapest|dearest|fastest|slowest|earliest|newest|strongest|deepest|warmest|coldest|hottest|best|worst|most|least|nearest|farthest)\\b");
  private static final Pattern LEAST =
      Pattern.compile("(?i)\\b(?:youngest|cheapest|slowest|earliest|coldest|worst|nearest)\\b");
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)\\b(?:number|no\\.?|row|line|entry|#)\\s*(\\d{1,4})\\b");
  private static final String NUMBER_HEAD = "(?i)\\W*(?:no|nr|number|id|pos|position|rank)?\\W*";

  /** What a word says of which figures. */
  private static final Map<String, String> FIGURES =
      Map.of(
          "oldest|youngest", "age",
          "cheapest|dearest|expensive", "price cost",
          "tallest|highest|lowest", "height altitude elevation",
          "heaviest|lightest", "weight",
          "fastest|slowest", "speed time",
          "longest|shortest", "length duration year day time distance",
          "hottest|warmest|coldest", "temperature",
          "biggest|largest|smallest", "size area population diameter volume surface members seats",
          "nearest|farthest", "distance");

  /** A row with its cells in order. */
  record Row(Thing thing, List<Thing> cells) {
    Optional<Thing> cell(int column) {
      return column >= 0 && column < cells.size()
          ? Optional.of(cells.get(column))
          : Optional.empty();
    }
  }

  private final List<Thing> heads;
  private final List<Row> body;

  private TableRows(List<Thing> heads, List<Row> body) {
    this.heads = heads;
    this.body = body;
  }

  /** The largest table of the page that has rows below a row of heads; empty when none has. */
  static Optional<TableRows> of(Sight now) {
    return now.matching(t -> t.tag().equals("table") || t.role().matches("table|grid"))
        .map(TableRows::read)
        .filter(table -> table.body.size() >= LEAST_ROWS)
        .max(Comparator.comparingInt(table -> table.body.size()));
  }

  private static TableRows read(Thing table) {
    var rows = new ArrayList<Row>();
    table
        .all()
        .filter(t -> t.tag().equals("tr") || t.role().equals("row"))
        .map(t -> new Row(t, t.children().stream().filter(TableRows::isCell).toList()))
        .filter(row -> row.cells().size() > 1)
        .forEach(rows::add);
    return rows.isEmpty()
        ? new TableRows(List.of(), List.of())
        : new TableRows(rows.getFirst().cells(), rows.subList(1, rows.size()));
  }

  private static boolean isCell(Thing thing) {
    return thing.tag().matches("td|th")
        || thing.role().matches("(?:grid)?cell|(?:row|column)header");
  }

  List<Thing> heads() {
    return heads;
  }

  static boolean leads(String words) {
    return Superlatives.speaksIn(words) || LEADING.matcher(words).find();
  }

  /** The row that is meant; empty when the words tell none. */
  Optional<Row> told(String words) {
    return leads(words) ? first(words) : numbered(words).or(() -> named(words));
  }

  /** First by the figures that the words speak of. */
  Optional<Row> first(String words) {
    int column = figures(words);
    if (column < 0) {
      return Optional.empty();
    }
    boolean least = Superlatives.isLeast(words) || LEAST.matcher(words).find();
    var order = Comparator.comparingDouble((Row row) -> amount(row, column));
    return body.stream()
        .filter(row -> !Double.isNaN(amount(row, column)))
        .min(least ? order : order.reversed());
  }

  private static double amount(Row row, int column) {
    return row.cell(column)
        .map(cell -> cell.text().replaceAll("[€$£]\\s?|(?<=\\d)[ ,](?=\\d{3})", ""))
        .map(Texts::amount)
        .orElse(Double.NaN);
  }

  /** The column of numbers that the words speak of, else the last one, -1 when there is none. */
  private int figures(String words) {
    var lower = words.toLowerCase(java.util.Locale.ROOT);
    int found = -1;
    for (int i = 0; i < heads.size(); i++) {
      int column = i;
      boolean numbers =
          body.stream()
              .allMatch(
                  row ->
                      row.cell(column)
                          .filter(cell -> cell.text().matches("[^\\p{L}]{0,2}-?\\d.*"))
                          .isPresent());
      var head = heads.get(i).text();
      boolean meant =
          FIGURES.entrySet().stream()
              .filter(
                  one -> Pattern.compile("\\b(?:" + one.getKey() + ")\\b").matcher(lower).find())
              .anyMatch(
                  one ->
                      List.of(one.getValue().split(" ")).stream()
                          .anyMatch(f -> Texts.contains(head, f)));
      if (numbers && (meant || speaksOf(words, head))) {
        return i;
      }
      found = numbers && !head.matches(NUMBER_HEAD) ? i : found;
    }
    return found;
  }

  private static boolean speaksOf(String words, String head) {
    var stem = Texts.plain(head).replaceFirst("\\s*\\(.*$", "").replaceFirst("s$", "");
    return !stem.isBlank() && (Texts.contains(words, stem) || Texts.contains(words, stem + "s"));
  }

  private Optional<Row> numbered(String words) {
    var number = NUMBERED.matcher(words);
    var told =
        number.find()
            ? java.util.OptionalInt.of(Integer.parseInt(number.group(1)))
            : Texts.ordinal(words);
    if (told.isEmpty()) {
      return Optional.empty();
    }
    var counted =
        body.stream()
            .filter(
                row ->
                    heads.getFirst().text().matches(NUMBER_HEAD)
                        && row.cells().getFirst().text().strip().equals("" + told.getAsInt()))
            .findFirst();
    int index = told.getAsInt() < 0 ? body.size() - 1 : told.getAsInt() - 1;
    return counted.isPresent() || index >= body.size() || index < 0
        ? counted
        : Optional.of(body.get(index));
  }

  /** The only row of which a cell is spoken of by its very words. */
  private Optional<Row> named(String words) {
    var rows =
        body.stream()
            .filter(
                row ->
                    row.cells().stream()
                        .map(Thing::text)
                        .anyMatch(text -> text.length() > 1 && Texts.contains(words, text)))
            .toList();
    return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
  }

  /**
   * What is pressed or ticked for "the row of the shop with the lowest sales": the box in the row,
   * the control that is named, else the row itself.
   */
  static Optional<Thing> leading(String words, Sight now) {
    return leads(words)
        ? of(now).flatMap(table -> table.first(words)).map(row -> handle(row, words))
        : Optional.empty();
  }

  private static Thing handle(Row row, String words) {
    var controls =
        row.thing().all().filter(t -> t != row.thing() && t.isPressable() && !isCell(t)).toList();
    return controls.stream()
        .filter(t -> t.hasWords() && Texts.contains(words, t.label()))
        .findFirst()
        .or(() -> controls.stream().filter(t -> t.role().matches("radio|checkbox")).findFirst())
        .or(() -> controls.size() == 1 ? Optional.of(controls.getFirst()) : Optional.empty())
        .orElse(row.cells().getFirst());
  }
}
