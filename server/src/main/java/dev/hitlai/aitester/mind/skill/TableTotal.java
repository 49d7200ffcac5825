package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** "The total price of the order": the lines of a table added up, each with how many of it. */
final class TableTotal implements Values.Answer {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i).*\\b(?:total|sum|altogether|in all|add up|grand total|what .* (?:comes?"
              + " to|costs?)|amount (?:due|to pay))\\b.*");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)\\W*(?:number|qty|quantity|count|pieces|pcs|amount|how"
              + " many|units|copies|times|items|no)\\b\\W*");
  private static final Pattern EACH =
      Pattern.compile(
          "(?i)\\W*(?:each|price.*|unit price|cost.*|per"
              + " (?:piece|unit|item)|rate|fee|€|[$]|£)\\W*");

  private static final Pattern AMOUNT =
      Pattern.compile("[€$£]?\\s?-?\\d[\\d.,]*\\s?(?:€|EUR|kg|g|km|m|h|min|%|pts?)?");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (!ASKED.matcher(phrase).matches()) {
      return Optional.empty();
    }
    var rows = rows(now);
    return rows.size() < 3 ? added(rows, phrase) : total(rows).or(() -> added(rows, phrase));
  }

  /** Those of a table, else the lines of a list that are made up of several parts. */
  private static List<List<String>> rows(Sight now) {
    var rows = parts(now, t -> t.tag().equals("tr") || t.role().equals("row"));
    return rows.size() > 1
        ? rows
        : parts(
            now,
            t ->
                t.parent() != null
                    && t.children().size() < 6
                    && t.all().noneMatch(Thing::isField)
                    && AMOUNT.matcher(shown(last(t))).matches()
                    && t.parent().children().stream()
                            .filter(o -> o.tag().equals(t.tag()))
                            .filter(o -> AMOUNT.matcher(shown(last(o))).matches())
                            .count()
                        > 1);
  }

  /** A line may end in an amount without its being a part of its own: "Soap <em>3 €</em>". */
  private static Thing last(Thing line) {
    return line.children().isEmpty() ? line : line.children().getLast();
  }

  private static List<List<String>> parts(Sight now, Predicate<Thing> isRow) {
    return now.matching(isRow)
        .map(
            row ->
                Stream.concat(
                        Stream.of(row.own()).filter(own -> !own.isBlank()),
                        row.children().stream().map(TableTotal::shown))
                    .toList())
        .filter(row -> row.size() > 1)
        .toList();
  }

  /** The last column that holds nothing but amounts, added up; lines that add up themselves not. */
  private static Optional<String> added(List<List<String>> rows, String phrase) {
    var lines =
        rows.stream()
            .filter(row -> !row.getFirst().matches("(?i)\\W*(?:sub|grand )?(?:total|sum)\\b.*"))
            .toList();
    int column = amounts(lines);
    var meant = meant(lines, phrase);
    var body =
        meant.stream()
            .filter(row -> column >= 0 && row.size() > column)
            .map(row -> row.get(column))
            .filter(cell -> AMOUNT.matcher(cell).matches())
            .toList();
    boolean whole = body.size() > 1 && body.size() >= meant.size() - 1;
    return whole && phrase.matches("(?i).*\\b(?:total|sum|altogether|in all|add up)\\b.*")
        ? Optional.of(
            Arithmetic.shown(body.stream().mapToDouble(cell -> Texts.amount(bare(cell))).sum()))
        : Optional.empty();
  }

  /** The last column that holds nothing but amounts below its head, -1 when none does. */
  private static int amounts(List<List<String>> lines) {
    int width = lines.stream().mapToInt(List::size).min().orElse(0);
    for (int i = width - 1; i >= 0; i--) {
      int column = i;
      long amounts =
          lines.stream().filter(row -> AMOUNT.matcher(row.get(column)).matches()).count();
      if (amounts > 1 && amounts >= lines.size() - 1) {
        return i;
      }
    }
    return -1;
  }

  /** "The overdue invoices": those that say so, where others say something else. */
  private static List<List<String>> meant(List<List<String>> lines, String phrase) {
    var said =
        lines.stream()
            .filter(
                row ->
                    row.stream()
                        .anyMatch(
                            cell ->
                                cell.matches("\\p{L}[\\p{L} -]{2,}")
                                    && Texts.contains(phrase, cell)))
            .toList();
    return said.size() > 1 && said.size() < lines.size() - 1 ? said : lines;
  }

  private static String bare(String amount) {
    return amount.replaceAll("[€$£]\\s?|(?<=\\d)[ ,](?=\\d{3})", "");
  }

  private static String shown(Thing cell) {
    return cell.text().isBlank() ? cell.own() : cell.text();
  }

  private static Optional<String> total(List<List<String>> rows) {
    var heads = rows.getFirst();
    var lines = rows.subList(1, rows.size());
    boolean even =
        lines.stream()
            .allMatch(
                row ->
                    row.size() == heads.size() && !row.getFirst().matches("(?i)(?:sub)?total.*"));
    int count = column(heads, COUNT);
    int each = column(heads, EACH);
    if (!even || count < 0 || each < 0 || count == each) {
      return Optional.empty();
    }
    double sum =
        lines.stream()
            .mapToDouble(row -> Texts.amount(row.get(count)) * Texts.amount(row.get(each)))
            .sum();
    return Double.isNaN(sum) ? Optional.empty() : Optional.of(Arithmetic.shown(sum));
  }

  private static int column(List<String> heads, Pattern name) {
    return IntStream.range(0, heads.size())
        .filter(i -> name.matcher(heads.get(i)).matches())
        .findFirst()
        .orElse(-1);
  }
}
