package dev.hitlai.programs.web;

import dev.hitlai.programs.Program;
import dev.hitlai.programs.internal.Answers;
import dev.hitlai.programs.internal.Question;
import dev.hitlai.programs.internal.Questions;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.ProgramOffer;
import dev.hitlai.web.view.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A program and one page of its form.
 *
 * @param step from 1
 * @param full whether a tier has no spot left, so that a waiting list makes sense
 */
public record ApplyPage(
    Program program,
    int step,
    List<Step> steps,
    List<Question> questions,
    Answers answers,
    List<ProgramOffer> offers,
    boolean full) {

  static ApplyPage of(Program program, int step, Answers answers, List<ProgramOffer> offers) {
    var steps = new ArrayList<Step>();
    for (String label : Questions.steps(program)) {
      int number = steps.size() + 1;
      steps.add(
          new Step(
              label,
              number < step
                  ? Step.State.DONE
                  : number == step ? Step.State.CURRENT : Step.State.AHEAD));
    }
    return new ApplyPage(
        program,
        step,
        steps,
        Questions.of(program, step),
        answers,
        offers,
        offers.stream().anyMatch(offer -> offer.left() == 0));
  }

  public boolean forCompanies() {
    return program == Program.EARLY_ADOPTER;
  }

  public boolean last() {
    return step == Questions.STEPS;
  }

  public boolean waits() {
    return !answers.text("waitingList").isEmpty();
  }

  /** The tiers to choose from, each with what is left. */
  public List<Option> tiers() {
    return offers.stream()
        .map(
            offer ->
                new Option(
                    offer.code(), offer.label(), offer.headline() + ". " + offer.standing() + "."))
        .toList();
  }

  /** What was entered on earlier pages, to look at before it is sent. */
  public List<Question> before() {
    return Questions.of(program).stream()
        .filter(question -> question.step() < step)
        .filter(question -> !answers.text(question.name()).isEmpty())
        .toList();
  }

  /** An answer as it was chosen. */
  public String shown(Question question) {
    String answer = answers.text(question.name());
    return offers.stream()
        .filter(offer -> question.kind() == Question.Kind.TIER && offer.code().equals(answer))
        .map(ProgramOffer::label)
        .findFirst()
        .orElse(question.shown(answer));
  }
}
