package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Select 42 with the slider", "set the volume to 7", "use the spinner to choose -3". */
final class SetNumberSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:set|move|select|choose|slide|drag|adjust|change|turn|bring|pick|increase|decrease|raise|lower|put)\\b(.*)$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.:/-])(-?\\d+(?:\\.\\d+)?)(?![\\w:/]|-\\d|\\.\\d|(?:st|nd|rd|th)\\b)");
  private static final Pattern WIDGET =
      Pattern.compile(
          "(?i)\\b(slider|spinner|stepper|knob|dial|range|number (?:field|input|box))\\b");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    var verb = VERB.matcher(clause);
    if (!verb.matches()) {
      return Optional.empty();
    }
    var number = NUMBER.matcher(ahead.plain(verb.group(1)));
    if (!number.find()) {
      return Optional.empty();
    }
    boolean named = WIDGET.matcher(clause).find();
    var jobs = new ArrayList<Job>(SeveralNumbers.jobs(ahead.plain(clause), now));
    if (!jobs.isEmpty()) {
      return Assignment.of(new Sequence(jobs));
    }
    for (var part : ahead.plain(verb.group(1)).split("\\s*,\\s*(?:and )?|\\s+and\\s+")) {
      job(part, named, now).ifPresent(jobs::add);
    }
    return jobs.isEmpty() ? Optional.empty() : Assignment.of(new Sequence(jobs));
  }

  private static Optional<Job> job(String part, boolean named, Sight now) {
    var number = NUMBER.matcher(part);
    return number.find()
        ? SeveralNumbers.nth(part, now)
            .or(() -> NumberWidget.find(subject(part), named, now))
            .map(
                widget ->
                    shownFirst(
                        subject(part),
                        widget,
                        new SetNumberJob(Double.parseDouble(number.group(1)), widget.node().ref()),
                        now))
        : Optional.empty();
  }

  /** The number of one of several rooms: its name is pressed first, where it stands apart. */
  private static Job shownFirst(String subject, Thing widget, Job setting, Sight now) {
    var name =
        now.matching(t -> t.isPressable() && !t.isField() && t.isLeaf() && t.text().length() > 2)
            .filter(t -> Texts.contains(subject, t.text()) && !Rows.sameLine(t, widget))
            .filter(t -> t.parent() != null && t.parent().children().size() > 1)
            .filter(t -> !Boolean.TRUE.equals(t.node().selected()))
            .findFirst();
    return name.isEmpty()
        ? setting
        : new Sequence(
            List.of(
                new Once(
                    sight ->
                        sight
                            .again(name.get())
                            .map(t -> Turn.press(sight, t, "its number is shown then"))),
                setting));
  }

  /** What is set, without number and kind of widget. */
  private static String subject(String words) {
    return NUMBER
        .matcher(words)
        .replaceAll(" ")
        .replaceAll(
            "(?i)\\b(?:slider|spinner|stepper|knob|dial|the|to|with|on|at|by|using|a|value|of|for|position|range|%)\\b|[^\\p{L}"
                + " ]",
            " ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
