package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Set cell B3 to 12 and cell C1 to 7": cells told by column and row, changed where they stand. */
final class SheetSkill implements Skill {
  private static final Pattern SET =
      Pattern.compile(
          "\\b(?i:cells? )?([A-Z])(\\d{1,2})\\b(?i:(?:"
              + " (?:to|as|with|is|be|becomes|should|must|say|says|contain))+| ?[=:]) ?(?i:the"
              + " (?:value|number|text|word) )?(Q\\d+|[^\\s,;]+)");
  private static final Pattern PUT =
      Pattern.compile(
          "(?i)(?:^|\\band |, )(?:enter|type|put|write|fill in|fill)? ?(?:the"
              + " (?:value|number|text|word) )?(Q\\d+|[\\w.,-]+) (?:into|in|to) (?:the )?cell"
              + " (?-i:([A-Z])(\\d{1,2}))\\b");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (!clause.matches("(?s).*\\b(?i:cells?) [A-Z]\\d.*")) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    SET.matcher(clause)
        .results()
        .forEach(
            m -> edit(m.group(1), m.group(2), ahead.plain(m.group(3)), now).ifPresent(jobs::add));
    if (jobs.isEmpty()) {
      PUT.matcher(clause)
          .results()
          .forEach(
              m -> edit(m.group(2), m.group(3), ahead.plain(m.group(1)), now).ifPresent(jobs::add));
    }
    return jobs.isEmpty() ? Optional.empty() : Assignment.of(new Sequence(jobs));
  }

  private static Optional<Job> edit(String column, String row, String value, Sight now) {
    return Cells.under(column, row, now)
        .map(cell -> new InPlaceSkill.EditJob(cell.node().ref(), value));
  }
}
