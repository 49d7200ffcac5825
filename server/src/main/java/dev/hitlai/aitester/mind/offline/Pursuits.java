package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.choice.Noise;
import dev.hitlai.aitester.mind.form.FormFiller;
import dev.hitlai.aitester.mind.form.FormFilling;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.scent.Eyes;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.mind.skill.Instruction;

/** Makes the pursuit for a goal. */
final class Pursuits {
  /** A slip costs a form's steps again; with less left, people would be cut off for it. */
  private static final int STEPS_FOR_A_SLIP = 15;

  private final Similarity similarity;
  private final Persona persona;
  private final Eyes eyes;
  private final Noise noise;
  private final int maxSteps;
  private boolean slipMade;

  Pursuits(Similarity similarity, Persona persona, Eyes eyes, Noise noise, int maxSteps) {
    this.similarity = similarity;
    this.persona = persona;
    this.eyes = eyes;
    this.noise = noise;
    this.maxSteps = maxSteps;
  }

  Pursuit of(Goal goal) {
    return switch (goal.intent()) {
      case FOLLOW -> new InstructionPursuit(goal, new Instruction(goal.text(), persona));
      case FIND ->
          goal.wishes().cheapest()
              ? new ComparePursuit(goal, similarity)
              : new FindPursuit(goal, new Aboutness(similarity));
      case SEARCH -> new SearchPursuit(goal);
      case ADD_TO_CART -> new CartPursuit(goal, similarity, () -> filler(goal, false));
      case CHECK_OUT -> new CheckOutPursuit(goal, () -> filler(goal, false));
      case LOG_IN -> formPursuit(goal, false);
      case SIGN_UP, CONTACT, SUBSCRIBE, FILL_FORM, CHOOSE_DATE -> formPursuit(goal, true);
      case FILTER, SORT, CHANGE_SETTING, CHANGE_QUANTITY, CANCEL ->
          new ControlPursuit(goal, new ControlChoice(goal, similarity));
      case LOOK_AROUND -> new LookAroundPursuit(goal, maxSteps);
    };
  }

  private FormPursuit formPursuit(Goal goal, boolean slips) {
    return new FormPursuit(goal, new FormChoice(goal, similarity), () -> filler(goal, slips));
  }

  private FormFiller filler(Goal goal, boolean slipAllowed) {
    var slip = slipAllowed && !slipMade && maxSteps >= STEPS_FOR_A_SLIP && isClumsy();
    slipMade |= slip;
    return new FormFiller(new FormFilling(goal, noise), eyes::canUse, slip);
  }

  /** Two of three people mistype something once; the seed decides who. */
  private boolean isClumsy() {
    return noise.below(3, "slip " + persona.name()) > 0;
  }
}
