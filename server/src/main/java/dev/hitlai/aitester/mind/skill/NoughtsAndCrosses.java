package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Win a game of tic-tac-toe": the best reply on a board of three by three. */
final class NoughtsAndCrosses implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i).*\\b(?:tic[- ]?tac[- ]?toe|noughts and crosses|three in a (?:row|line))\\b.*");
  private static final Pattern AS_NOUGHT =
      Pattern.compile(
          "(?i)\\b(?:as|you are|playing|play|with) (?:the )?(?:O|noughts?|circles?)\\b");
  private static final double DRAW = 0.25;
  private static final int[][] LINES = {
    {0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}
  };

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var all = ahead.plain(ahead.rest());
    if (!ASKED.matcher(all).matches() || board(now).size() != 9) {
      return Optional.empty();
    }
    char own = AS_NOUGHT.matcher(all).find() ? 'O' : 'X';
    return Assignment.of(sight -> move(sight, own), ahead.texts().size());
  }

  private static Turn move(Sight now, char own) {
    var cells = board(now);
    if (cells.size() != 9) {
      return Turn.done();
    }
    var marks = new char[9];
    for (int i = 0; i < 9; i++) {
      marks[i] = mark(cells.get(i));
    }
    if (wins(marks, 'X') || wins(marks, 'O')) {
      return Turn.done();
    }
    int best = best(marks, own);
    return best < 0 ? Turn.done() : Turn.press(now, cells.get(best), "this is the best square");
  }

  /** Nine squares of one size in three rows. */
  private static List<Thing> board(Sight now) {
    var squares =
        now.matching(t -> t.tag().matches("td|button|div|span|rect|li|g"))
            .filter(t -> t.text().strip().length() < 2 && t.box().width() >= 14)
            .filter(t -> Math.abs(t.box().width() - t.box().height()) < 0.4 * t.box().width())
            .toList();
    for (var square : squares) {
      var alike = squares.stream().filter(t -> isAlike(t, square)).toList();
      var rows = Peers.rows(alike);
      if (alike.size() == 9 && rows.size() == 3) {
        var board = new ArrayList<Thing>();
        rows.forEach(board::addAll);
        return board;
      }
    }
    return List.of();
  }

  private static boolean isAlike(Thing one, Thing other) {
    return one.tag().equals(other.tag())
        && Math.abs(one.box().width() - other.box().width()) < 4
        && Math.abs(one.box().height() - other.box().height()) < 4;
  }

  private static char mark(Thing cell) {
    var said =
        cell.text().strip()
            + cell.all()
                .map(t -> " " + t.node().name() + " " + t.node().hint())
                .reduce("", String::concat);
    if (said.matches("(?is).*(?:^|\\W)(?:x|[✕✖❌╳×]|cross|mark-?x)(?:\\W|$).*")) {
      return 'X';
    }
    boolean round =
        cell.text().strip().equals("0") // elsewhere a nought is but a number
            || cell.all().anyMatch(t -> t != cell && t.tag().equals("circle"));
    return round || said.matches("(?is).*(?:^|\\W)(?:o|[◯○⭕]|nought|circle|mark-?o)(?:\\W|$).*")
        ? 'O'
        : ' ';
  }

  static boolean wins(char[] marks, char who) {
    for (var line : LINES) {
      if (marks[line[0]] == who && marks[line[1]] == who && marks[line[2]] == who) {
        return true;
      }
    }
    return false;
  }

  /** The square to take, -1 on a full board. */
  static int best(char[] marks, char own) {
    int best = -1;
    double value = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 9; i++) {
      if (marks[i] == ' ') {
        marks[i] = own;
        double worth = wins(marks, own) ? 2 : chance(marks, other(own), own);
        marks[i] = ' ';
        if (worth > value) {
          value = worth;
          best = i;
        }
      }
    }
    return best;
  }

  /**
   * How likely it is to win from here against somebody who takes the best square about as often as
   * any; a draw is a little better than to lose.
   */
  private static double chance(char[] marks, char who, char own) {
    double best = who == own ? 0 : 1;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < 9; i++) {
      if (marks[i] == ' ') {
        marks[i] = who;
        double worth =
            wins(marks, who) ? (who == own ? 1 : 0) : 0.98 * chance(marks, other(who), own);
        marks[i] = ' ';
        best = who == own ? Math.max(best, worth) : Math.min(best, worth);
        sum += worth;
        count++;
      }
    }
    if (count == 0) {
      return DRAW;
    }
    return who == own ? best : (best + sum / count) / 2;
  }

  private static char other(char who) {
    return who == 'X' ? 'O' : 'X';
  }
}
