package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
    var rows =
        now.matching(t -> t.tag().equals("tr") || t.role().equals("row"))
            .map(row -> row.children().stream().map(t -> shown(t)).toList())
            .filter(row -> row.size() > 1)
            .toList();
    return rows.size() < 3 ? added(rows, phrase) : total(rows).or(() -> added(rows, phrase));
  }

  /** The last column that holds nothing but amounts, added up; lines that add up themselves not. */
  private static Optional<String> added(List<List<String>> rows, String phrase) {
    var lines =
        rows.stream()
            .filter(row -> !row.getFirst().matches("(?i)\\W*(?:sub|grand )?(?:total|sum)\\b.*"))
            .toList();
    var body = lines.stream().filter(row -> AMOUNT.matcher(row.getLast()).matches()).toList();
    boolean whole = body.size() > 1 && body.size() >= lines.size() - 1;
    return whole && phrase.matches("(?i).*\\b(?:total|sum|altogether|in all|add up)\\b.*")
        ? Optional.of(
            Arithmetic.shown(body.stream().mapToDouble(row -> Texts.amount(bare(row))).sum()))
        : Optional.empty();
  }

  private static String bare(List<String> row) {
    return row.getLast().replaceAll("[€$£]\\s?|(?<=\\d)[ ,](?=\\d{3})", "");
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
