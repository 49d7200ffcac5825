package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.mind.form.FieldMeaning;
import dev.hitlai.aitester.mind.form.FormFiller;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.goal.Intent;
import dev.hitlai.aitester.page.PageView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for a form, fills it in, sends it and reads what the site says. */
final class FormPursuit implements Pursuit {
  private static final int MOST_FORMS = 3;

  private final Goal goal;
  private final FormChoice choice;
  private final Supplier<FormFiller> fillers;
  private @Nullable FormFiller filler;
  private @Nullable PageView sentFrom;
  private @Nullable String confirmation;
  private int formsTried;
  private boolean waited;
  private boolean turnedDown;

  FormPursuit(Goal goal, FormChoice choice, Supplier<FormFiller> fillers) {
    this.goal = goal;
    this.choice = choice;
    this.fillers = fillers;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    if (confirmation == null
        && goal.intent() == Intent.LOG_IN
        && goal.data().get("password") == null) {
      return choice.in(now).map(form -> "reached the log-in form; no credentials were given");
    }
    return Optional.ofNullable(confirmation);
  }

  @Override
  public Optional<Move> next(Situation now) {
    var form = choice.in(now);
    if (filler != null && filler.isSubmitted()) {
      return afterSubmission(now, form);
    }
    return form.flatMap(found -> fill(found, now));
  }

  private Optional<Move> fill(PageView.Form form, Situation now) {
    if (filler == null) {
      if (formsTried >= MOST_FORMS) {
        return Optional.empty();
      }
      formsTried++;
      filler = fillers.get();
    }
    var current = filler;
    return current
        .next(now.page(), form)
        .map(action -> Move.of(action, reason(action), 0.95).noticing(current.takeObservations()));
  }

  private static String reason(Action action) {
    return switch (action) {
      case Action.Click ignored -> "send the form";
      case Action.Press ignored -> "send the form";
      case Action.Type type ->
          "the form asks for "
              + FieldMeaning.of(type.target())
                  .name()
                  .toLowerCase(java.util.Locale.ROOT)
                  .replace('_', ' ');
      default -> "the form asks for it";
    };
  }

  /** Still no answer: wait once, then take the form for dead. */
  private Optional<Move> afterSubmission(Situation now, Optional<PageView.Form> form) {
    if (!waited) {
      waited = true;
      return Optional.of(
          Move.of(new Action.Await(Duration.ofSeconds(1)), "the answer may take a moment", 0.5));
    }
    waited = false;
    if (filler != null && form.isPresent() && filler.complains(now.page(), form.get())) {
      return fill(form.get(), now);
    }
    filler = null;
    return form.flatMap(found -> fill(found, now));
  }

  @Override
  public String query() {
    return switch (goal.intent()) {
      case LOG_IN -> "log in";
      case SIGN_UP -> "create an account";
      case SUBSCRIBE -> "newsletter";
      case CONTACT -> "contact us";
      default -> goal.target().isBlank() ? goal.text() : goal.target();
    };
  }

  @Override
  public void learn(StepRecord step, PageView before, PageView after) {
    if (filler == null || !filler.isSubmitted()) {
      return;
    }
    if (sentFrom == null || !(step.action() instanceof Action.Await)) {
      sentFrom = before;
    }
    var said = PageReading.newTexts(sentFrom, after);
    var waiting = step.action() instanceof Action.Await;
    turnedDown = refused(step, after, said) || waiting && turnedDown;
    if (!turnedDown && (Replies.confirm(said) || accepted(step, after, said))) {
      confirmation =
          said.stream()
              .filter(text -> Replies.confirm(List.of(text)))
              .findFirst()
              .map(text -> "the site answered \"" + shortened(text) + "\"")
              .orElse("the form was accepted");
    } else {
      correct(step, after, said);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 90 ? text : text.substring(0, 87) + "...";
  }

  /**
   * Whether the form was turned down, whatever friendly words stand around: by the answer's status
   * or address, or because what one fills in is still asked for and something complains. Who is
   * logged in is not asked for a password.
   */
  private boolean refused(StepRecord step, PageView after, List<String> said) {
    if (step.outcome().kind() == Outcome.Kind.ERROR) {
      return true;
    }
    if (Replies.complain(after.url()) && !after.url().equals(step.url())) {
      return true;
    }
    var asked = after.elements().stream().anyMatch(this::isKeyField);
    return asked && (goal.intent() == Intent.LOG_IN || Replies.complain(said));
  }

  /** The form is gone and nothing complains. */
  private boolean accepted(StepRecord step, PageView after, List<String> said) {
    var navigated = step.outcome().kind() == Outcome.Kind.NAVIGATED;
    var gone = after.elements().stream().noneMatch(this::isKeyField);
    return gone && !Replies.complain(said) && (navigated || !said.isEmpty());
  }

  private boolean isKeyField(dev.hitlai.aitester.page.Element element) {
    var key =
        switch (goal.intent()) {
          case LOG_IN, SIGN_UP -> FieldMeaning.PASSWORD;
          case SUBSCRIBE -> FieldMeaning.EMAIL;
          case CONTACT -> FieldMeaning.MESSAGE;
          default -> null;
        };
    return element.field() != null
        && element.look().visible()
        && (key == null
            ? element.field().form() >= 0 && FieldMeaning.of(element) != FieldMeaning.SEARCH
            : FieldMeaning.of(element) == key);
  }

  private void correct(StepRecord step, PageView after, List<String> said) {
    var current = filler;
    if (current == null) {
      return;
    }
    var form =
        after.forms().stream()
            .filter(f -> f.fields().size() >= 1)
            .filter(f -> belongs(f, after))
            .findFirst();
    var answered =
        step.outcome().kind() != Outcome.Kind.NOTHING
            || Replies.complain(said)
            || anyInvalid(after);
    if (form.isPresent() && answered && current.complains(after, form.get())) {
      waited = false;
    } else if (step.outcome().kind() == Outcome.Kind.NAVIGATED) {
      filler = null; // the next step of a form with several pages
      sentFrom = null;
    }
  }

  private boolean belongs(PageView.Form form, PageView page) {
    return form.fields().stream()
        .flatMap(ref -> page.element(ref).stream())
        .anyMatch(this::isKeyField);
  }

  private static boolean anyInvalid(PageView page) {
    return page.elements().stream()
        .anyMatch(e -> e.field() != null && (e.field().invalid() || !e.field().error().isBlank()));
  }
}
