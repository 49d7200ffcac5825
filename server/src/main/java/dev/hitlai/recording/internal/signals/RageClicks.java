package dev.hitlai.recording.internal.signals;

import dev.hitlai.recording.internal.signals.Story.Click;
import dev.hitlai.recording.internal.signals.Story.Effects;
import dev.hitlai.recording.internal.signals.Story.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Quick clicks on one element. Not counted: what is made for repeated pressing, selecting text, and
 * a control that answered each press at once — that is somebody who gets on well.
 */
final class RageClicks implements Detector {
  private static final int NOT_COUNTED =
      Flags.REPEATED | Flags.SELECTED | Flags.TEXT_FIELD | Flags.SCRIPTED | Flags.KEYBOARD;

  @Override
  public List<Signal> find(Story story, SignalSettings settings) {
    var signals = new ArrayList<Signal>();
    var clicks = story.clicks().stream().filter(click -> !click.is(NOT_COUNTED)).toList();
    int from = 0;
    while (from < clicks.size()) {
      var burst = burst(clicks, from, settings);
      if (burst.size() >= settings.rageClicks() && !answered(burst, settings)) {
        signals.add(signal(burst));
      }
      from += burst.size() >= settings.rageClicks() ? burst.size() : 1;
    }
    return signals;
  }

  /** The longest run from a click on in which any so many neighbours lie close in time. */
  private static List<Click> burst(List<Click> clicks, int from, SignalSettings settings) {
    var burst = new ArrayList<Click>();
    var first = clicks.get(from);
    int needed = settings.rageClicks();
    for (int i = from; i < clicks.size(); i++) {
      var next = clicks.get(i);
      boolean near =
          Math.hypot(next.pageX() - first.pageX(), next.pageY() - first.pageY())
              <= settings.ragePixels();
      boolean same =
          Objects.equals(next.pageId(), first.pageId())
              && Objects.equals(next.selector(), first.selector());
      int back = Math.max(0, burst.size() - needed + 1);
      boolean quick =
          burst.isEmpty() || next.at() - burst.get(back).at() <= settings.rageWithin().toMillis();
      if (!near || !same || !quick) {
        break;
      }
      burst.add(next);
    }
    return burst;
  }

  private static boolean answered(List<Click> burst, SignalSettings settings) {
    long fine =
        burst.stream()
            .filter(click -> click.caused(Effects.AT_ONCE))
            .filter(
                click ->
                    click.effectDelay() != null
                        && click.effectDelay() <= settings.answersWithin().toMillis())
            .count();
    return fine * 3 >= burst.size() * 2L;
  }

  private static Signal signal(List<Click> burst) {
    var last = burst.getLast();
    long took = last.at() - burst.getFirst().at();
    String cause = cause(burst);
    return Signal.ofClicks(
        SignalKind.RAGE_CLICK,
        burst,
        cause,
        "%d clicks on %s within %.1f s: %s."
            .formatted(burst.size(), last.name(), took / 1000.0, says(cause)));
  }

  /** In the words of {@code rage_click_incidents.likely_cause}. */
  private static String cause(List<Click> burst) {
    boolean nothing = burst.stream().allMatch(c -> c.effects() != null && c.effects() == 0);
    boolean slow =
        burst.stream()
                .anyMatch(c -> c.caused(Effects.REQUEST | Effects.NAVIGATION | Effects.PAGE_LEFT))
            || burst.stream().anyMatch(c -> c.effectDelay() != null && c.effectDelay() > 800);
    if (nothing && burst.getFirst().is(Flags.LINK)) {
      return "broken_link";
    }
    if (slow) {
      return "slow_response";
    }
    return nothing && burst.getFirst().is(Flags.CONTROL) ? "unresponsive_button" : "unclear_ui";
  }

  private static String says(String cause) {
    return switch (cause) {
      case "broken_link" -> "the link leads nowhere";
      case "slow_response" -> "the answer took too long";
      case "unresponsive_button" -> "the control does nothing";
      default -> "it isn't clear what can be pressed";
    };
  }
}
