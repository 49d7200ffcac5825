package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** "How many red squares are there?", "solve the equation": the answer is pressed or typed. */
final class QuestionSkill implements Skill {
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?i)^(?:how many\\b.*|what(?:[’']s|"
              + " (?:is|are|was|does|do|did))\\b.*|(?:in|on|at|to|from|for)"
              + " (?:which|what)\\b.*|which\\b.*|who\\b.*|solve\\b.*|calculate\\b.*|compute\\b.*|count\\b.*|(?:add|sum|total)"
              + " up\\b.*|add (?:together|all)\\b.*|answer\\b.*|work"
              + " out\\b.*|determine\\b.*|(?:click|press|choose|select|tap|pick|push|hit) (?:on"
              + " )?(?:the|that) (?:button|answer|option|word|name|label|tile|link)s?"
              + " (?:(?:that|which) (?:best |correctly"
              + " )?(?:describes|denotes|names|matches|identifies|tells|says|gives|shows|states|corresponds|is)|with"
              + " the (?:number|count|name|type|kind|colou?r|amount)"
              + " of|(?:naming|describing|denoting|matching|for))\\b.*|find (?:the"
              + " )?(?:value|solution|answer|sum|number|result)\\b.*)$");

  /** Parts of a drawing, whatever pointer is shown over them. */
  private static final String DRAWN = "circle|ellipse|rect|polygon|polyline|path|line|text|canvas";

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    if (!QUESTION.matcher(ahead.first()).matches()) {
      return Optional.empty();
    }
    var question =
        ahead
            .first()
            .replaceFirst("(?i)^what(?:[’']s| (?:is|are|was)) (?:the )?", "")
            .replaceFirst("[?]+$", "");
    var answer =
        Values.worked(question, ahead, now)
            .or(() -> Values.worked(ahead.first(), ahead, now))
            .or(() -> look(question, now));
    if (answer.isEmpty()) {
      var looking = new AskedJob(ahead.plain(ahead.first()));
      return isTypedLater(ahead) && looking.fits(now) ? Assignment.of(looking) : Optional.empty();
    }
    now.notes().remember(answer.get());
    return isTypedLater(ahead)
        ? Assignment.of(sight -> Turn.done())
        : Assignment.of(give(answer.get(), ahead));
  }

  /** A later clause says what is done with the answer. */
  static boolean isTypedLater(Clauses ahead) {
    return ahead.after(1).texts().stream()
        .anyMatch(
            c ->
                c.matches(
                        "(?i)(?:type|enter|write|put|select|choose|click on|press"
                            + " on|fill|insert|give)\\b.*")
                    && !c.matches("(?i).*\\b(?:submit|ok|button)\\b.*"));
  }

  /** The page answers the question right away. */
  static boolean isWorkedOut(Clauses ahead, Sight now) {
    var question =
        ahead
            .first()
            .replaceFirst("[?]+$", "")
            .replaceFirst("(?i)^(?:find|determine|see|calculate|compute|work)(?: out)? ", "");
    return Values.worked(question, ahead, now)
        .filter(one -> one.matches(".*\\d.*") || FillSkill.isIndirect(question))
        .isPresent();
  }

  /** There is an empty field for an answer. */
  static boolean awaited(Sight now) {
    return now.fields().stream().anyMatch(f -> f.takesText() && f.value().isBlank());
  }

  /** "The colour of the box", "the shape shown". */
  private static Optional<String> look(String question, Sight now) {
    if (!question.matches(
        "(?i).*\\b(?:colou?r|shape|figure|form|drawing|symbol|object|picture|geometric)\\b.*")) {
      return Optional.empty();
    }
    boolean color = question.matches("(?i).*\\bcolou?r\\b.*");
    return now.matching(
            t ->
                !t.isField()
                    && !(t.isPressable() && !t.tag().matches(DRAWN))
                    && !t.paint().shape().isEmpty()
                    && (!t.hasWords() || t.tag().equals("text")))
        .map(t -> color ? Colors.name(t.paint().fill()) : Figures.name(t))
        .filter(word -> !word.isEmpty() && !word.equals("white"))
        .findFirst();
  }

  private static Job give(String answer, Clauses ahead) {
    var jobs = new ArrayList<Job>();
    jobs.add(new Once(now -> choice(answer, now).or(() -> field(answer, now))));
    if (ahead.texts().size() == 1) {
      jobs.add(new SendIfTyped());
    }
    return new Sequence(jobs);
  }

  private static Optional<Turn> choice(String answer, Sight now) {
    var target = Target.named(shown(answer, now));
    return now.finder()
        .find(
            target, t -> t.role().matches("button|radio|option|link") && isSame(t.label(), answer))
        .or(
            () ->
                now.finder()
                    .find(
                        target,
                        t ->
                            !t.takesText()
                                && isSame(t.label(), answer)
                                && (t.isPressable()
                                    || now.fields().stream().noneMatch(Thing::takesText))))
        .map(t -> Turn.press(now, t, "this is the answer"));
  }

  /** A square is a rectangle, where nothing more exact is offered. */
  private static String shown(String answer, Sight now) {
    boolean offered = now.lines().stream().anyMatch(line -> Texts.same(line, answer));
    return answer.equals("square") && !offered ? "rectangle" : answer;
  }

  private static boolean isSame(String label, String answer) {
    return Texts.same(label, answer) || (answer.equals("square") && Texts.same(label, "rectangle"));
  }

  static Optional<Turn> field(String answer, Sight now) {
    return now.fields().stream()
        .filter(Thing::takesText)
        .findFirst()
        .map(f -> Fields.set(f, answer, now));
  }

  /** A typed answer waits to be sent. */
  private static final class SendIfTyped implements Job {
    private final Job send = new SendJob();

    @Override
    public Turn turn(Sight now) {
      return now.fields().stream().noneMatch(Thing::takesText) ? Turn.done() : send.turn(now);
    }
  }
}
