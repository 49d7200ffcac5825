package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked about something that has a tab of its own is read there. */
final class TabSkill implements Skill {
  private static final Pattern ASKING =
      Pattern.compile(
          "(?i)^(?:enter|type|write|put|fill"
              + " in|give|find|look|read|see|check|count|how|what|which|where|who|when)\\b.*");
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)^(?:enter|type|write|put|fill in|give) (?:the |its )?(.+?) (?:of|for|from|about)"
              + " (?:the )?(?:\\p{Ll}+ )?Q\\d+(?: (?:(?:as|in|into|for) (?:the |your"
              + " )?(.+?)|below))?$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var words = ahead.plain(ahead.first());
    if (!ASKING.matcher(ahead.first()).matches()) {
      return Optional.empty();
    }
    var named = now.matching(TabSkill::isTab).filter(t -> Texts.contains(words, t.text())).toList();
    boolean closed = named.size() == 1 && Boolean.FALSE.equals(named.getFirst().node().selected());
    var asked = ANSWER.matcher(ahead.first());
    if (named.size() == 1 && asked.matches()) {
      var field = asked.group(2) == null ? "" : asked.group(2);
      var what = ahead.plain(asked.group(1)).replaceFirst("(?i)^number of (.+)$", "$1 number");
      var reading = new ReadJob(List.of(what), Target.named(field), false);
      return Assignment.of(closed ? new Sequence(List.of(press(named), reading)) : reading);
    }
    return closed
        ? Assignment.of(new Sequence(List.of(press(named), new Following(ahead))))
        : Optional.empty();
  }

  private static boolean isTab(Thing thing) {
    return thing.role().equals("tab") && thing.text().length() > 1;
  }

  private static Job press(List<Thing> tabs) {
    int ref = tabs.getFirst().node().ref();
    return new Once(
        sight -> sight.again(ref).map(t -> Turn.press(sight, t, "this tab is spoken of")));
  }

  /** The same request once its tab is open. */
  private static final class Following implements Job {
    private final Clauses ahead;
    private @Nullable Job job;
    private boolean read;

    Following(Clauses ahead) {
      this.ahead = ahead;
    }

    @Override
    public Turn turn(Sight now) {
      if (!read) {
        read = true;
        job = Skills.read(ahead, now).map(Skill.Assignment::job).orElse(null);
      }
      return job == null ? Turn.done() : job.turn(now);
    }
  }
}
