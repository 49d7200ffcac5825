package dev.hitlai.aitester.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import dev.hitlai.aitester.page.Element;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries actions out as a person would, and says what came of them. Never throws for a page. */
public final class Actuator {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final BrowserSession session;
  private final PageScript script;
  private final Pointer pointer;
  private final Keyboard keyboard;
  private final FieldInput fields;
  private final Settling settling;

  public Actuator(BrowserSession session) {
    this.session = session;
    script = new PageScript(session);
    pointer = new Pointer(session, script);
    keyboard = new Keyboard(session, script);
    fields = new FieldInput(session, script, pointer, keyboard);
    settling = new Settling(session, script);
  }

  /** Does it, waits for what it causes, and classifies that. A failed page is replaced. */
  public Outcome perform(Action action) {
    session.journal().beginAction();
    var address = session.page().url();
    var aftermath = new Aftermath(session, script, address, session.tabCount());
    try {
      session.hurry(false);
      var outcome = carryOut(action, aftermath);
      session.hurry(true);
      return outcome;
    } catch (PageFailure e) {
      return failed(e, address);
    } catch (PlaywrightException e) {
      return aftermath.error(PageFailure.reason(e));
    }
  }

  private Outcome carryOut(Action action, Aftermath aftermath) {
    return switch (action) {
      case Action.Click click -> click(click.target(), aftermath);
      case Action.Gesture gesture -> gesture(gesture, aftermath);
      case Action.Type type -> fieldOutcome(fields.type(type), aftermath);
      case Action.Select select -> fieldOutcome(fields.select(select), aftermath);
      case Action.Check check -> fieldOutcome(fields.check(check), aftermath);
      case Action.Press press -> press(press.key(), aftermath);
      case Action.Keys keys -> fieldOutcome(keyboard.repeat(keys), aftermath);
      case Action.Drag drag -> fieldOutcome(pointer.drag(drag), aftermath);
      case Action.Mark mark -> fieldOutcome(pointer.mark(mark), aftermath);
      case Action.Scroll scroll -> scroll(scroll.pixels(), aftermath);
      case Action.Hover hover -> hover(hover.target(), aftermath);
      case Action.Back _ -> back(aftermath);
      case Action.Await await -> await(await.duration(), aftermath);
      case Action.Open open -> open(open.address().toString(), aftermath);
      case Action.Finish finish -> aftermath.nothing(finish.why());
      case Action.GiveUp giveUp -> aftermath.nothing(giveUp.why());
    };
  }

  private Outcome click(Element target, Aftermath aftermath) {
    var link = target.link();
    var hosts = session.settings().hosts();
    var forbidden = ForbiddenActions.reason(target, script.formAction(target), hosts);
    if (forbidden.isPresent()) {
      return aftermath.error(forbidden.get());
    }
    if (link != null && link.href().startsWith("http") && !hosts.allows(link.href())) {
      session.journal().note(IncidentKind.HOST_NOT_ALLOWED, link.href());
      return aftermath.error("leads to another site, which is not followed: " + link.href());
    }
    if (session.settings().persona().keyboardOnly()) {
      return clickByKeyboard(target, aftermath);
    }
    var spot = pointer.approach(target);
    if (spot == null) {
      return aftermath.error(pointer.obstacle(target));
    }
    pointer.press(spot);
    settling.settle();
    return aftermath.outcome();
  }

  private Outcome clickByKeyboard(Element target, Aftermath aftermath) {
    if (!keyboard.goTo(target)) {
      return aftermath.error("“" + target.label() + "” can't be reached with the keyboard");
    }
    script.mark(target);
    keyboard.press(Keyboard.activation(target));
    settling.settle();
    return aftermath.outcome();
  }

  /** Only what a plain press can't do: it may not lead to where a press is forbidden. */
  private Outcome gesture(Action.Gesture gesture, Aftermath aftermath) {
    if (gesture.target().link() != null || !script.formAction(gesture.target()).isEmpty()) {
      return click(gesture.target(), aftermath);
    }
    return fieldOutcome(pointer.gesture(gesture), aftermath);
  }

  private Outcome fieldOutcome(@Nullable String problem, Aftermath aftermath) {
    if (problem != null) {
      return aftermath.error(problem);
    }
    settling.settle();
    return aftermath.outcome();
  }

  private Outcome press(String key, Aftermath aftermath) {
    script.mark(null);
    keyboard.press(key);
    settling.settle();
    return aftermath.outcome();
  }

  private Outcome scroll(int pixels, Aftermath aftermath) {
    script.mark(null);
    if (session.settings().persona().keyboardOnly()) {
      keyboard.press(pixels >= 0 ? "PageDown" : "PageUp");
    } else {
      pointer.scroll(pixels);
    }
    session.pump(80);
    settling.settle();
    return aftermath.outcome();
  }

  private Outcome hover(Element target, Aftermath aftermath) {
    if (session.settings().platform().touch()) {
      return aftermath.nothing("a finger can't point without pressing");
    }
    script.mark(null);
    if (session.settings().persona().keyboardOnly()) {
      keyboard.goTo(target);
    } else {
      var spot = script.locate(target);
      if (!spot.pressable()) {
        return aftermath.error(pointer.obstacle(target));
      }
      pointer.move(spot);
    }
    settling.settle();
    return aftermath.outcome();
  }

  private Outcome back(Aftermath aftermath) {
    script.mark(null);
    session.back();
    settling.settle();
    return aftermath.outcome();
  }

  private Outcome await(Duration duration, Aftermath aftermath) {
    script.mark(null);
    var limit = duration.compareTo(LONGEST_WAIT) < 0 ? duration : LONGEST_WAIT;
    session.pump((int) limit.toMillis());
    settling.settle();
    return aftermath.outcome();
  }

  private Outcome open(String address, Aftermath aftermath) {
    if (!session.settings().hosts().allows(address)) {
      session.journal().note(IncidentKind.HOST_NOT_ALLOWED, address);
      return aftermath.error("is on another site, which is not followed: " + address);
    }
    session.open(address);
    settling.settle();
    return aftermath.outcome();
  }

  /** The page failed: the action is lost, the run goes on where it was. */
  private Outcome failed(PageFailure failure, String address) {
    session
        .journal()
        .note(
            failure.kind() == PageFailure.Kind.HUNG
                ? IncidentKind.PAGE_HUNG
                : IncidentKind.BROWSER_CRASHED,
            String.valueOf(failure.getMessage()));
    var incidents = session.journal().incidents();
    reopen(address);
    return new Outcome(Outcome.Kind.ERROR, String.valueOf(failure.getMessage()), incidents);
  }

  private void reopen(String address) {
    session.recover();
    try {
      if (address.startsWith("http")) {
        session.open(address);
      }
    } catch (PageFailure e) {
      session.recover(); // It hangs as soon as it is opened: an empty page is left.
    } catch (PlaywrightException e) {
      session.journal().note(IncidentKind.REQUEST_FAILED, PageFailure.reason(e));
    }
  }
}
