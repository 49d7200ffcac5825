package dev.hitlai.recording.internal.bots;

import dev.hitlai.recording.internal.signals.Stories;
import dev.hitlai.recording.internal.signals.Story;
import dev.hitlai.recording.internal.signals.Story.Click;
import dev.hitlai.recording.internal.signals.Story.FormEvent;
import dev.hitlai.recording.internal.signals.Story.Key;
import dev.hitlai.recording.internal.signals.Story.Movement;
import dev.hitlai.recording.internal.signals.Story.Scroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Sessions of programs and people, made of events with a seed. */
final class MadeSessions {
  private static final int SCRIPTED = 2;
  private static final int KEYBOARD = 512;
  private static final int TELEPORTED = 1024;
  private static final int WITHOUT_KEYS = 32;

  private final Random random;
  private final List<Click> clicks = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private final List<Scroll> scrolls = new ArrayList<>();
  private final List<FormEvent> forms = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private long now = 1_000_000;
  private int x = 640;
  private int y = 400;

  private MadeSessions(Random random) {
    this.random = random;
  }

  /** How programs behave. */
  enum Style {
    /** A driven browser that says so; clicks and fills. */
    PLAIN_AUTOMATION,
    /** Clicks as fast as it goes, in the middle of elements. */
    INSTANT,
    /** The pointer moves in even steps along straight lines before each click. */
    EVEN_STEPS,
    /** Calls of element.click() in the page. */
    IN_PAGE,
    /** Waits the same time before each action. */
    METRONOME,
    /** Random waits, but jumps to the middle of elements and fills fields at once. */
    RANDOM_WAITS,
    /** Types with an even delay and scrolls in even steps. */
    EVEN_TYPIST
  }

  static Story program(Style style, Random random) {
    var made = new MadeSessions(random);
    for (int i = 0; i < 8; i++) {
      int toX = 60 + random.nextInt(1100);
      int toY = 80 + random.nextInt(560);
      made.now +=
          switch (style) {
            case INSTANT, PLAIN_AUTOMATION -> 40 + random.nextInt(30);
            case EVEN_STEPS, IN_PAGE -> 400 + random.nextInt(600);
            case METRONOME -> 1000 + random.nextInt(20);
            case RANDOM_WAITS, EVEN_TYPIST -> 500 + random.nextInt(2500);
          };
      switch (style) {
        case EVEN_STEPS -> made.line(toX, toY);
        case IN_PAGE -> {}
        case PLAIN_AUTOMATION, INSTANT, METRONOME, RANDOM_WAITS, EVEN_TYPIST -> made.jump(toX, toY);
      }
      made.click(
          toX,
          toY,
          style == Style.IN_PAGE
              ? SCRIPTED | TELEPORTED
              : style == Style.EVEN_STEPS ? 0 : TELEPORTED,
          500,
          500);
      if (i % 3 == 2) {
        made.enter(style);
      }
    }
    return made.story();
  }

  private void enter(Style style) {
    if (style == Style.EVEN_TYPIST) {
      for (int i = 0; i < 10; i++) {
        now += 50;
        keys.add(new Key(now, true, "letter", false));
        keys.add(new Key(now + 1, false, "letter", false));
      }
      for (int i = 0; i < 7; i++) {
        now += 200;
        scrolls.add(new Scroll(Stories.PAGE, now, i * 100, 700, 3000));
      }
      return;
    }
    field(12, WITHOUT_KEYS);
    field(9, WITHOUT_KEYS);
  }

  /** Somebody with a hand, eyes and thoughts. */
  static Story person(Random random) {
    var made = new MadeSessions(random);
    int actions = 5 + random.nextInt(12);
    for (int i = 0; i < actions; i++) {
      made.think();
      int toX = 60 + random.nextInt(1100);
      int toY = 80 + random.nextInt(560);
      made.hand(toX, toY);
      made.now += 60 + random.nextInt(200);
      made.click(toX, toY, 0, place(random, 0.25), place(random, 0.2));
      if (random.nextInt(4) == 0) {
        made.type(4 + random.nextInt(20));
      }
      if (random.nextInt(3) == 0) {
        made.wheel();
      }
    }
    return made.story();
  }

  static Story keyboardOnly(Random random) {
    var made = new MadeSessions(random);
    for (int i = 0; i < 8; i++) {
      made.think();
      made.keys.add(new Key(made.now, true, "Tab", false));
      made.keys.add(new Key(made.now + 70, false, "Tab", false));
      made.now += 400 + random.nextInt(900);
      made.click(100, 100, KEYBOARD, 500, 500);
      made.field(12, 2);
    }
    return made.story();
  }

  static Story nothing() {
    return new MadeSessions(new Random(0)).story();
  }

  /** Pauses of people are log-normal: mostly short, now and then long. */
  private void think() {
    now += (long) Math.exp(7.2 + 0.9 * random.nextGaussian());
  }

  /**
   * A way of the hand: bent, quick in the middle, with a tremble, by Fitts as long as it is far.
   */
  private void hand(int toX, int toY) {
    double way = Math.hypot(toX - x, toY - y);
    double takes =
        Math.max(
            120,
            (180 + 140 * (Math.log1p(way / 30) / Math.log(2))) * (0.8 + 0.5 * random.nextDouble()));
    double bend = way * (0.05 + 0.12 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    var points = new ArrayList<Integer>();
    for (double t = 0; t <= takes; t += 50) {
      double s = t / takes;
      double eased = s * s * s * (10 - 15 * s + 6 * s * s);
      double side = Math.sin(Math.PI * eased) * bend;
      double unitX = way == 0 ? 0 : (toX - x) / way;
      double unitY = way == 0 ? 0 : (toY - y) / way;
      points.add((int) (x + (toX - x) * eased - unitY * side + random.nextGaussian() * 1.5));
      points.add((int) (y + (toY - y) * eased + unitX * side + random.nextGaussian() * 1.5));
      points.add((int) t);
    }
    points.addAll(List.of(toX, toY, (int) takes));
    move(points, (long) takes);
    x = toX;
    y = toY;
  }

  private void line(int toX, int toY) {
    var points = new ArrayList<Integer>();
    for (int i = 0; i <= 10; i++) {
      points.addAll(List.of(x + (toX - x) * i / 10, y + (toY - y) * i / 10, i * 50));
    }
    move(points, 500);
    x = toX;
    y = toY;
  }

  private void jump(int toX, int toY) {
    move(List.of(x, y, 0, toX, toY, 5), 5);
    x = toX;
    y = toY;
  }

  private void move(List<Integer> points, long takes) {
    movements.add(
        new Movement(
            Stories.PAGE,
            now,
            now + takes,
            points.stream().mapToInt(Integer::intValue).toArray(),
            false));
    now += takes;
  }

  private void type(int letters) {
    for (int i = 0; i < letters; i++) {
      now += (long) Math.max(35, Math.exp(5.0 + 0.45 * random.nextGaussian()));
      keys.add(new Key(now, true, "letter", false));
      keys.add(new Key(now + 50 + random.nextInt(70), false, "letter", false));
    }
    keys.sort(java.util.Comparator.comparingLong(Key::at));
    field(letters, 0);
  }

  private void wheel() {
    int at = 0;
    for (int i = 0; i < 4 + random.nextInt(8); i++) {
      now += 60 + random.nextInt(400);
      at += 40 + random.nextInt(300);
      scrolls.add(new Scroll(Stories.PAGE, now, at, 700, 4000));
    }
  }

  private void field(int length, int flags) {
    now += 5;
    forms.add(
        new FormEvent(
            new UUID(4, forms.size()),
            Stories.PAGE,
            now,
            "f",
            "field" + forms.size(),
            "input",
            length,
            null,
            flags));
  }

  private void click(int atX, int atY, int flags, int placeX, int placeY) {
    clicks.add(
        new Click(
            new UUID(5, clicks.size()),
            Stories.PAGE,
            now,
            clicks.size(),
            "BUTTON",
            "#b" + clicks.size(),
            "Go",
            atX,
            atY,
            atX,
            atY,
            flags,
            1,
            20,
            placeX,
            placeY));
  }

  private static int place(Random random, double spread) {
    return (int) Math.clamp(500 + 1000 * spread * random.nextGaussian(), 0, 1000);
  }

  private Story story() {
    return new Story(
        List.of(), clicks, movements, scrolls, forms, keys, List.of(), List.of(), List.of(),
        List.of());
  }
}
