package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * "Mark Price as Fair and Music as Good", "row C seat 3", "give Paper Moons two stars": what stands
 * where a row and a column meet.
 */
final class CellSkill implements Skill {
  private static final Pattern PAIR =
      Pattern.compile(
          "(Q\\d+|(?:\\p{Lu}[\\p{L}'’-]*)(?: [\\p{L}'’-]+){0,4}?|\\p{Ll}+(?:"
              + " \\p{Ll}+)?)(?:\\s+(?:as|to"
              + " be|is|was|with|to|gets|deserves|at|for)\\s+|\\s*[:=]\\s*)(?:being |an?"
              + " )?(Q\\d+|[\\p{L}\\d]+(?: \\p{Ll}+)?)(?=\\s*(?:,|;|\\band\\b|$|\\.))");
  private static final Pattern NAME_FIRST =
      Pattern.compile(
          "(?i)(?<![\\p{L}])(?!and\\b|for\\b|to\\b|stars?\\b|with\\b)(Q\\d+|\\p{L}[\\p{L}'’-]*(?:"
              + " [\\p{L}'’-]+){0,4}?|the \\p{L}+)\\s+(?:with |a rating of |gets |at |as |to"
              + " )?(\\d|an?|one|two|three|four|five|six)(?:[- ]stars?| points?| hearts?| out of"
              + " \\d| of \\d stars| of five stars)\\b(?: rating)?");
  private static final Pattern COUNT_FIRST =
      Pattern.compile(
          "(?i)(\\d|one|two|three|four|five)(?:[- ]stars?| points?| hearts?| out of \\d)"
              + " (?:to|for|on)"
              + " (?:the )?(Q\\d+|\\p{L}[\\p{L}'’-]*(?:"
              + " [\\p{L}'’-]+){0,4}?)(?=\\s*(?:,|\\band\\b|$|\\.))");
  private static final Pattern SEAT =
      Pattern.compile(
          "(?i)\\brow ([A-Z]|\\d{1,2}),? (?:seat|place|column|number|chair|no\\.?)s?"
              + " (\\d{1,2}|[A-Z])\\b|\\bcell"
              + " ([A-Z])(\\d{1,2})\\b|\\b(?:seats?|places?|squares?|fields?|lockers?|tables?|berths?)\\s+([A-Z])-?(\\d{1,2})\\b|(?<=,|and)"
              + " (?:seat )?([A-Z])(\\d{1,2})\\b");
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?i)\\b(?:seats|places|chairs) (\\d{1,2}) and (\\d{1,2}) (?:in|of|from|on) (?:the )?row"
              + " ([A-Z]|\\d{1,2})\\b");
  private static final Pattern COLUMN_FIRST =
      Pattern.compile(
          "(?i)\\b(?:seat|place|chair|square|plot|field|spot|locker|number|column|berth) (?:number"
              + " |no\\. ?)?([A-Z]|\\d{1,2}) (?:in|of|on|from|at) (?:the )?row"
              + " (\\d{1,2}|[A-Z])\\b");
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:mark|rate|give|set|choose|select|tick|answer|score|judge|grade|evaluate|call|award|put)\\b\\s*(.*)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    var jobs = new ArrayList<Job>();
    seats(RowOfSeats.spelled(ahead.plain(clause)), now).forEach(jobs::add);
    if (!jobs.isEmpty()) {
      RowOfSeats.taking(ahead, now).ifPresent(jobs::add);
    }
    var verb = VERB.matcher(clause);
    if (jobs.isEmpty() && verb.matches()) {
      stars(verb.group(1), ahead, now).forEach(jobs::add);
      if (jobs.isEmpty()) {
        pairs(verb.group(1), ahead, now).forEach(jobs::add);
      }
    }
    return jobs.isEmpty() ? Optional.empty() : Assignment.of(new Sequence(jobs));
  }

  /** The seats that the words tell by row and number, as far as they are here. */
  static List<Thing> told(String words, Sight now) {
    var seats = new ArrayList<Thing>();
    for (var match : SEAT.matcher(inOrder(words)).results().toList()) {
      int group = group(match);
      Cells.seat(match.group(group), match.group(group + 1), now).ifPresent(seats::add);
    }
    return seats;
  }

  /** "Seat 3 in row C" is row C, seat 3. */
  private static String inOrder(String words) {
    var single = SEVERAL.matcher(words).replaceAll("row $3 seat $1, row $3 seat $2");
    return COLUMN_FIRST.matcher(single).replaceAll("row $2 seat $1");
  }

  private static int group(MatchResult match) {
    return match.group(1) != null ? 1 : match.group(3) != null ? 3 : match.group(5) != null ? 5 : 7;
  }

  private static List<Job> seats(String words, Sight now) {
    var jobs = new ArrayList<Job>();
    for (var match : SEAT.matcher(inOrder(words)).results().toList()) {
      int group =
          match.group(1) != null ? 1 : match.group(3) != null ? 3 : match.group(5) != null ? 5 : 7;
      if (group == 7 && jobs.isEmpty()) {
        continue; // a letter and a number that no seat goes before is a name like any other
      }
      var row = match.group(group);
      var column = match.group(group + 1);
      var job = new Once(sight -> Cells.seat(row, column, sight).map(t -> press(t, sight)));
      if (job.fits(now)) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  private static List<Job> stars(String words, Clauses clauses, Sight now) {
    var jobs = new ArrayList<Job>();
    var full =
        words.matches("(?i).*\\bstars?\\b.*") // said once, meant for all
            ? words.replaceAll(
                "(?i)(?<=, |and )(\\d|one|two|three|four|five) (for|to) ", "$1 stars $2 ")
            : words;
    full =
        full.replaceAll(
            "(?i)\\b(with|at|to|gets?|as) (\\d|one|two|three|four|five)(?=\\s*(?:,|\\band\\b|$))",
            "$1 $2 stars");
    var form = COUNT_FIRST.matcher(full).find() ? COUNT_FIRST : NAME_FIRST;
    for (var match : form.matcher(full).results().toList()) {
      boolean first = form == COUNT_FIRST;
      var row = clauses.plain(match.group(first ? 2 : 1)).replaceFirst("(?i)^(?:the|an?) ", "");
      int count = Texts.number(match.group(first ? 1 : 2)).orElse(0);
      var job = new Once(sight -> Cells.nth(row, count, sight).map(t -> press(t, sight)));
      if (job.fits(now)) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  private static List<Job> pairs(String words, Clauses clauses, Sight now) {
    var jobs = new ArrayList<Job>();
    for (MatchResult match : PAIR.matcher(words).results().toList()) {
      var row = clauses.plain(match.group(1)).replaceFirst("^(?:the|and) ", "");
      var column = clauses.plain(match.group(2));
      var job = new Once(sight -> Cells.crossing(row, column, sight).map(t -> press(t, sight)));
      if (job.fits(now)) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  private static Turn press(Thing thing, Sight now) {
    var reason = "it is in the row and the column that are told";
    return thing.role().matches("checkbox|radio")
        ? Turn.act(new Action.Check(now.element(thing), true), reason)
        : Turn.press(now, thing, reason);
  }
}
