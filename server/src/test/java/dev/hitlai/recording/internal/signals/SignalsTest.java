package dev.hitlai.recording.internal.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.recording.internal.signals.Story.FormEvent;
import dev.hitlai.recording.internal.signals.Story.JsError;
import dev.hitlai.recording.internal.signals.Story.Movement;
import dev.hitlai.recording.internal.signals.Story.PageView;
import dev.hitlai.recording.internal.signals.Story.Request;
import dev.hitlai.recording.internal.signals.Story.Scroll;
import dev.hitlai.recording.internal.signals.Story.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static final SignalSettings USUAL = SignalSettings.usual();
  private static final UUID PAGE = Stories.PAGE;
  private static final int BUTTON = 8 | 16384;

  @Test
  void tellsTheCauseOfRage() {
    assertThat(rage(BUTTON, 0)).isEqualTo("unresponsive_button");
    assertThat(rage(4 | 16384, 0)).isEqualTo("broken_link");
    assertThat(rage(BUTTON, 4)).isEqualTo("slow_response");
    assertThat(rage(0, 0)).isEqualTo("unclear_ui");
  }

  private static String rage(int flags, int effects) {
    var clicks =
        List.of(
            Stories.click(1000, 0, 50, 50, flags, effects),
            Stories.click(1200, 1, 52, 50, flags, effects),
            Stories.click(1400, 2, 50, 55, flags, effects));
    return Signals.of(Stories.of(clicks), USUAL).stream()
        .filter(signal -> signal.kind() == SignalKind.RAGE_CLICK)
        .findFirst()
        .orElseThrow()
        .cause();
  }

  @Test
  void findsFailuresAfterClicks() {
    var click = Stories.click(1000, 7, 5, 5, 4, 1);
    var story =
        new Story(
            List.of(),
            List.of(click),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Request(id(1), PAGE, 1100, "/a", "fetch", 404, 50, false, 7),
                new Request(id(2), PAGE, 9000, "/later", "fetch", 500, 50, false, null)),
            List.of(new JsError(id(3), PAGE, 1500, "boom", "error")),
            List.of(),
            List.of());
    assertThat(kinds(story))
        .containsExactlyInAnyOrder(SignalKind.BROKEN_LINK, SignalKind.ERROR_AFTER_ACTION);
  }

  @Test
  void findsWaysBack() {
    var pages =
        List.of(
            page(1, 0, "https://s/a?x=1"),
            page(2, 10_000, "https://s/b"),
            page(3, 12_000, "https://s/a"),
            page(4, 30_000, "https://s/c"),
            page(5, 60_000, "https://s/a"));
    var story =
        new Story(
            pages, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());
    assertThat(kinds(story)).containsExactly(SignalKind.BACKTRACK, SignalKind.U_TURN);
  }

  @Test
  void findsFormsThatWereLeftAndFieldsFilledAgain() {
    var forms =
        List.of(
            form(1, 0, "input", 5, null), form(2, 900, "change", 5, false),
            form(3, 2000, "input", 0, null), form(4, 3000, "input", 6, null));
    assertThat(kinds(withForms(forms)))
        .containsExactlyInAnyOrder(SignalKind.FORM_ABANDONMENT, SignalKind.FORM_REFILL);
    var sent = new ArrayList<>(forms.subList(0, 1));
    sent.add(form(9, 4000, "submit", null, null));
    assertThat(kinds(withForms(sent))).isEmpty();
  }

  @Test
  void findsHesitationThrashingScrollingSlownessAndShifts() {
    var click = Stories.click(20_000, 0, 100, 100, BUTTON, 1);
    var points = new ArrayList<Integer>();
    for (int i = 0; i < 24; i++) {
      points.addAll(List.of(i % 2 == 0 ? 100 : 300, 400, i * 70));
    }
    var thrash = new Movement(PAGE, 0, 1700, ints(points), false);
    var still = new Movement(PAGE, 14_000, 15_000, new int[] {60, 60, 0, 100, 100, 1000}, false);
    var scrolls = new ArrayList<Scroll>();
    for (int i = 0; i < 8; i++) {
      scrolls.add(new Scroll(PAGE, 2000 + i * 500L, i % 2 == 0 ? 0 : 2000, 700, 5000));
    }
    var slow = new PageView(PAGE, 0, 30_000, "https://s/a", 6000.0, 100.0, 4000.0, 700);
    var story =
        new Story(
            List.of(slow),
            List.of(click),
            List.of(thrash, still),
            scrolls,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Shift(PAGE, 9000, 0.2, null, 0)),
            List.of());
    assertThat(kinds(story))
        .containsExactlyInAnyOrder(
            SignalKind.HESITATION,
            SignalKind.THRASHING_CURSOR,
            SignalKind.EXCESSIVE_SCROLLING,
            SignalKind.SLOW_PAGE,
            SignalKind.LAYOUT_SHIFT);
  }

  @Test
  void growsWithEachSignalAndStaysBelowOne() {
    var signals = new ArrayList<Signal>();
    double last = 0;
    for (int i = 0; i < 40; i++) {
      signals.add(
          Signal.ofPage(SignalKind.values()[i % SignalKind.values().length], PAGE, i, i, "c", "e"));
      double now = Signals.frustration(signals, USUAL);
      assertThat(now).isGreaterThanOrEqualTo(last).isLessThan(1);
      last = now;
    }
    assertThat(last).isGreaterThan(0.8);
    assertThat(Signals.frustration(List.of(), USUAL)).isZero();
  }

  private static List<SignalKind> kinds(Story story) {
    return Signals.of(story, USUAL).stream().map(Signal::kind).toList();
  }

  private static Story withForms(List<FormEvent> forms) {
    return new Story(
        List.of(), List.of(), List.of(), List.of(), forms, List.of(), List.of(), List.of(),
        List.of(), List.of());
  }

  private static FormEvent form(int number, long at, String type, Integer length, Boolean valid) {
    return new FormEvent(id(number), PAGE, at, "checkout", "Mail", type, length, valid, 0);
  }

  private static PageView page(int number, long start, String url) {
    return new PageView(id(number), start, start, url, null, null, null, 700);
  }

  private static UUID id(int number) {
    return new UUID(3, number);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
