package dev.hitlai.aitester.mind.form;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Decision.Observation.Kind;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fills one form field by field and submits it: perhaps once with a slip to see how errors are
 * told, then with valid values, and again when the form complains. Remembers fields by their
 * selector, as each page view has elements of its own.
 */
public final class FormFiller {
  private static final int MOST_SUBMISSIONS = 4;

  private final FormFilling filling;
  private final Predicate<Element> usable;
  private final Set<String> done = new LinkedHashSet<>();
  private final Map<String, String> typed = new LinkedHashMap<>();
  private final List<Observation> noticed = new ArrayList<>();
  private boolean slipPlanned;
  private boolean slipMade;
  private int submissions;
  private boolean submitted;

  /**
   * @param usable which elements the persona can find and use
   * @param slip whether to mistype the e-mail address the first time
   */
  public FormFiller(FormFilling filling, Predicate<Element> usable, boolean slip) {
    this.filling = filling;
    this.usable = usable;
    this.slipPlanned = slip;
  }

  /** The next action on the form, or empty when nothing sensible is left to do on it. */
  public Optional<Action> next(PageView page, PageView.Form form) {
    var fields = fields(page, form);
    if (submitted) {
      return Optional.empty();
    }
    var required =
        fields.stream().anyMatch(e -> e.field() != null && FormFilling.isRequired(e, e.field()));
    for (var element : fields) {
      if (!done.contains(element.selector())) {
        var action = action(element, fields, required);
        done.add(element.selector());
        if (action.isPresent()) {
          return action;
        }
      }
    }
    return submit(page, form);
  }

  private Optional<Action> action(Element element, List<Element> all, boolean required) {
    if (slipPlanned && FieldMeaning.of(element) == FieldMeaning.EMAIL) {
      slipPlanned = false;
      slipMade = true;
      var mistyped = filling.mistypedEmail();
      typed.put(element.selector(), mistyped);
      return Optional.of(new Action.Type(element, mistyped));
    }
    var action = filling.fill(element, required).or(() -> oneOfGroup(element, all));
    if (action.isPresent() && action.get() instanceof Action.Type type) {
      typed.put(element.selector(), type.text());
    }
    return action;
  }

  /** Where nothing of a radio group is chosen and the mission doesn't care, the first is taken. */
  private Optional<Action> oneOfGroup(Element element, List<Element> all) {
    if (!"radio".equals(element.role())) {
      return Optional.empty();
    }
    var group = all.stream().filter(other -> sameGroup(element, other)).toList();
    var chosen = group.stream().anyMatch(other -> Boolean.TRUE.equals(other.state().checked()));
    var asked = group.stream().anyMatch(other -> filling.fill(other, true).isPresent());
    if (chosen || asked || !group.getFirst().selector().equals(element.selector())) {
      return Optional.empty();
    }
    return Optional.of(new Action.Check(element, true));
  }

  private static boolean sameGroup(Element one, Element other) {
    return "radio".equals(other.role()) && one.context().group().equals(other.context().group());
  }

  private Optional<Action> submit(PageView page, PageView.Form form) {
    if (submissions >= MOST_SUBMISSIONS) {
      return Optional.empty();
    }
    submissions++;
    submitted = true;
    return Optional.of(
        page.element(form.submit())
            .filter(usable)
            .<Action>map(Action.Click::new)
            .orElseGet(() -> new Action.Press("Enter")));
  }

  private List<Element> fields(PageView page, PageView.Form form) {
    return form.fields().stream()
        .flatMap(ref -> page.element(ref).stream())
        .filter(usable)
        .sorted(Comparator.comparingInt(Element::order))
        .toList();
  }

  /** Whether the form was sent and the answer has not been looked at. */
  public boolean isSubmitted() {
    return submitted;
  }

  public int submissions() {
    return submissions;
  }

  /**
   * Looks at the form after it was sent.
   *
   * @return whether it complains; then {@link #next} corrects what is wrong and sends it again
   */
  public boolean complains(PageView page, PageView.Form form) {
    submitted = false;
    var fields = fields(page, form);
    var wrong = fields.stream().filter(FormFiller::isWrong).toList();
    if (wrong.isEmpty() && !slipMade) {
      return false;
    }
    observe(fields, wrong);
    for (var element : fields) {
      if (isWrong(element) || isEmptied(element) || slipMade && isSlip(element)) {
        done.remove(element.selector());
      }
    }
    slipMade = false;
    return true;
  }

  private boolean isSlip(Element element) {
    return FieldMeaning.of(element) == FieldMeaning.EMAIL;
  }

  private static boolean isWrong(Element element) {
    var field = element.field();
    return field != null && (field.invalid() || !field.error().isBlank());
  }

  private boolean isEmptied(Element element) {
    var field = element.field();
    return field != null && field.valueLength() == 0 && typed.containsKey(element.selector());
  }

  private void observe(List<Element> fields, List<Element> wrong) {
    for (var element : fields) {
      if (isEmptied(element) && !FieldMeaning.of(element).name().startsWith("PASSWORD")) {
        notice(Kind.INPUT_LOST, "What was typed into \"%s\" is gone after the error", element);
      }
    }
    for (var element : wrong) {
      var field = element.field();
      if (field == null) {
        continue;
      }
      if (!ErrorText.saysWhatToDo(field.error())) {
        notice(
            Kind.UNHELPFUL_ERROR,
            "The error at \"%s\" does not say what to do: " + field.error(),
            element);
      }
      if (!typed.containsKey(element.selector()) && !FormFilling.isRequired(element, field)) {
        notice(
            Kind.UNMARKED_REQUIRED, "\"%s\" turned out to be required and was not marked", element);
      }
    }
  }

  private void notice(Kind kind, String sentence, Element element) {
    var label = FieldMeaning.words(element);
    var option = new dev.hitlai.aitester.mind.Decision.Option(label, element.selector(), 0);
    noticed.add(new Observation(kind, sentence.replace("%s", label), List.of(option)));
  }

  /** What was noticed since the last call. */
  public List<Observation> takeObservations() {
    var result = List.copyOf(noticed);
    noticed.clear();
    return result;
  }
}
