package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.Optional;

/** "Size M": opens the list that the first word stands over or in, and takes the rest from it. */
final class NamedListJob implements Job {
  private static final double NEAR = 60;

  private final String label;
  private final String value;
  private boolean opened;
  private boolean taken;

  private NamedListJob(String label, String value) {
    this.label = label;
    this.value = value;
  }

  /** Empty when the value is shown already, or no list of that name can be opened. */
  static Optional<Job> of(String item, Sight now) {
    for (int gap = item.indexOf(' '); gap > 0; gap = item.indexOf(' ', gap + 1)) {
      var job = new NamedListJob(item.substring(0, gap), item.substring(gap + 1));
      if (job.offered(now).isEmpty() && job.opener(now).isPresent() && !isShown(item, now)) {
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  /** The same where the words tell name and value apart. */
  static Optional<Job> of(String label, String value, Sight now) {
    var job = new NamedListJob(label, value);
    return label.isBlank() || job.offered(now).isPresent() || job.opener(now).isEmpty()
        ? Optional.empty()
        : Optional.of(job);
  }

  private static boolean isShown(String item, Sight now) {
    return now.matching(t -> Texts.same(t.label(), item)).findAny().isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    var offered = offered(now);
    if (taken) {
      return Turn.done();
    }
    if (opened) {
      taken = true;
      return offered
          .map(t -> Turn.press(now, Handles.of(t, now), "“" + value + "” is asked for"))
          .orElseGet(() -> Turn.stuck("“" + value + "” is not offered for “" + label + "”"));
    }
    opened = true;
    return opener(now)
        .map(t -> Turn.press(now, t, "the list of “" + label + "” has to be opened"))
        .orElseGet(() -> Turn.stuck("“" + label + "” can't be opened"));
  }

  private Optional<Thing> offered(Sight now) {
    return now.matching(t -> !t.takesText() && Texts.same(t.text(), value))
        .max(Comparator.comparingInt(t -> t.isPressable() ? 1 : 0));
  }

  private Optional<Thing> opener(Sight now) {
    return now.matching(t -> !t.isPressable() && Texts.same(t.own(), label))
        .flatMap(
            head ->
                now.matching(t -> t.order() > head.order() && (isOpener(t) || t.isField()))
                    .limit(1)
                    .filter(NamedListJob::isOpener)
                    .filter(t -> Rows.sameLine(t, head) || t.box().y() - head.box().y() < NEAR))
        .findFirst();
  }

  /** Not a field, and not one of several choices side by side. */
  private static boolean isOpener(Thing thing) {
    return thing.isPressable()
        && !thing.tag().matches("select|input|textarea|label")
        && !thing.role().matches("radio|checkbox|option|switch|link|tab")
        && thing.isLeaf()
        && !Commit.isEnd(thing)
        && !Commit.isStep(thing)
        && !Pick.isBack(thing);
  }
}
