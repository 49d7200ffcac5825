package dev.hitlai.aitester.replay;

import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.StepRecord.Landing;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.browser.Actuator;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.ForbiddenActions;
import dev.hitlai.aitester.browser.PageFailure;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.aitester.replay.ReplayReport.Step;
import dev.hitlai.aitester.replay.ReplayReport.Verdict;
import dev.hitlai.aitester.replay.TargetSearch.Found;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocument.Target;
import dev.hitlai.aitester.run.StartPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One mission walked again in a session of its own, until its end or until there is no way on. */
final class MissionReplay {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
  private static final int LOOKS = 10;

  private final ReplayPlan plan;
  private final RunDocument.MissionOutcome mission;
  private final BrowserSession session;
  private final EvidenceStore evidence;
  private final Consumer<Step> listener;
  private final String name;
  private final Secrets secrets;
  private final Deployment deployment;
  private final Actuator actuator;
  private final List<Step> steps = new ArrayList<>();
  private PageView view;

  /**
   * @param name of this mission within file names
   */
  MissionReplay(
      ReplayPlan plan,
      RunDocument.MissionOutcome mission,
      BrowserSession session,
      EvidenceStore evidence,
      Consumer<Step> listener,
      String name) {
    this.plan = plan;
    this.mission = mission;
    this.session = session;
    this.evidence = evidence;
    this.listener = listener;
    this.name = name;
    secrets = Secrets.of(plan.secrets());
    deployment = plan.deployment();
    actuator = new Actuator(session);
    view = StartPage.open(session, _ -> {});
  }

  ReplayReport.Mission run() {
    var wayOn = true;
    for (var recorded : mission.steps()) {
      wayOn = wayOn && walked(recorded);
      if (steps.size() < recorded.index()) {
        note(recorded, new Likeness(Verdict.NOT_REACHED, ""));
      }
    }
    return ReplayReport.Mission.of(mission.mission(), mission.persona(), steps);
  }

  /** Does one step; false when there is no way on. */
  private boolean walked(RunDocument.Step recorded) {
    if (session.timeLeft().isZero()) {
      note(recorded, Likeness.diverged("the time was up"));
      return false;
    }
    try {
      return RecordedAction.of(recorded).ends() ? ended(recorded) : acted(recorded);
    } catch (PageFailure | PlaywrightException e) {
      note(recorded, Likeness.diverged("the page stopped answering: " + e.getMessage()));
      return false;
    }
  }

  private boolean ended(RunDocument.Step recorded) {
    note(recorded, Likeness.ofEnd(recorded, Landing.of(view), deployment));
    return true;
  }

  private boolean acted(RunDocument.Step recorded) {
    var action = RecordedAction.of(recorded);
    var target = find(action.input().target());
    var onto = find(action.input().onto());
    if (isMissing(action.input().target(), target) || isMissing(action.input().onto(), onto)) {
      return missed(recorded);
    }
    var todo = action.on(element(target), element(onto), deployment, plan.secrets());
    var refusal = refusal(todo);
    if (refusal.isPresent()) {
      note(recorded, Likeness.diverged(refusal.get()));
      return false;
    }
    session.release();
    var outcome = actuator.perform(todo);
    view = perceive();
    var likeness = Likeness.of(recorded, outcome, Landing.of(view), deployment);
    note(recorded, remarked(likeness, target));
    return true;
  }

  /** In the recording too there may have been nothing to act on any more. */
  private boolean missed(RunDocument.Step recorded) {
    if (recorded.outcome().equals("error")) {
      note(recorded, Likeness.same("it can't be acted on, as in the recording"));
      return true;
    }
    note(
        recorded,
        Likeness.diverged(
            "“"
                + recorded.targetName()
                + "” is not on the page: neither at "
                + recorded.selector()
                + " nor by role and name"));
    return false;
  }

  private static boolean isMissing(@Nullable Target target, Optional<Found> found) {
    return target != null && found.isEmpty();
  }

  private static @Nullable Element element(Optional<Found> found) {
    return found.map(Found::element).orElse(null);
  }

  /** Looks for a while: what is loading may still bring it. */
  private Optional<Found> find(@Nullable Target target) {
    if (target == null) {
      return Optional.empty();
    }
    var found = TargetSearch.find(view, target);
    for (int i = 0; i < LOOKS && found.isEmpty() && !session.timeLeft().isZero(); i++) {
      session.release();
      session.pause(LOOK_AGAIN);
      view = perceive();
      found = TargetSearch.find(view, target);
    }
    return found;
  }

  private PageView perceive() {
    session.hold();
    return Perception.of(session);
  }

  /** What even a recording does not justify; the rest is guarded where the browser is driven. */
  private Optional<String> refusal(Action action) {
    var pressed =
        switch (action) {
          case Action.Click click -> Optional.of(click.target());
          case Action.Press press when press.key().equals("Enter") -> sender();
          case Action.Keys keys when keys.key().equals("Enter") -> Optional.of(keys.target());
          default -> Optional.<Element>empty();
        };
    return pressed
        .filter(ForbiddenActions::spends)
        .map(element -> "“" + element.label() + "” would spend money, which a tester never does");
  }

  /** The button that Enter presses in the focused field. */
  private Optional<Element> sender() {
    return view.elements().stream()
        .filter(element -> element.state().focused() && element.field() != null)
        .flatMap(
            element -> view.forms().stream().filter(form -> form.fields().contains(element.ref())))
        .findFirst()
        .flatMap(form -> view.element(form.submit()));
  }

  private static Likeness remarked(Likeness likeness, Optional<Found> target) {
    var difference = target.map(Found::difference).orElse("");
    if (difference.isEmpty()) {
      return likeness;
    }
    var detail = likeness.detail().isEmpty() ? difference : likeness.detail() + "; " + difference;
    return new Likeness(likeness.verdict(), detail);
  }

  private void note(RunDocument.Step recorded, Likeness likeness) {
    var step =
        new Step(
            recorded.index(),
            recorded.description(),
            likeness.verdict(),
            secrets.mask(likeness.detail()),
            secrets.mask(view.url()),
            likeness.verdict() == Verdict.DIVERGED ? picture(recorded.index()) : null);
    steps.add(step);
    listener.accept(step);
  }

  private @Nullable String picture(int index) {
    try {
      return evidence.save(
          name + "-step-%02d.jpg".formatted(index), "image/jpeg", session.screenshot());
    } catch (PageFailure | PlaywrightException e) {
      return null; // A page that failed has no picture.
    }
  }
}
