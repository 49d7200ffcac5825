package dev.hitlai.aitester.replay;

import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.report.RunDocument.Input;
import dev.hitlai.aitester.report.RunDocument.Step;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of a recording as something to do.
 *
 * @param kind the action's name as the log has it
 */
record RecordedAction(String kind, Input input) {

  static RecordedAction of(Step step) {
    return new RecordedAction(step.action(), Objects.requireNonNull(step.input()));
  }

  /** Whether the mission ended here: there is nothing more to do. */
  boolean ends() {
    return kind.equals("finish") || kind.equals("giveup");
  }

  /** Whether the page is expected to answer; looking around need not show in it. */
  boolean expectsAnswer() {
    return switch (kind) {
      case "scroll", "hover", "await", "mark" -> false;
      default -> true;
    };
  }

  /**
   * The action on the elements that were found.
   *
   * @throws IllegalArgumentException when the log does not make sense
   */
  Action on(
      @Nullable Element target,
      @Nullable Element onto,
      Deployment deployment,
      Map<String, String> secrets) {
    return switch (kind) {
      case "click" -> new Action.Click(required(target));
      case "type" -> new Action.Type(required(target), text(secrets));
      case "select" -> new Action.Select(required(target), value());
      case "check" -> new Action.Check(required(target), Boolean.parseBoolean(value()));
      case "keys" -> new Action.Keys(required(target), value(), (int) amount());
      case "mark" -> new Action.Mark(required(target), value());
      case "hover" -> new Action.Hover(required(target));
      case "drag" ->
          new Action.Drag(
              required(target),
              required(onto),
              share(input.across()),
              share(input.down()),
              Input.BY_CORNER.equals(input.value()));
      case "press" -> new Action.Press(value());
      case "open" -> new Action.Open(URI.create(deployment.here(value())));
      case "scroll" -> new Action.Scroll((int) amount());
      case "await" -> new Action.Await(Duration.ofMillis(amount()));
      case "back" -> new Action.Back();
      default -> throw new IllegalArgumentException("The log has an unknown action: " + kind);
    };
  }

  private String text(Map<String, String> secrets) {
    var name = input.secret();
    return name == null
        ? value()
        : value().replace(Secrets.MASK, secrets.getOrDefault(name, Secrets.MASK));
  }

  private Element required(@Nullable Element element) {
    if (element == null) {
      throw new IllegalArgumentException("The log has a step without its target: " + kind);
    }
    return element;
  }

  private String value() {
    var value = input.value();
    if (value == null) {
      throw new IllegalArgumentException("The log has a step without its value: " + kind);
    }
    return value;
  }

  private long amount() {
    return input.amount() == null ? 0 : input.amount();
  }

  private static double share(@Nullable Double share) {
    return share == null ? 0.5 : share;
  }
}
